/** How each record of the journey hangs together: the parent it belongs to, and what the rules call its fields. */
export interface JourneyTable {
	/** The field that names the parent, and the parent's collection; a referral has none. */
	parent: { field: string; collection: string } | null;
	/** The field of the rules that each of our fields is. */
	facts: Record<string, string>;
}

export const JOURNEY_TABLES: Record<string, JourneyTable> = {
	referrals: { parent: null, facts: {} },
	initial_meetings: {
		parent: { field: 'referral', collection: 'referrals' },
		facts: { held_on: 'initial_meeting_on', outcome: 'initial_meeting_outcome' },
	},
	mentees: { parent: { field: 'referral', collection: 'referrals' }, facts: {} },
	diagnostic_interviews: {
		parent: { field: 'mentee', collection: 'mentees' },
		facts: { held_on: 'diagnostic_interview_on' },
	},
	action_plans: {
		parent: { field: 'mentee', collection: 'mentees' },
		facts: { agreed_on: 'action_plan_agreed_on', evidence: 'action_plan_evidence' },
	},
	actions: { parent: { field: 'action_plan', collection: 'action_plans' }, facts: {} },
	sessions: { parent: { field: 'mentee', collection: 'mentees' }, facts: {} },
	baseline_surveys: {
		parent: { field: 'mentee', collection: 'mentees' },
		facts: { completed_on: 'baseline_survey_on' },
	},
};

/** Columns that only the platform writes: ownership, and what follows from other records. */
export const PLATFORM_FIELDS = ['supplier', 'mentor_user', 'name', 'stage', 'next_due_on', 'sessions_counted'];
