/** What the second implementation is asked. */
export interface BareQuestion {
	/** Contracts that share the calendar and the shortest session that counts, as SQL that finds their keys. */
	contracts: string;
	calendar: string;
	minutes: number;
	/** What the Order Form says instead of the specification. */
	terms?: BareTerms;
	/** The first and the last day of the month, and the day as of which records are known: whole days since 1970. */
	first: number;
	last: number;
	known: number;
}

/** Numbers of Table A and of 2.20. */
export interface BareTerms {
	initial_meeting_days: number;
	diagnostic_interview_days: number;
	action_plan_days: number;
	first_sessions: number;
	first_sessions_days: number;
	minimum_sessions: number;
}

/** What the specification says. */
export const TABLE_A: BareTerms = {
	initial_meeting_days: 10,
	diagnostic_interview_days: 10,
	action_plan_days: 10,
	first_sessions: 4,
	first_sessions_days: 30,
	minimum_sessions: 8,
};
