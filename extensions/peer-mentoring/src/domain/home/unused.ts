import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';

const UNUSED_DAYS = 90;

/** Whoever has not been here since this day has an account that nobody needs: it is looked at, and suspended (5.1). */
export function unusedSince(today: CalendarDay): CalendarDay {
	return addDays(today, -UNUSED_DAYS);
}
