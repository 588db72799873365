/** Rules that one record can be held against by itself, for every collection, each with its paragraph. */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Problem as ContractProblem } from '../contract/messages.ts';
import type { Problem as JourneyProblem } from './messages.ts';
import { evidenceProblems } from './evidence.ts';
import { isBlank, isEmpty, needed, type PlainRecord, type RecordRules } from './record-rule.ts';
import { ONLY_OF_THE_SUPPLIER, RULES_OF_THE_SUPPLIER } from './record-rules-of-the-supplier.ts';

export { isBlank, type PlainRecord };

type Problem = ContractProblem | JourneyProblem;

const INVOICE_NEEDS = ['payment', 'cost_centre', 'account_code', 'purchase_order', 'purchase_order_line', 'document'];

export const RECORD_RULES: Readonly<Record<string, RecordRules>> = {
	mentees: {
		past: ['disclosed_on', 'final_review_on', 'customer_since_on', 'customer_notice_on'],
		order: [
			['start_on', 'final_review_on', 'ended_on'],
			['start_on', 'disclosed_on'],
			['customer_since_on', 'customer_notice_on'],
		],
		needed: [needed('disclosed_on', 'disclosure', 'disclosed_after_joining', 'disclosure', '3.5')],
	},
	consents: {
		past: ['decided_on'],
		needed: ['statement_version', 'language'].map((field) =>
			needed(field, 'decision', 'given', 'consent_decision', '2.28'),
		),
	},
	notifications_to_jobcentre: {
		past: ['told_on'],
		needed: [needed('result', 'about', 'referral_result', 'notification_subject', '2.6')],
	},
	initial_meetings: { past: ['voluntary_explained_on', 'data_use_explained_on'] },
	diagnostic_interviews: { past: ['complaints_explained_on'] },
	treatment_statuses: { past: ['since_on'] },
	support_engagements: {
		past: ['referred_on', 'entered_on', 'ended_on'],
		order: [['referred_on', 'entered_on', 'ended_on']],
		needed: [
			needed('programme', 'kind', 'buyer_programme', 'support_kind', '3.5'),
			needed('training_type', 'kind', 'training', 'support_kind', '3.5'),
			needed('volunteering_type', 'kind', 'volunteering', 'support_kind', '3.5'),
			needed('education_type', 'kind', 'education', 'support_kind', '3.5'),
			needed('sector', 'kind', 'employment', 'support_kind', '3.5'),
		],
	},
	plan_reviews: { past: ['reviewed_on'] },
	travel_claims: {
		past: ['travelled_on', 'paid_on'],
		order: [['travelled_on', 'paid_on']],
		least: { amount_pence: 1 },
		needed: [
			needed('session', 'travelled_to', 'session', 'travel_purpose', '2.25'),
			needed('interview', 'travelled_to', 'interview', 'travel_purpose', '2.25'),
			needed('paid_on', 'status', 'paid', 'claim_status', '2.25'),
		],
	},
	complaints: {
		past: ['received_on', 'acknowledged_on', 'resolved_on', 'escalated_on'],
		order: [
			['received_on', 'acknowledged_on', 'resolved_on'],
			['received_on', 'escalated_on'],
		],
		needed: [
			needed('resolved_on', 'stage', 'resolved', 'complaint_stage', 'D2.1'),
			needed('outcome', 'stage', 'resolved', 'complaint_stage', 'D2.1'),
			needed('escalated_on', 'stage', 'independent_case_examiner', 'complaint_stage', 'D2.1'),
		],
	},
	allocations: {
		past: ['from_on'],
		needed: ['mentee_wish', 'mentor_wish', 'other'].map((cause) =>
			needed('reason', 'because', cause, 'hand_over_cause', '2.25'),
		),
	},
	working_wishes: { past: ['since_on'], order: [['since_on', 'until_on']] },
	training_records: { past: ['completed_on'] },
	office_visits: { past: ['visited_on'] },
	upskilling_sessions: { past: ['held_on'], least: { attendees: 1 } },
	evaluation_participation: {
		past: ['held_on'],
		least: { minutes: 1 },
		needed: [needed('peer_mentor', 'taken_by', 'peer_mentor', 'evaluation_party', '1.28')],
	},
	peer_mentors: { past: ['lived_experience_attested_on', 'vetted_on'], order: [['away_from_on', 'away_until_on']] },
	restriction_periods: { order: [['from_on', 'until_on']] },
	milestones: { past: ['met_on'] },
	session_places: { past: ['approved_on'] },
	local_services: { past: ['checked_on'] },
	implementation_plans: {
		past: ['submitted_on', 'amendment_requested_on', 'approved_on'],
		order: [
			['submitted_on', 'amendment_requested_on'],
			['submitted_on', 'approved_on'],
		],
		needed: [
			needed('submitted_on', 'status', 'submitted', 'plan_status', '2.25'),
			needed('submitted_on', 'status', 'approved', 'plan_status', '2.25'),
			needed('approved_on', 'status', 'approved', 'plan_status', '2.25'),
			needed('amendment_requested_on', 'status', 'amendment_requested', 'plan_status', '2.25'),
		],
	},
	exit_plans: { past: ['dated_on'] },
	meetings: { past: ['held_on'] },
	meeting_actions: { past: ['done_on'] },
	risks_and_issues: { past: ['raised_on', 'closed_on'], order: [['raised_on', 'closed_on']] },
	performance_improvement_plans: {
		past: ['opened_on', 'submitted_on', 'begun_on', 'closed_on'],
		order: [
			['opened_on', 'submitted_on', 'closed_on'],
			['submitted_on', 'due_on'],
			['begun_on', 'closed_on'],
		],
	},
	mi_returns: { past: ['tracker_sent_on'] },
	spend_entries: { past: ['spent_on'] },
	cost_register_entries: { past: ['dated_on'] },
	ipr_log_entries: { past: ['dated_on'] },
	return_templates: { past: ['received_on'] },
	baseline_surveys: {
		past: ['six_months_completed_on', 'twelve_months_completed_on'],
		order: [['completed_on', 'six_months_completed_on', 'twelve_months_completed_on']],
	},
	marketing_products: {
		past: ['submitted_on', 'approved_on'],
		order: [['submitted_on', 'approved_on']],
		needed: [needed('approved_on', 'status', 'approved', 'approval_status', '5.6')],
	},
	information_requests: {
		past: ['requested_on', 'answered_on'],
		order: [
			['requested_on', 'answered_on'],
			['requested_on', 'due_on'],
		],
	},
	sample_requests: {
		past: ['requested_on', 'answered_on'],
		order: [
			['from_on', 'until_on'],
			['requested_on', 'answered_on'],
		],
		least: { size: 1 },
	},
	implementation_costs: {
		past: ['advised_on', 'activity_completed_on'],
		least: { amount_pence: 0, deferred_pence: 0 },
	},
	invoices: {
		past: ['sent_on'],
		least: { amount_pence: 1 },
		needed: [
			...['sent', 'paid'].map((status) => needed('sent_on', 'status', status, 'invoice_status', '2.30')),
			...['ready', 'sent', 'paid'].flatMap((status) =>
				INVOICE_NEEDS.map((field) => needed(field, 'status', status, 'invoice_status', '4.11')),
			),
		],
	},
	...RULES_OF_THE_SUPPLIER,
};

