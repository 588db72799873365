/** What one import file looks like: its columns in the published order, and those that need a value in every row. */
interface Form {
	columns: readonly string[];
	required: readonly string[];
}

/** The four import files; each is known by its header, in any column order. */
export const importForms = {
	contracts: {
		columns: [
			'reference',
			'supplier',
			'cpas',
			'start_date',
			'implementation_end_date',
			'last_start_date',
			'end_date',
			'working_day_calendar',
			'total_value',
			'implementation_costs',
		],
		required: ['reference', 'supplier', 'cpas', 'start_date', 'working_day_calendar'],
	},
	mentors: {
		columns: ['email', 'first_name', 'last_name', 'contract', 'delivery_area', 'weekly_hours', 'from', 'to'],
		required: ['email', 'first_name', 'last_name', 'contract', 'delivery_area', 'weekly_hours', 'from'],
	},
	caseload: {
		columns: [
			'reference',
			'contract',
			'cpa',
			'route',
			'received_on',
			'mentor_email',
			'first_name',
			'last_name',
			'phone',
			'email',
			'aged_18_or_over',
			'preferred_language',
			'dwp_customer',
			'nino',
			'benefit_type',
			'initial_meeting_on',
			'initial_meeting_outcome',
			'start_on',
			'diagnostic_interview_on',
			'action_plan_agreed_on',
			'action_plan_evidence',
			'baseline_survey_on',
			'consent_given_on',
			'consent_withdrawn_on',
			'ended_on',
			'end_reason',
		],
		required: ['reference', 'contract', 'cpa', 'route'],
	},
	sessions: {
		columns: ['reference', 'held_on', 'minutes', 'mode', 'attendance'],
		required: ['reference', 'held_on', 'mode', 'attendance'],
	},
} as const satisfies Record<string, Form>;

export type ImportForm = keyof typeof importForms;

/** The column names of one file. */
export type ColumnOf<F extends ImportForm> = (typeof importForms)[F]['columns'][number];
