/** What a form asks for, beside the days and answers that a test is about. */

/** An initial meeting that leads to a start: every criterion, the assurance, and what was explained (2.1 to 2.3, 2.26). */
export const STARTS = {
	outcome: 'start',
	dependency_is_a_barrier: true,
	aged_18_or_over: 'yes',
	lives_in_area: 'yes',
	benefit_position: 'claims_benefits',
	assurance: 'Asked in the meeting',
	voluntary_explained: true,
	data_use_explained: true,
};

const { outcome: _outcome, ...CRITERIA } = STARTS;

/** The same without the outcome, all of it explained on the day of the meeting. */
export function criteriaOf({ initial_meeting_on: on }: Record<string, unknown>) {
	return { ...CRITERIA, voluntary_explained_on: on, data_use_explained_on: on };
}

/** A Diagnostic Interview with every answer (2.27, D2.2). */
export const INTERVIEWED = { aspirations: 'A job', needs: 'Company', barriers: ['none'], complaints_explained: true };

/** An action with all that makes it a SMART one (1.13). */
export const SMART_ACTION = {
	what: 'Ring the service',
	measure: 'Appointment',
	achievable: 'It is near',
	relevance: 'It is the first step',
	due_on: '2023-11-01',
};

/** A plan that can be agreed (Table A). */
export const PLANNED = { goal: 'A job', actions: [SMART_ACTION] };

/** The oral statement as it was read (2.28). */
export const STATEMENT = { statement_version: '1', language: 'en-GB' };
