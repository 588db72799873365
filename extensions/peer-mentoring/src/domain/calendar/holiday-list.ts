/** The list of bank holidays that GOV.UK publishes, held against the one that every deadline is counted with (1.11). */
import { addMonths, parseDay, type CalendarDay, type CalendarMonth } from './calendar-day.ts';
import { holidaysOf, nthWorkingDay, type Calendar } from './working-days.ts';

export type HolidayList = Record<Calendar, readonly CalendarDay[]>;

const CALENDARS: readonly Calendar[] = ['england-and-wales', 'scotland', 'northern-ireland'];
/** No year of any of the three has fewer: a list with fewer is cut off. */
const FEWEST = 8;

/**
 * The days of a published list, by calendar.
 * @param published as GOV.UK gives it: `{ "england-and-wales": { "events": [{ "date": "2027-01-01" }] } }`
 * @throws one sentence that says which part is not right
 */
export function readHolidayList(published: unknown): HolidayList {
	const lists = CALENDARS.map((calendar) => {
		const events = (published as Record<string, { events?: unknown }> | null)?.[calendar]?.events;
		if (!Array.isArray(events)) {
			throw new Error(`There is no list "${calendar}" with "events" in it: is this bank-holidays.json of GOV.UK?`);
		}
		const days = events.map((event, index) => {
			const day = parseDay(String((event as { date?: unknown } | null)?.date));
			if (!day) throw new Error(`${calendar}: event ${index + 1} has no date such as "2027-01-01".`);
			return day;
		});
		for (const year of yearsOf(days)) {
			const number = days.filter((day) => day.startsWith(year)).length;
			if (number < FEWEST)
				throw new Error(`${calendar}: ${year} has ${number} bank holidays only; the list is cut off.`);
		}
		return [calendar, [...new Set(days)].sort()] as const;
	});
	return Object.fromEntries(lists) as unknown as HolidayList;
}

export interface HolidayChange {
	calendar: Calendar;
	added: CalendarDay[];
	removed: CalendarDay[];
}

/** What changes where a published list replaces the years that it has; other years stay as they are. */
export function holidayChanges(now: HolidayList, published: HolidayList): HolidayChange[] {
	return CALENDARS.map((calendar) => {
		const years = yearsOf(published[calendar]);
		const isIn = (day: CalendarDay) => years.has(day.slice(0, 4));
		return {
			calendar,
			added: published[calendar].filter((day) => !now[calendar].includes(day)),
			removed: now[calendar].filter((day) => isIn(day) && !published[calendar].includes(day)),
		};
	});
}

/** The list with the changes made. */
export function withChanges(now: HolidayList, changes: readonly HolidayChange[]): HolidayList {
	const lists = changes.map(({ calendar, added, removed }) => {
		const days = [...now[calendar].filter((day) => !removed.includes(day)), ...added].sort();
		return [calendar, days] as const;
	});
	return Object.fromEntries(lists) as unknown as HolidayList;
}

export interface MovedReturn {
	calendar: Calendar;
	/** The month in which the return of the month before is due. */
	month: CalendarMonth;
	from: CalendarDay;
	to: CalendarDay;
}

/** The months whose returns fall due on another day: on the fifth Working Day, or as the contract has it (3.8). */
export function movedReturns(now: HolidayList, then: HolidayList, workingDay: number): MovedReturn[] {
	return CALENDARS.flatMap((calendar) => {
		const [before, after] = [now, then].map((list) => holidaysOf(calendar, list[calendar]));
		if (!before || !after) return [];
		const moved: MovedReturn[] = [];
		const last = `${before.years.last}-12` as CalendarMonth;
		for (let month = `${before.years.first}-01` as CalendarMonth; month <= last; month = addMonths(month, 1)) {
			const [from, to] = [before, after].map((holidays) => nthWorkingDay(month, workingDay, holidays));
			if (from && to && from !== to) moved.push({ calendar, month, from, to });
		}
		return moved;
	});
}

function yearsOf(days: readonly CalendarDay[]): Set<string> {
	return new Set(days.map((day) => day.slice(0, 4)));
}
