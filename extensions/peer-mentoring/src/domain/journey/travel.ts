import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Problem } from './messages.ts';
import type { Session } from './journey.ts';

/** As much of a session as decides whether the way there is paid. */
export type TravelledSession = Pick<Session, 'attendance' | 'mode' | 'held_on'> & {
	mentee: string;
	/** Whether another claim is for the same session. */
	claimed: boolean;
};

/** As much of a claim as its session decides. */
export interface TravelClaim {
	mentee: string | undefined;
	travelled_on: CalendarDay | null;
}

/**
 * What is wrong with claiming the travel to a session: it is reimbursed for those that this Mentee attended face to face,
 * alone or in a group, once for each, and on the day on which it was held (2.25).
 * @param session the one that the claim names; `undefined` where there is none
 */
export function claimProblems(session: TravelledSession | undefined, { mentee, travelled_on }: TravelClaim): Problem[] {
	const isClaimable =
		session !== undefined &&
		session.mentee === mentee &&
		session.attendance === 'attended' &&
		session.mode === 'face_to_face';
	if (!isClaimable) return [{ field: 'session', code: 'session_not_claimable' }];
	const problems: Problem[] = [];
	if (session.claimed) problems.push({ field: 'session', code: 'session_claimed' });
	if (travelled_on !== null && travelled_on !== session.held_on) {
		problems.push({ field: 'travelled_on', code: 'travelled_another_day', params: { day: session.held_on } });
	}
	return problems;
}
