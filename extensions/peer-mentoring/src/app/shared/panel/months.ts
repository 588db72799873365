import { addMonths, monthOf, type CalendarDay, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';

const MONTHS_SHOWN = 6;

/** The last six months, this one last. */
export function monthsShown(today: CalendarDay): CalendarMonth[] {
	return Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(monthOf(today), index - MONTHS_SHOWN + 1));
}
