import { SPECIFIED } from '../../domain/contract/terms.ts';
import { journeyProblems, type JourneyFacts } from '../../domain/journey/journey-rules.ts';
import { loadsAsException } from '../../domain/loading/past.ts';
import { problemMessage, type Problem } from '../../domain/problems.ts';
import type { CaseloadRecord } from '../../import/caseload.ts';
import type { Located } from '../../import/form-reader.ts';
import type { SessionRecord } from '../../import/sessions.ts';
import type { StoredContract } from '../contract/contracts.ts';
import type { StoredJourney } from '../journey/journeys.ts';
import type { Loading } from './context.ts';

const NO_CONTRACT = { start_date: null, last_start_date: null, end_date: null, terms: SPECIFIED };

/** Holds a journey as it would become against the rules that also guard the forms. */
export function followsRules(
	loading: Loading,
	{ source }: Located<CaseloadRecord>,
	facts: JourneyFacts,
	contract: StoredContract | undefined,
	there: StoredJourney | undefined,
): boolean {
	if (contract && there && there.contract !== contract.id) {
		const message = 'contract cannot be changed: this reference is already on record under another contract';
		loading.fault(source, 'contract', 'CONTRADICTION', message);
		return false;
	}
	const problems = journeyProblems(facts, contract ?? NO_CONTRACT, loading.today);
	const faults = problems.filter((problem) => !loadsAsException(problem));
	for (const problem of problems) {
		const column = columnOf(problem);
		const message = `${column}: ${problemMessage(problem, loading.language)}`;
		if (faults.includes(problem)) loading.fault(source, column, 'RULE', message);
		else loading.notice({ code: 'EXCEPTION', ...source, column, message: `loaded as an exception: ${message}` });
	}
	return faults.length === 0;
}

/** The column to correct; a session on record that no longer fits is one with the date that it was held against. */
function columnOf({ field, code, params }: Problem): string {
	if (field !== 'sessions') return field;
	return code === 'needs_start' ? 'initial_meeting_outcome' : String(params?.predecessor ?? 'start_on');
}

/**
 * The journey as it would become: what the row says, and what is on record where it says nothing. Sessions that come
 * with the same import are left out; they are held against the result, each on its own line.
 */
export function journeyFacts(
	record: CaseloadRecord,
	there: StoredJourney | undefined,
	given: readonly SessionRecord[],
): JourneyFacts {
	const value = <Field extends keyof CaseloadRecord & keyof JourneyFacts>(field: Field) =>
		record[field] ?? there?.[field] ?? null;
	const replaced = new Set(given.map((session) => session.held_on));
	return {
		reference: record.reference,
		cpa: record.cpa,
		route: record.route,
		received_on: value('received_on'),
		initial_meeting_on: value('initial_meeting_on'),
		initial_meeting_outcome: value('initial_meeting_outcome'),
		start_on: value('start_on'),
		diagnostic_interview_on: value('diagnostic_interview_on'),
		action_plan_agreed_on: value('action_plan_agreed_on'),
		action_plan_evidence: value('action_plan_evidence'),
		baseline_survey_on: value('baseline_survey_on'),
		ended_on: value('ended_on'),
		end_reason: value('end_reason'),
		consent_given_on: value('consent_given_on'),
		consent_withdrawn_on: value('consent_withdrawn_on'),
		aged_18_or_over: value('aged_18_or_over'),
		dwp_customer: value('dwp_customer'),
		nino: value('nino'),
		sessions: (there?.sessions ?? []).filter((session) => !replaced.has(session.held_on)),
	};
}
