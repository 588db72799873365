import type { CalendarDay } from '../calendar/calendar-day.ts';
import { isOnConsent, type CustomerFacts } from './customer.ts';

/** What a form would have asked for, and records of the past may lack: they count as they are, and it is listed. */
export type Gap =
	'eligibility_incomplete' | 'interview_incomplete' | 'plan_not_on_record' | 'consent_missing' | 'consent_after_start';

/** What decides the gaps of a journey; `null` where the platform has not looked yet. */
export interface GapFacts extends ConsentFacts {
	eligibility_complete: boolean | null;
	interview_complete: boolean | null;
	plan_on_record: boolean | null;
}

/** The gaps of a journey (1.13, 2.1 to 2.3, 2.26 to 2.28). */
export function gapsOf(facts: GapFacts): Gap[] {
	const checks: [Gap, boolean][] = [
		['eligibility_incomplete', facts.eligibility_complete === false],
		['interview_incomplete', facts.interview_complete === false],
		['plan_not_on_record', facts.plan_on_record === false],
		['consent_missing', lacksConsent(facts)],
		['consent_after_start', consentedLate(facts)],
	];
	return checks.filter(([, holds]) => holds).map(([gap]) => gap);
}

interface ConsentFacts extends CustomerFacts {
	start_on: CalendarDay | null;
	consent_given_on: CalendarDay | null;
}

/** Whether somebody has started without consent who was known not to be a DWP customer then (2.26, 2.28). */
export function lacksConsent(facts: ConsentFacts): boolean {
	return startedOnConsent(facts) && facts.consent_given_on === null;
}

/** Whether they consented only after they had started, which is a breach (2.26, 2.28). */
export function consentedLate(facts: ConsentFacts): boolean {
	const { start_on, consent_given_on } = facts;
	return startedOnConsent(facts) && consent_given_on !== null && start_on !== null && consent_given_on > start_on;
}

function startedOnConsent(facts: ConsentFacts): boolean {
	return facts.start_on !== null && isOnConsent(facts, facts.start_on);
}
