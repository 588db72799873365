import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { Terms } from './terms.ts';
import { monthsAfter } from '../calendar/months-after.ts';
import { deadline, type Holidays } from '../calendar/working-days.ts';

/**
 * When a request for information is due: the Information Security Questionnaire and data protection rights within one
 * calendar month (5.2, 3.14), freedom of information within the time of the Act, twenty Working Days; `null` where the Buyer says when.
 */
export function informationDueOn(
	kind: CodeOf<'information_request_kind'>,
	requested: CalendarDay,
	{ holidays, terms }: { holidays: Holidays; terms: Pick<Terms, 'freedom_of_information_days'> },
): CalendarDay | null {
	switch (kind) {
		case 'security_questionnaire':
		case 'data_protection_rights':
			return monthsAfter(requested, 1);
		case 'freedom_of_information':
			return deadline(requested, terms.freedom_of_information_days, holidays);
		default:
			return null;
	}
}
