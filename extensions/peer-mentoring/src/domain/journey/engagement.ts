import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Session } from './journey.ts';

/** Days on which face-to-face meetings were restricted, both included; `to` is `null` while it lasts (2.25). */
export interface RestrictionPeriod {
	from: CalendarDay;
	to: CalendarDay | null;
}

export interface Engagement {
	/** Attended one-to-one sessions face to face. */
	face_to_face: number;
	/** Attended one-to-one digital sessions, without those held under a restriction. */
	digital: number;
	/** Share of digital sessions in percent, one decimal; `null` where there is nothing to divide. */
	digital_percent: number | null;
	/** Whether one more digital session would pass the most that is allowed; not before there is something to divide. */
	limit_reached: boolean;
}

/**
 * How a Mentee was met. At most 20 percent of engagement may be digital, by agreement (2.20); sessions under
 * face-to-face restrictions do not count against it (2.25).
 */
export function engagementOf(
	sessions: readonly Session[],
	restrictions: readonly RestrictionPeriod[],
	maximumPercent: number,
): Engagement {
	const attended = sessions.filter(({ attendance, one_to_one }) => attendance === 'attended' && one_to_one);
	const face_to_face = attended.filter(({ mode }) => mode === 'face_to_face').length;
	const digital = attended.filter(
		({ mode, held_on }) => mode === 'digital' && !underRestriction(held_on, restrictions),
	).length;
	const all = face_to_face + digital;
	return {
		face_to_face,
		digital,
		digital_percent: all === 0 ? null : Math.round((digital / all) * 1000) / 10,
		limit_reached: all > 0 && (digital + 1) * 100 > maximumPercent * (all + 1),
	};
}

/** Whether face-to-face meetings were restricted on a day. */
export function underRestriction(on: CalendarDay, restrictions: readonly RestrictionPeriod[]): boolean {
	return restrictions.some((period) => within(on, period));
}

function within(on: CalendarDay, { from, to }: RestrictionPeriod): boolean {
	return on >= from && (to === null || on <= to);
}
