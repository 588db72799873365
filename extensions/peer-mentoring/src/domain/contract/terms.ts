/** What the Call-Off Specification fixes by number is a term of each Call-Off Contract: its own, or the specification's. */

/** The terms of one Call-Off Contract, every one of them known. */
export interface Terms {
	/** Working Days from the referral to the initial meeting (Table A). */
	initial_meeting_days: number;
	/** Working Days from the initial meeting to the Diagnostic Interview (Table A). */
	diagnostic_interview_days: number;
	/** Working Days from the Diagnostic Interview to the agreed SMART Action Plan (Table A). */
	action_plan_days: number;
	/** The first sessions, which have a deadline of their own (2.20, Table A). */
	first_sessions: number;
	/** Working Days from the start to the last of the first sessions (Table A). */
	first_sessions_days: number;
	/** Sessions that a Mentee is to have by the end of support (2.20, Table A). */
	minimum_sessions: number;
	/** The shortest session that counts, in minutes (1.15). */
	minimum_session_minutes: number;
	/** The Working Day of the following month on which the returns are due (3.4, Table A). */
	return_working_day: number;
	/** Days without engagement that make a Dropout (Annex E: five weeks). */
	dropout_days: number;
	/** Weekly hours of one FTE (2.26). */
	fte_weekly_hours: number;
	/** Mentees for each FTE in twelve months (2.11, SF2). */
	mentees_per_fte: number;
	/** Months from the Baseline Survey to the survey at six months (1.26). */
	first_survey_months: number;
	/** Months from the Baseline Survey to the survey at twelve months (1.26). */
	second_survey_months: number;
	/** Weeks from the Call-Off Start Date to the end of the Implementation Period, where no day is given (2.25, 2.29). */
	implementation_weeks: number;
	/** Working Days from the Call-Off Start Date to the start-up meeting (2.29). */
	start_up_meeting_days: number;
	/** Days, and Working Days, from the Call-Off Start Date to the Implementation Plan (2.25, 2.29). */
	implementation_plan_days: number;
	/** The share of a month's Delivery Fee that waits for the PMI, in percent (4.5, 4.6). */
	pmi_fee_percent: number;
	/** The most that Implementation Costs may be of the total value, in percent (4.2). */
	implementation_costs_percent: number;
	/** Working Days to answer a request under the Freedom of Information Act 2000, section 10 (3.14). */
	freedom_of_information_days: number;
}

export type Term = keyof Terms;

/** A term of the specification: what it says, and the least and most that an Order Form can make of it. */
interface Fixed {
	is: number;
	least: number;
	most: number;
}

const workingDays = (is: number): Fixed => ({ is, least: 1, most: 130 });

/** What the specification says, and what can be meant instead. */
export const FIXED: Readonly<Record<Term, Fixed>> = {
	initial_meeting_days: workingDays(10),
	diagnostic_interview_days: workingDays(10),
	action_plan_days: workingDays(10),
	first_sessions: { is: 4, least: 1, most: 50 },
	first_sessions_days: workingDays(30),
	minimum_sessions: { is: 8, least: 1, most: 100 },
	minimum_session_minutes: { is: 60, least: 1, most: 480 },
	// No month has fewer than seventeen Working Days.
	return_working_day: { is: 5, least: 1, most: 15 },
	dropout_days: { is: 35, least: 7, most: 365 },
	fte_weekly_hours: { is: 40, least: 20, most: 48 },
	mentees_per_fte: { is: 30, least: 1, most: 200 },
	first_survey_months: { is: 6, least: 1, most: 24 },
	second_survey_months: { is: 12, least: 2, most: 36 },
	implementation_weeks: { is: 12, least: 1, most: 52 },
	start_up_meeting_days: workingDays(5),
	implementation_plan_days: workingDays(10),
	pmi_fee_percent: { is: 20, least: 0, most: 100 },
	implementation_costs_percent: { is: 30, least: 0, most: 100 },
	freedom_of_information_days: workingDays(20),
};

export const TERMS = Object.keys(FIXED) as readonly Term[];

/** The terms of a contract: what it says of each, or else the specification (2.11 to 4.6). */
export function termsOf(contract: Readonly<Partial<Record<Term, unknown>>>): Terms {
	const said = (term: Term) => {
		const value = contract[term];
		return value === null || value === undefined || value === '' ? FIXED[term].is : Number(value);
	};
	return Object.fromEntries(TERMS.map((term) => [term, said(term)])) as unknown as Terms;
}

/** The terms of the specification itself. */
export const SPECIFIED: Terms = termsOf({});

/** The first thing wrong with the terms that a contract states; `undefined` where nothing is. */
export function termProblem(
	contract: Readonly<Partial<Record<Term, unknown>>>,
): { field: Term; code: 'term_range' | 'term_order'; params: Record<string, number | string> } | undefined {
	for (const term of TERMS) {
		const value = contract[term];
		if (value === null || value === undefined) continue;
		const { is, least, most } = FIXED[term];
		if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) continue;
		return { field: term, code: 'term_range', params: { least, most, usual_number: is } };
	}
	const terms = termsOf(contract);
	for (const [term, after] of [
		['first_sessions', 'minimum_sessions'],
		['first_survey_months', 'second_survey_months'],
	] as const) {
		if (terms[term] > terms[after]) {
			return { field: term, code: 'term_order', params: { most: terms[after] } };
		}
	}
	return undefined;
}
