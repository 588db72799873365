import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { monthsAfter } from '../calendar/months-after.ts';
import { deadline, type Holidays } from '../calendar/working-days.ts';

/** The time for compliance of the Freedom of Information Act 2000, section 10. */
const FREEDOM_OF_INFORMATION_WORKING_DAYS = 20;

/**
 * When a request for information is due: the Information Security Questionnaire and data protection rights within one
 * calendar month (5.2, 3.14), freedom of information within twenty Working Days; `null` where the Buyer says when.
 */
export function informationDueOn(
	kind: CodeOf<'information_request_kind'>,
	requested: CalendarDay,
	holidays: Holidays,
): CalendarDay | null {
	switch (kind) {
		case 'security_questionnaire':
		case 'data_protection_rights':
			return monthsAfter(requested, 1);
		case 'freedom_of_information':
			return deadline(requested, FREEDOM_OF_INFORMATION_WORKING_DAYS, holidays);
		default:
			return null;
	}
}
