import { addMonths, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import type { Terms } from './terms.ts';
import { HolidaysUnknownError, nthWorkingDay, type Holidays } from '../calendar/working-days.ts';

/** What says when returns are due. */
export type ReturnTerms = Pick<Terms, 'return_working_day'>;

/**
 * The day on which the PMI of a month is due: a Working Day of the following month, by the specification the
 * fifth (3.4, Table A). It stands here because payments (4.5) hang on it as well as returns.
 */
export function pmiDueOn(month: CalendarMonth, holidays: Holidays, { return_working_day }: ReturnTerms): CalendarDay {
	return nthWorkingDay(addMonths(month, 1), return_working_day, holidays);
}

/**
 * The day on which a month's PMI was provided (3.4, 4.5): that of sending it through the Buyer's system; until that day
 * is on record, provisionally, that of its submission here. `null` before either.
 */
export function pmiProvidedOn({
	submitted_on,
	sent_on,
}: {
	submitted_on: CalendarDay | null;
	sent_on: CalendarDay | null;
}): CalendarDay | null {
	return submitted_on === null ? null : (sent_on ?? submitted_on);
}

/** As {@link pmiDueOn}; `null` of a month beyond the known bank holidays, whose day is not guessed. */
export function pmiDueIfKnown(month: CalendarMonth, holidays: Holidays, terms: ReturnTerms): CalendarDay | null {
	try {
		return pmiDueOn(month, holidays, terms);
	} catch (error) {
		if (error instanceof HolidaysUnknownError) return null;
		throw error;
	}
}