/**
 * What is wrong with one record by itself.
 * @param record as it would become
 */
export function recordProblems(collection: string, record: PlainRecord, today: CalendarDay): Problem[] {
	const { past = [], order = [], needed: answers = [], least = {} } = RECORD_RULES[collection] ?? {};
	return [
		...past.flatMap((field) => {
			const day = dayIn(record, field);
			return day !== null && day > today ? [{ field, code: 'day_in_future' as const, params: { day, today } }] : [];
		}),
		...order.flatMap((fields) => orderProblems(record, fields)),
		...answers.flatMap(({ field, when }) => {
			if (record[when.field] !== when.is || !isEmpty(record[field])) return [];
			const params = { list: when.list, because: when.is };
			return [{ field, code: 'required_when' as const, params }];
		}),
		...Object.entries(least).flatMap(([field, smallest]) => {
			const value = record[field];
			if (isEmpty(value) || Number(value) >= smallest) return [];
			return [{ field, code: 'too_small' as const, params: { least: smallest } }];
		}),
		...evidenceProblems(collection, record),
		...(ONLY_HERE[collection]?.(record) ?? []),
	];
}

function orderProblems(record: PlainRecord, fields: readonly string[]): Problem[] {
	const known = fields.flatMap((field) => {
		const day = dayIn(record, field);
		return day === null ? [] : [{ field, day }];
	});
	return known.flatMap(({ field, day }, index) => {
		const before = known[index - 1];
		if (!before || day >= before.day) return [];
		return [{ field, code: 'out_of_order' as const, params: { day, earliest: before.day } }];
	});
}

