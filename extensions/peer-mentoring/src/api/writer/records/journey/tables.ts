import { JOURNEY_TREE } from '../../../../storage/journey/journey-tree.ts';

export const JOURNEY_COLLECTIONS = Object.keys(JOURNEY_TREE);

/**
 * What the rules call the fields of each collection that a journey's dates come from. The other collections of the
 * journey are held against rules of their own only.
 */
export const FACTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	referrals: {},
	initial_meetings: { held_on: 'initial_meeting_on', outcome: 'initial_meeting_outcome' },
	mentees: {},
	diagnostic_interviews: { held_on: 'diagnostic_interview_on' },
	action_plans: { agreed_on: 'action_plan_agreed_on', evidence: 'action_plan_evidence' },
	sessions: {},
	baseline_surveys: { completed_on: 'baseline_survey_on' },
};

/** What follows from the decisions on consent (2.26, 2.28). */
export const OF_CONSENT: readonly string[] = ['consent_given_on', 'consent_withdrawn_on'];

/** Columns that only the platform writes: ownership, and what follows from other records. */
const PLATFORM_FIELDS = ['supplier', 'mentor_user', 'restricted'];
const OF_PEOPLE = ['name', 'stage', 'next_due_on'];

const PLATFORM_FIELDS_OF: Readonly<Record<string, readonly string[]>> = {
	referrals: [...OF_PEOPLE, 'referral_link', 'referred_by'],
	mentees: [
		...OF_PEOPLE,
		'sessions_counted',
		'face_to_face_sessions',
		'digital_percent',
		'digital_limit_reached',
		'outstanding',
		'leaving_missing',
		'addiction_group',
		'dropout_due_on',
		'contact_changed_on',
	],
	allocations: ['until_on'],
	sessions: ['under_restriction', 'attention'],
	initial_meetings: ['decided_by', 'eligibility_complete'],
	diagnostic_interviews: ['complete', 'imported'],
	consents: ['read_by', 'imported'],
	action_plans: ['buyer_programmes', 'on_record'],
	plan_reviews: ['plan_then'],
	baseline_surveys: ['first_session', 'six_months_due_on', 'twelve_months_due_on'],
	complaints: ['complained_of_user'],
};

export function platformFields(collection: string): string[] {
	return [...PLATFORM_FIELDS, ...(PLATFORM_FIELDS_OF[collection] ?? [])];
}
