import type { CodeOf } from '../../../domain/language/code-lists.ts';
import { isInterviewCounted } from '../../../domain/journey/interview.ts';
import type { Due, Outstanding } from '../../../domain/home/caseload/to-dos.ts';

/** What is known of the parent: as much as a new record is filled in from. */
export interface Parent {
	end_reason?: CodeOf<'end_reason'> | null;
	referral?: { route: CodeOf<'referral_route'> };
}

/** The record that answers something to do: in which collection, and whose child it is. */
export interface Answer {
	collection: string;
	parent: { collection: 'referrals' | 'mentees'; field: 'referral' | 'mentee' };
	/** Fields of a record begun earlier that is to be finished instead of opening a second one. */
	finishes?: readonly string[];
	/** Whether such a record is still to be finished. */
	isBegun?: (record: Values) => boolean;
	/** What a new record says already. */
	fill?: (parent: Parent) => Values;
}

export type Values = Record<string, unknown>;

const REFERRAL = { collection: 'referrals', field: 'referral' } as const;
const MENTEE = { collection: 'mentees', field: 'mentee' } as const;

const PLAN = { collection: 'action_plans', parent: MENTEE, finishes: ['id', 'agreed_on', 'evidence', 'goal'] } as const;
const INTERVIEW = {
	collection: 'diagnostic_interviews',
	parent: MENTEE,
	finishes: [
		'id',
		'held_on',
		'aspirations',
		'needs',
		'barriers',
		'health_needs',
		'housing',
		'other_barriers',
		'barrier_detail',
		'complete',
		'complaints_explained',
		'complaints_explained_on',
		'imported',
	],
} as const;
const MEETING = { collection: 'initial_meetings', parent: REFERRAL } as const;
const ELIGIBILITY = [
	'dependency_is_a_barrier',
	'aged_18_or_over',
	'lives_in_area',
	'benefit_position',
	'assurance',
	'decided_on',
] as const;
const EXPLAINED = [
	'voluntary_explained',
	'voluntary_explained_on',
	'data_use_explained',
	'data_use_explained_on',
	'claim_encouraged',
] as const;
const SURVEY = { collection: 'baseline_surveys', parent: MENTEE } as const;
/** The later surveys are recorded with the first one (1.26). */
const later = (field: string) => ({
	finishes: ['id', 'completed_on', field],
	isBegun: (record: Values) => !record[field],
});
const CONTACT = 'single_point_of_contact';

const told = (fill: (parent: Parent) => { told_to: CodeOf<'notified_party'> } & Values): Answer => ({
	collection: 'notifications_to_jobcentre',
	parent: MENTEE,
	fill,
});

/** Sessions have a screen of their own; the rest is answered on the Mentee's form. */
type Answered =
	| Exclude<Due, 'four_sessions'>
	| Exclude<
			Outstanding,
			| 'nino_missing'
			| 'customer_notice_missing'
			| 'disclosure_missing'
			| 'review_not_documented'
			| 'plan_change_asked'
			| 'dropout_due'
			| 'leaving_unfinished'
			| 'digital_share_reached'
	  >;

export const ANSWERS: Record<Answered, Answer> = {
	initial_meeting: MEETING,
	diagnostic_interview: { ...INTERVIEW, isBegun: (interview) => !isInterviewCounted(interview) },
	smart_action_plan: { ...PLAN, isBegun: ({ agreed_on, evidence }) => !agreed_on || !evidence },
	baseline_survey: SURVEY,
	survey_six_months: { ...SURVEY, ...later('six_months_completed_on') },
	survey_twelve_months: { ...SURVEY, ...later('twelve_months_completed_on') },
	consent_missing: { collection: 'consents', parent: MENTEE, fill: () => ({ decision: 'given' }) },
	// 2.6, 2.9: the Work Coach hears the result, or else the organisation that referred. A Mentee agreed to start.
	result_not_told: told(({ referral }) => ({
		told_to: referral?.route === 'third_party' ? 'third_party' : 'work_coach',
		about: 'referral_result',
		result: 'will_start',
	})),
	jobcentre_not_told_of_start: told(() => ({ told_to: CONTACT, about: 'taking_part' })),
	jobcentre_not_told_of_end: told(({ end_reason }) => ({
		told_to: CONTACT,
		about: end_reason === 'completed' ? 'completed' : 'left_early',
	})),
	analysts_not_told_of_contact: told(() => ({ told_to: 'analysts', about: 'contact_details' })),
	meeting_incomplete: {
		...MEETING,
		finishes: ['id', 'held_on', 'place', 'outcome', ...ELIGIBILITY, ...EXPLAINED, 'result_told_on', 'notes'],
		isBegun: ({ outcome }) => outcome === 'start',
	},
	interview_incomplete: { ...INTERVIEW, isBegun: isInterviewCounted },
	plan_not_on_record: { ...PLAN, isBegun: ({ agreed_on }) => Boolean(agreed_on) },
};

/** A field of a generated form, as far as it matters whether it must be filled in. */
export interface FormField {
	field: string;
	meta?: { required?: boolean | null; group?: string | null } | null;
	schema?: { default_value?: unknown } | null;
}

/** Required fields left empty, as the form shows them. The server does not look: it would store the record without. */
export function missingFrom(values: Values, fields: readonly FormField[], collection: string) {
	return fields
		.filter(({ field, meta }) => meta?.required && (values[field] ?? '') === '')
		.filter(({ schema }) => (schema?.default_value ?? null) === null)
		.map(({ field, meta }) => ({
			collection,
			field,
			group: meta?.group ?? null,
			type: 'required',
			code: 'FAILED_VALIDATION',
		}));
}
