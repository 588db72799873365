import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { grantedFields } from '../../../directus/lib/config/classes.ts';
import { FOLDERS } from '../../../directus/lib/config/files.ts';
import { readRole } from '../../../directus/lib/config/roles/role-file.ts';
import { fieldClasses } from '../../../directus/lib/model/field-classes.ts';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';

/**
 * Things that a form has to ask and no rule works with: each has a field of its own, with the choices that belong to it,
 * which the form shows and the role may fill in.
 */
interface ModelField {
	collection: string;
	field: string;
	type: string;
	meta: {
		hidden?: boolean;
		readonly?: boolean;
		options?: { choices?: unknown };
		conditions?: { hidden?: boolean }[];
	} | null;
}

const model = parse(readFileSync(MODEL_PATH, 'utf8')) as { fields: ModelField[] };
const classes = fieldClasses();

function mayWrite(role: string, { collection, field }: ModelField): boolean {
	const file = readRole(join(FOLDERS.roles, `${role}.yaml`));
	const granted = file.permissions[collection]?.update?.fields ?? [];
	return [field, '*'].some((each) => grantedFields(collection, granted, classes).includes(each));
}

const isShown = ({ meta }: ModelField) => !meta?.hidden || meta.conditions?.some(({ hidden }) => hidden === false);

/** Each field with its type, or with its list of choices. */
type Asked = Record<string, string>;

function isAsked(role: string, asked: Asked): void {
	for (const [name, what] of Object.entries(asked)) {
		const field = model.fields.find((each) => `${each.collection}.${each.field}` === name);
		const choices = String(field?.meta?.options?.choices ?? '').replace('code-list:', '');
		const is = { type: what.startsWith('code-list:') ? `code-list:${choices}` : field?.type };
		const shown = field && isShown(field) && !field.meta?.readonly;
		expect([name, is, Boolean(shown), field && mayWrite(role, field)]).toEqual([name, { type: what }, true, true]);
	}
}

describe('a Peer Mentor is asked', () => {
	it.each<[string, Asked]>([
		[
			'when and where to meet, and how that was confirmed (2.7, 2.8, 2.24)',
			{
				'referrals.meeting_arranged_on': 'date',
				'referrals.meeting_arranged_at': 'time',
				'referrals.meeting_arranged_place': 'code-list:meeting_place',
				'referrals.confirmed_by': 'code-list:contact_method',
				'initial_meetings.place': 'code-list:meeting_place',
				'mentees.next_appointment_on': 'date',
				'mentees.next_appointment_at': 'time',
				'mentees.next_appointment_place': 'string',
				'mentees.next_appointment_confirmed_by': 'code-list:contact_method',
			},
		],
		[
			'which local service helps, and what is known of it (2.13, 2.15)',
			{
				'local_services.kind': 'code-list:service_kind',
				'local_services.delivery_area': 'string',
				'local_services.contact': 'text',
				'local_services.languages': 'code-list:language',
				'local_services.checked_on': 'date',
				'support_engagements.local_service': 'uuid',
				'actions.local_service': 'uuid',
				'mentees.onward_service': 'uuid',
			},
		],
		[
			'whether somebody who is no DWP customer was encouraged to claim (2.9)',
			{ 'initial_meetings.claim_encouraged': 'boolean' },
		],
		[
			'about each criterion of eligibility, and on what assurance (2.1 to 2.3)',
			{
				'initial_meetings.outcome': 'code-list:initial_meeting_outcome',
				'initial_meetings.dependency_is_a_barrier': 'boolean',
				'initial_meetings.aged_18_or_over': 'code-list:yes_no_not_known',
				'initial_meetings.lives_in_area': 'code-list:yes_no_not_known',
				'initial_meetings.benefit_position': 'code-list:benefit_position',
				'initial_meetings.assurance': 'text',
				'initial_meetings.decided_on': 'date',
				'mentees.benefits': 'code-list:benefit',
				'mentees.universal_credit_regime': 'code-list:universal_credit_regime',
			},
		],
		[
			'whether it was explained that the programme is voluntary, and what data is used (2.26)',
			{
				'initial_meetings.held_on': 'date',
				'initial_meetings.voluntary_explained': 'boolean',
				'initial_meetings.data_use_explained': 'boolean',
			},
		],
		[
			'at the Diagnostic Interview about aspirations, needs, every barrier and complaints (2.26, 2.27, D2.2)',
			{
				'diagnostic_interviews.held_on': 'date',
				'diagnostic_interviews.aspirations': 'text',
				'diagnostic_interviews.needs': 'text',
				'diagnostic_interviews.barriers': 'code-list:barrier',
				'diagnostic_interviews.health_needs': 'code-list:health_need',
				'diagnostic_interviews.housing': 'code-list:housing',
				'diagnostic_interviews.other_barriers': 'code-list:other_barrier',
				'diagnostic_interviews.barrier_detail': 'text',
				'diagnostic_interviews.complaints_explained': 'boolean',
			},
		],
		[
			'of each action whether it is Specific, Measurable, Achievable, Realistic and Timebound (1.13)',
			{
				'actions.what': 'string',
				'actions.measure': 'string',
				'actions.achievable': 'string',
				'actions.relevance': 'string',
				'actions.due_on': 'date',
				'actions.status': 'code-list:action_status',
				'action_plans.agreed_on': 'date',
				'action_plans.evidence': 'code-list:plan_evidence',
			},
		],
		[
			'at the end why, where to, what next, and whether sharing the plan was encouraged (1.16, 2.18, 2.27)',
			{
				'mentees.ended_on': 'date',
				'mentees.end_reason': 'code-list:end_reason',
				'mentees.claim_encouraged': 'boolean',
				'mentees.destination': 'code-list:destination',
				'mentees.end_reason_detail': 'string',
				'mentees.final_review_on': 'date',
				'mentees.next_steps': 'text',
				'mentees.sharing_encouraged': 'boolean',
				'mentees.shorter_support_reason': 'string',
			},
		],
		[
			'everything that the Mentee Tracker tells (3.5)',
			{
				'mentees.nino': 'string',
				'mentees.start_on': 'date',
				'mentees.substances': 'code-list:substance',
				'mentees.main_substance': 'code-list:substance',
				'mentees.employment_status': 'code-list:employment_status',
				'mentees.unemployment_length': 'code-list:unemployment_length',
				'mentees.benefits': 'code-list:benefit',
				'mentees.benefits_at_start': 'code-list:benefit',
				'treatment_statuses.status': 'code-list:treatment_status',
				'treatment_statuses.since_on': 'date',
				'referrals.route': 'code-list:referral_route',
				'diagnostic_interviews.held_on': 'date',
				'action_plans.agreed_on': 'date',
				'mentees.disclosure': 'code-list:disclosure',
				'mentees.disclosed_on': 'date',
				'diagnostic_interviews.barriers': 'code-list:barrier',
				'sessions.attendance': 'code-list:attendance',
				'mentees.ended_on': 'date',
				'mentees.end_reason': 'code-list:end_reason',
				'support_engagements.kind': 'code-list:support_kind',
				'support_engagements.referred_on': 'date',
				'support_engagements.entered_on': 'date',
				'support_engagements.ended_on': 'date',
				'support_engagements.treatment_result': 'code-list:treatment_exit',
				'support_engagements.reason_left': 'string',
				'support_engagements.programme': 'code-list:employment_programme',
				'support_engagements.training_type': 'code-list:training_type',
				'support_engagements.volunteering_type': 'code-list:volunteering_type',
				'support_engagements.education_type': 'code-list:education_type',
				'support_engagements.sector': 'code-list:sector',
			},
		],
	])('%s', (_, asked) => isAsked('peer-mentor', asked));
});

