import type { Words } from '../../../domain/language/words.ts';

/** A kind of record that stands in the timeline of a person. */
export interface Kind {
	collection: string;
	/** The field that leads to the person, and whether that is the referral or the Mentee. */
	of: { field: string; whose: 'referral' | 'mentee' };
	/** The day on which it happened. */
	day: string;
	what: Words;
	/** Fields of which the answers are said. */
	facts: readonly string[];
	/** What the mentor wrote in their own words. */
	note?: string;
	/** One record can be several happenings: only where this field is not empty. */
	where?: string;
}

const OF_MENTEE = { field: 'mentee', whose: 'mentee' } as const;
const OF_REFERRAL = { field: 'referral', whose: 'referral' } as const;

export const HAPPENINGS: readonly Kind[] = [
	{
		collection: 'initial_meetings',
		of: OF_REFERRAL,
		day: 'held_on',
		what: { en: 'Initial meeting', cy: 'Cyfarfod cychwynnol' },
		facts: ['outcome', 'place'],
		note: 'notes',
	},
	{
		collection: 'consents',
		of: OF_MENTEE,
		day: 'decided_on',
		what: { en: 'Consent', cy: 'Cydsyniad' },
		facts: ['decision'],
	},
	{
		collection: 'sessions',
		of: OF_MENTEE,
		day: 'held_on',
		what: { en: 'Session', cy: 'Sesiwn' },
		facts: ['attendance', 'mode', 'minutes'],
		note: 'note',
	},
	{
		collection: 'diagnostic_interviews',
		of: OF_MENTEE,
		day: 'held_on',
		what: { en: 'Diagnostic Interview', cy: 'Cyfweliad diagnostig' },
		facts: ['work_readiness'],
	},
	{
		collection: 'action_plans',
		of: OF_MENTEE,
		day: 'agreed_on',
		what: { en: 'Plan agreed', cy: 'Cytunwyd ar y cynllun' },
		facts: ['evidence'],
		note: 'goal',
	},
	{
		collection: 'plan_reviews',
		of: { field: 'action_plan.mentee', whose: 'mentee' },
		day: 'reviewed_on',
		what: { en: 'Plan reviewed', cy: 'Adolygwyd y cynllun' },
		facts: ['result'],
		note: 'summary',
	},
	{
		collection: 'plan_confirmations',
		of: { field: 'action_plan.mentee', whose: 'mentee' },
		day: 'answered_at',
		what: { en: 'Answered by a link', cy: 'Atebwyd drwy ddolen' },
		facts: ['answer'],
		note: 'asked_change',
	},
	{
		collection: 'baseline_surveys',
		of: OF_MENTEE,
		day: 'completed_on',
		what: { en: 'Baseline Survey', cy: 'Arolwg gwaelodlin' },
		facts: [],
	},
	{
		collection: 'notifications_to_jobcentre',
		of: OF_REFERRAL,
		day: 'told_on',
		what: { en: 'Told', cy: 'Rhoddwyd gwybod' },
		facts: ['told_to', 'about', 'result', 'method'],
	},
	{
		collection: 'support_engagements',
		of: OF_MENTEE,
		day: 'referred_on',
		what: { en: 'Referred to support', cy: 'Cyfeiriwyd at gymorth' },
		facts: ['kind', 'programme', 'training_type', 'volunteering_type', 'education_type'],
	},
	{
		collection: 'support_engagements',
		of: OF_MENTEE,
		day: 'entered_on',
		what: { en: 'Support began', cy: 'Dechreuodd y cymorth' },
		facts: ['kind', 'programme', 'training_type', 'volunteering_type', 'education_type'],
	},
	{
		collection: 'travel_claims',
		of: OF_MENTEE,
		day: 'travelled_on',
		what: { en: 'Travel claim', cy: 'Hawliad teithio' },
		facts: ['travelled_to', 'status'],
	},
];

/** What happened to the person themselves, by the field that holds the day. */
export const OF_PERSON = {
	received_on: { en: 'Referral received', cy: 'Derbyniwyd yr atgyfeiriad' },
	start_on: { en: 'Start', cy: 'Dechrau' },
	ended_on: { en: 'Support ended', cy: 'Daeth y cymorth i ben' },
	appointment: { en: 'Appointment', cy: 'Apwyntiad' },
	meeting_arranged: { en: 'Initial meeting arranged', cy: 'Trefnwyd y cyfarfod cychwynnol' },
} as const satisfies Record<string, Words>;

export const MINUTES: Words = { en: 'minutes', cy: 'munud' };
