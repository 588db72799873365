import { weekdayNear } from '../../calendar/days-in-words.ts';
import type { CalendarDay } from '../../calendar/calendar-day.ts';
import type { Language } from '../../language/text.ts';
import type { Appointment } from './order.ts';

/**
 * What is sent to somebody to confirm their next appointment (2.7, 2.24), in their language. It says when, and neither
 * who they are nor what the service is; where is known to both, and the name of a place can tell too much.
 */
export function appointmentText(
	{ on, at }: Pick<Appointment, 'on' | 'at'>,
	today: CalendarDay,
	language: Language,
): string {
	const day = weekdayNear(on, today, language);
	if (language === 'cy-GB') {
		const when = at ? `${day} am ${at}` : day;
		return `Rydym yn cwrdd ${when}, yn y lle y cytunwyd arno. Rhowch wybod os na allwch ddod.`;
	}
	const when = at ? `${day} at ${at}` : day;
	return `We are meeting on ${when}, at the place we agreed. Please let me know if you cannot come.`;
}