/** Rules that no table can say. */
const ONLY_HERE: Readonly<Record<string, (record: PlainRecord) => Problem[]>> = {
	...ONLY_OF_THE_SUPPLIER,
	// 2.1, 2.2: nobody is recorded as eligible against one of the criteria.
	initial_meetings: ({ outcome, dependency_is_a_barrier: barrier, lives_in_area, benefit_position }) => {
		if (outcome !== 'start' && outcome !== 'declined') return [];
		const problems: Problem[] = [];
		if (isNo(barrier)) problems.push({ field: 'dependency_is_a_barrier', code: 'no_dependency' });
		if (lives_in_area === 'no') problems.push({ field: 'lives_in_area', code: 'outside_area' });
		if (benefit_position === 'neither')
			problems.push({ field: 'benefit_position', code: 'not_benefits_or_unemployed' });
		return problems;
	},
	mentees: (record) => [
		...benefitProblems(record, 'benefits'),
		...benefitProblems(record, 'benefits_at_start'),
		...(record.disclosure === 'not_a_dwp_customer' && record.dwp_customer === 'yes'
			? [{ field: 'disclosure', code: 'disclosure_not_customer' as const }]
			: []),
		...(!isBlank(record.customer_since_on) && record.dwp_customer !== undefined && record.dwp_customer !== 'yes'
			? [{ field: 'customer_since_on', code: 'since_not_customer' as const }]
			: []),
	],
	referrals: (record) => benefitProblems(record, 'benefits'),
	// 2.26: the Buyer's approval is somebody's, on a day.
	session_places: ({ approved_by, approved_on }) =>
		isEmpty(approved_on) || !isEmpty(approved_by) ? [] : [{ field: 'approved_by', code: 'approval_of_nobody' }],
	// 1.14: a review is documented by what was looked at, and what came of it.
	plan_reviews: (record) =>
		['summary', 'result']
			.filter((field) => isBlank(record[field]))
			.map((field) => ({ field, code: 'review_not_documented' as const })),
	// 3.5: either barriers or none of them.
	diagnostic_interviews: ({ barriers }) => {
		const chosen = listIn(barriers);
		return chosen.includes('none') && chosen.length > 1 ? [{ field: 'barriers', code: 'none_with_barriers' }] : [];
	},
	// 5.6: only what the Buyer has approved is used.
	marketing_products: ({ in_use, status }) =>
		isYes(in_use) && status !== 'approved' ? [{ field: 'in_use', code: 'not_approved' }] : [],
};

/** Either benefits or none of them (2.2). */
function benefitProblems(record: PlainRecord, field: string): Problem[] {
	const chosen = listIn(record[field]);
	return chosen.includes('none') && chosen.length > 1 ? [{ field, code: 'benefits_contradict' }] : [];
}

/** 2.8: a third party passes on a name and contact details only with the person's permission. */
export function permissionProblems({ route, permission_obtained }: PlainRecord): Problem[] {
	if (route !== 'third_party' || isYes(permission_obtained)) return [];
	return [{ field: 'permission_obtained', code: 'permission_missing' }];
}

/** The values of a list field, which a database may give as text. */
export function listIn(value: unknown): string[] {
	const list: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
	return Array.isArray(list) ? (list as string[]) : [];
}

/** SQLite gives 0 and 1. */
export const isYes = (value: unknown) => value === true || value === 1;
const isNo = (value: unknown) => value === false || value === 0;

function dayIn(record: PlainRecord, field: string): CalendarDay | null {
	return isEmpty(record[field]) ? null : (record[field] as CalendarDay);
}
