import type { ClockServiceLevel } from '../../../domain/clocks.ts';

/** The record that answers a clock: in which collection, and whose child it is. */
export interface Answer {
	collection: string;
	parent: { collection: 'referrals' | 'mentees'; field: 'referral' | 'mentee' };
	/** Fields of a record begun earlier that is to be finished instead of opening a second one. */
	finishes?: readonly string[];
}

const REFERRAL = { collection: 'referrals', field: 'referral' } as const;
const MENTEE = { collection: 'mentees', field: 'mentee' } as const;

/** Sessions have a screen of their own. */
export const ANSWERS: Record<Exclude<ClockServiceLevel, 'four_sessions'>, Answer> = {
	initial_meeting: { collection: 'initial_meetings', parent: REFERRAL },
	diagnostic_interview: { collection: 'diagnostic_interviews', parent: MENTEE },
	smart_action_plan: {
		collection: 'action_plans',
		parent: MENTEE,
		finishes: ['id', 'agreed_on', 'evidence', 'goal'],
	},
	baseline_survey: { collection: 'baseline_surveys', parent: MENTEE },
};

export type Values = Record<string, unknown>;

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
