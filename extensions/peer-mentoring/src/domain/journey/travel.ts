import type { Problem } from './messages.ts';
import type { Session } from './journey.ts';

/** As much of a session as decides whether the way there is paid. */
export type TravelledSession = Pick<Session, 'attendance' | 'mode'> & { mentee: string };

/**
 * What is wrong with claiming the travel to a session: it is reimbursed for those that this Mentee attended face to face,
 * alone or in a group (2.25).
 * @param session the one that the claim names; `undefined` where there is none
 */
export function claimProblems(session: TravelledSession | undefined, mentee: string | undefined): Problem[] {
	const isClaimable =
		session !== undefined &&
		session.mentee === mentee &&
		session.attendance === 'attended' &&
		session.mode === 'face_to_face';
	return isClaimable ? [] : [{ field: 'session', code: 'session_not_claimable' }];
}
