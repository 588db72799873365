import { earliest, type CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';

export interface ConsentDecision {
	decision: CodeOf<'consent_decision'>;
	decided_on: CalendarDay;
}

/**
 * What a person's decisions come to: the day consent was first given, and the day it was withdrawn, unless it was given
 * again since (2.25, 2.26, 2.28). A withdrawal holds against a consent of the same day.
 */
export function consentStanding(decisions: readonly ConsentDecision[]): {
	given_on: CalendarDay | null;
	withdrawn_on: CalendarDay | null;
} {
	const days = (decision: ConsentDecision['decision']) =>
		decisions
			.filter((each) => each.decision === decision)
			.map(({ decided_on }) => decided_on)
			.sort();
	const given = days('given');
	const withdrawn = days('withdrawn').at(-1) ?? null;
	const givenAgain = withdrawn !== null && given.some((on) => on > withdrawn);
	return { given_on: given[0] ?? null, withdrawn_on: givenAgain ? null : withdrawn };
}

/** Whether somebody has refused consent and not given it since: nothing about them goes into the Mentee Tracker (2.26). */
export function consentRefused(decisions: readonly ConsentDecision[]): boolean {
	const refused = decisions.filter(({ decision }) => decision === 'refused').map(({ decided_on }) => decided_on);
	const last = refused.sort().at(-1);
	return last !== undefined && !decisions.some(({ decision, decided_on }) => decision === 'given' && decided_on > last);
}

/**
 * The day from which nothing about a person is used in any way but to go on supporting them (2.25, 2.26). It stands on
 * the referral and on the Mentee record, and they can differ: an old file fills in the one or the other. The earlier day
 * holds, whichever record has it, because data used in between was used without consent. Consent that is given again
 * takes it off both (`consentStanding`), so what still stands on either has not been taken back.
 */
export function consentWithdrawnOn(referral: CalendarDay | null, mentee: CalendarDay | null): CalendarDay | null {
	return earliest(referral, mentee) ?? null;
}

/** Whether the records of a person are for their Peer Mentor alone, and in no figure, list or sample (2.25). */
export function isRestricted(withdrawnOn: CalendarDay | null, erased: boolean): boolean {
	return withdrawnOn !== null || erased;
}
