/** What the Buyer reads of the months that were submitted: nothing live, and nothing of a person (3.3, 5.4). */
import { addMonths, monthOf, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import type { ServiceLevel } from '../service-levels/service-levels.ts';

export interface MonthResult {
	month: CalendarMonth;
	cpa: number | null;
	service_level: ServiceLevel;
	status: 'met' | 'missed' | 'pending';
	lowest_fte: number | null;
	minimum_fte: number | null;
}

/** How one month stands for a contract, or for one of its areas. */
export interface MonthCell {
	month: CalendarMonth;
	/** Service levels that were met, of those with anything to meet; how many people are behind them is not said. */
	levels: { met: number; of: number } | null;
	fte: { lowest: number; minimum: number } | null;
}

const MONTHS = 6;

/** The months shown: the last six that have ended, the earliest first. */
export function closedMonths(today: CalendarDay): CalendarMonth[] {
	return Array.from({ length: MONTHS }, (_, index) => addMonths(monthOf(today), index - MONTHS));
}

/** The cells of a contract (`cpa` null) or of an area; a month that was not submitted has none. */
export function monthCells(
	results: readonly MonthResult[],
	cpa: number | null,
	months: readonly CalendarMonth[],
	submitted: ReadonlySet<CalendarMonth>,
): (MonthCell | undefined)[] {
	const own = results.filter((each) => each.cpa === cpa);
	return months.map((month) => {
		if (!submitted.has(month)) return undefined;
		const results = own.filter((each) => each.month === month && each.status !== 'pending');
		const fte = results.find(({ service_level }) => service_level === 'fte');
		const met = results.filter(({ status }) => status === 'met').length;
		return {
			month,
			levels: results.length > 0 ? { met, of: results.length } : null,
			fte:
				fte?.lowest_fte == null || fte.minimum_fte === null
					? null
					: { lowest: fte.lowest_fte, minimum: fte.minimum_fte },
		};
	});
}
