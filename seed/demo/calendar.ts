import { addDays, day, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	deadline,
	holidaysOf,
	isWorkingDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import bankHolidays from '../reference/bank-holidays.json' with { type: 'json' };

/** Journeys are made up to their end, which may lie past the published bank holidays and is then never shown. */
const AFTER_PUBLISHED = ['2029-12-25', '2030-12-25'];

const holidays = holidaysOf('england-and-wales', [...bankHolidays['england-and-wales'], ...AFTER_PUBLISHED].map(day));

/** The `count`th Working Day after a day. */
export function workingDaysAfter(from: CalendarDay, count: number): CalendarDay {
	return deadline(from, count, holidays);
}

/** The latest day from which `until` is the `count`th Working Day; `until` must be a Working Day. */
export function workingDaysBefore(until: CalendarDay, count: number): CalendarDay {
	let found = until;
	for (let left = count; left > 0;) {
		found = addDays(found, -1);
		if (isWorkingDay(found, holidays)) left--;
	}
	return found;
}

/** The day itself, or the next that is a Working Day. */
export function workingDayFrom(from: CalendarDay): CalendarDay {
	return isWorkingDay(from, holidays) ? from : workingDaysAfter(from, 1);
}

export function isHoliday(of: CalendarDay): boolean {
	return !isWorkingDay(of, holidays);
}
