import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addDays } from '../calendar/calendar-day.ts';
import type { Terms } from '../contract/terms.ts';
import type { Journey } from './journey.ts';

/** The last day on which the Mentee engaged: their latest attended session, or else their start. */
export function engagedUntil({ start_on, sessions }: Pick<Journey, 'start_on' | 'sessions'>): CalendarDay | null {
	const attended = sessions.filter(({ attendance }) => attendance === 'attended').map(({ held_on }) => held_on);
	return attended.sort().at(-1) ?? start_on;
}

/** The earliest Dropout Date: so long after the last engagement, by the specification five weeks (Annex E). `null` for somebody who has not started. */
export function dropoutDueOn(
	journey: Pick<Journey, 'start_on' | 'sessions'>,
	{ dropout_days }: Pick<Terms, 'dropout_days'>,
): CalendarDay | null {
	const engaged = engagedUntil(journey);
	return engaged === null ? null : addDays(engaged, dropout_days);
}
