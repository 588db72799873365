import { addMonths, lastDay, monthOf, type CalendarDay } from './calendar-day.ts';

/** The day `count` months later; the last day of a month that is too short. */
export function monthsAfter(from: CalendarDay, count: number): CalendarDay {
	const month = addMonths(monthOf(from), count);
	const same = `${month}-${from.slice(8)}` as CalendarDay;
	const last = lastDay(month);
	return same < last ? same : last;
}
