import type { CalendarDay } from '../domain/calendar/calendar-day.ts';
import type { CodeOf, Lists } from '../domain/language/code-lists.ts';
import type { Cells } from './cells.ts';
import type { FormRules } from './form-reader.ts';
import * as kind from './kinds.ts';

/** One row of the caseload file: a referral and all that followed it. `null` is unknown. */
export interface CaseloadRecord {
	reference: string;
	/** Reference of the Call-Off Contract. */
	contract: string;
	/** Contract Package Area, 1 to 9. */
	cpa: number;
	route: CodeOf<'referral_route'>;
	received_on: CalendarDay | null;
	/** Lower case. */
	mentor_email: string | null;
	first_name: string | null;
	last_name: string | null;
	phone: string | null;
	email: string | null;
	aged_18_or_over: 'yes' | 'no' | null;
	preferred_language: CodeOf<'language'> | null;
	dwp_customer: 'yes' | 'no' | null;
	/** Nine characters, upper case, without spaces. */
	nino: string | null;
	benefit_type: CodeOf<'benefit'>[] | null;
	initial_meeting_on: CalendarDay | null;
	initial_meeting_outcome: CodeOf<'initial_meeting_outcome'> | null;
	start_on: CalendarDay | null;
	diagnostic_interview_on: CalendarDay | null;
	action_plan_agreed_on: CalendarDay | null;
	action_plan_evidence: CodeOf<'plan_evidence'> | null;
	baseline_survey_on: CalendarDay | null;
	consent_given_on: CalendarDay | null;
	consent_withdrawn_on: CalendarDay | null;
	ended_on: CalendarDay | null;
	end_reason: CodeOf<'end_reason'> | null;
}

/** What a cell with a choice can say, retired values too: they were in use when it happened. */
function kindsOf(lists: Lists) {
	return {
		meetingOutcome: kind.code('initial_meeting_outcome', lists),
		route: kind.code('referral_route', lists),
		language: kind.code('language', lists),
		benefits: kind.codes('benefit', lists),
		evidence: kind.code('plan_evidence', lists),
		endReason: kind.code('end_reason', lists),
	};
}

export function caseloadRules(lists: Lists): FormRules<'caseload', CaseloadRecord> {
	const kinds = kindsOf(lists);
	return {
		record: (cells) => caseloadRecord(cells, kinds),
		key: (record) => record.reference,
		keyColumn: 'reference',
		keyWords: 'this reference',
		namedBy: { form: 'caseload', column: 'reference' },
	};
}

/** The order of days is judged afterwards, with the sessions at hand, by the rules of the journey. */
function caseloadRecord(
	cells: Cells<'caseload'>,
	{ meetingOutcome, route, language, benefits, evidence, endReason }: ReturnType<typeof kindsOf>,
): CaseloadRecord | undefined {
	return cells.record<CaseloadRecord>({
		reference: cells.required('reference', kind.reference),
		contract: cells.required('contract', kind.reference),
		cpa: cells.required('cpa', kind.cpa),
		route: cells.required('route', route),
		received_on: cells.optional('received_on', kind.day),
		mentor_email: cells.optional('mentor_email', kind.email),
		first_name: cells.optional('first_name', kind.name),
		last_name: cells.optional('last_name', kind.name),
		phone: cells.optional('phone', kind.phone),
		email: cells.optional('email', kind.email),
		aged_18_or_over: cells.optional('aged_18_or_over', kind.yesNo),
		preferred_language: cells.optional('preferred_language', language),
		dwp_customer: cells.optional('dwp_customer', kind.yesNo),
		nino: cells.optional('nino', kind.nino),
		benefit_type: cells.optional('benefit_type', benefits),
		initial_meeting_on: cells.optional('initial_meeting_on', kind.day),
		initial_meeting_outcome: cells.optional('initial_meeting_outcome', meetingOutcome),
		start_on: cells.optional('start_on', kind.day),
		diagnostic_interview_on: cells.optional('diagnostic_interview_on', kind.day),
		action_plan_agreed_on: cells.optional('action_plan_agreed_on', kind.day),
		action_plan_evidence: cells.optional('action_plan_evidence', evidence),
		baseline_survey_on: cells.optional('baseline_survey_on', kind.day),
		consent_given_on: cells.optional('consent_given_on', kind.day),
		consent_withdrawn_on: cells.optional('consent_withdrawn_on', kind.day),
		ended_on: cells.optional('ended_on', kind.day),
		end_reason: cells.optional('end_reason', endReason),
	});
}
