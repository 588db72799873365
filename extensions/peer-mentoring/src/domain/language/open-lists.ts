import type { CodeList, CodeOf } from './code-lists.ts';

/**
 * The lists to which an Administrator may add values of their own, with those of their values that rules depend on: those
 * can be called something else, and neither go nor end. Rules depend on every value of any other list, and a value of
 * one's own would mean nothing there.
 */
export const OPEN_LISTS = {
	substance: ['alcohol', 'heroin', 'prescription_opioids', 'not_disclosed'],
	employment_status: [],
	unemployment_length: [],
	benefit: [
		'universal_credit',
		'jsa_income_based',
		'jsa_new_style',
		'esa_income_related',
		'income_support',
		'working_tax_credit',
		'none',
		'not_known',
	],
	universal_credit_regime: [],
	treatment_status: [],
	treatment_exit: [],
	third_party_type: [],
	barrier: ['other_health', 'offending', 'housing', 'other', 'none'],
	health_need: [],
	housing: [],
	other_barrier: [],
	end_reason: ['completed', 'dropout', 'died', 'other'],
	destination: [],
	employment_programme: [],
	training_type: [],
	education_type: [],
	volunteering_type: [],
	job_hours: [],
	sector: [],
	contact_method: [],
	service_kind: [],
	hand_over_cause: ['first', 'mentee_wish', 'mentor_wish', 'other'],
	training_topic: ['encouraging_disclosure', 'traumatic_experiences', 'keeping_a_distance', 'complex_needs'],
	marketing_kind: [],
	meeting_kind: ['start_up', 'weekly', 'monthly'],
	approved_document_kind: ['consent_statement', 'privacy_impact_assessment', 'data_sharing_record'],
} as const satisfies { [List in CodeList]?: readonly CodeOf<List>[] };

const RULED: Readonly<Record<string, readonly string[]>> = OPEN_LISTS;

/** Whether values of one's own can be added to the list. */
export function isOpen(list: string): boolean {
	return Object.hasOwn(RULED, list);
}

/** Whether rules depend on the value. */
export function isRuled(list: string, value: string): boolean {
	return !isOpen(list) || (RULED[list] as readonly string[]).includes(value);
}