describe('a manager is asked', () => {
	it.each<[string, Asked]>([
		[
			'for a Peer Mentor’s lived experience, vetting, pay and training (2.17, 2.25)',
			{
				'peer_mentors.lived_experience_attested_on': 'date',
				'peer_mentors.vetting': 'code-list:vetting_status',
				'peer_mentors.vetted_on': 'date',
				'peer_mentors.employment_basis': 'code-list:employment_basis',
				'training_records.topic': 'code-list:training_topic',
				'training_records.completed_on': 'date',
			},
		],
		[
			'for supervision, and for each step of a safeguarding concern (2.25)',
			{
				'supervisions.held_on': 'date',
				'supervisions.next_on': 'date',
				'supervisions.agreed': 'text',
				'supervisions.notes': 'text',
				'safeguarding_concerns.about': 'code-list:safeguarding_subject',
				'safeguarding_concerns.concern': 'text',
				'safeguarding_concerns.stage': 'code-list:safeguarding_stage',
				'safeguarding_concerns.assessed_on': 'date',
				'safeguarding_concerns.referred_to': 'string',
				'safeguarding_concerns.handling': 'text',
				'safeguarding_concerns.outcome': 'text',
			},
		],
		[
			'for what the Buyer approves, days of attendance and sub-contractors (2.29, 5.2, 5.4)',
			{
				'approved_documents.kind': 'code-list:approved_document_kind',
				'approved_documents.approved_by': 'string',
				'approved_documents.in_use_on': 'date',
				'approved_documents.review_on': 'date',
				'attendance_patterns.weekday': 'code-list:weekday',
				'organisations.service': 'string',
				'upskilling_sessions.direction': 'code-list:upskilling_direction',
			},
		],
		[
			'whether a quarterly or six-monthly return has nothing to report (3.8)',
			{ 'periodic_returns.nil_declared': 'boolean' },
		],
		[
			'for the narrative of a month (2.25)',
			{
				'mi_returns.spend_against_profile': 'text',
				'mi_returns.recruitment': 'text',
				'mi_returns.mitigations': 'text',
				'mi_returns.results_achieved': 'text',
				'mi_returns.remedial_plans': 'text',
			},
		],
		[
			'what came of each activity that the Buyer sampled (3.10)',
			{ 'sample_items.result': 'code-list:sample_result', 'sample_items.response': 'text' },
		],
	])('%s', (_, asked) => isAsked('supplier-manager', asked));
});

it('benefits and Universal Credit have every choice of 2.2', () => {
	expect(valuesOf('benefit')).toEqual(
		expect.arrayContaining([
			'universal_credit',
			'jsa_income_based',
			'jsa_new_style',
			'esa_income_related',
			'working_tax_credit',
			'income_support',
			'none',
		]),
	);
	expect(valuesOf('universal_credit_regime')).toEqual([
		'intensive_work_search',
		'light_touch',
		'working_enough',
		'work_preparation',
		'work_focused_interview',
		'no_work_related_requirements',
		'not_known',
	]);
});
