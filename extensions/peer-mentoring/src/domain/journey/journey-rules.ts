import type { CalendarDay } from '../calendar/calendar-day.ts';
import { day } from '../calendar/calendar-day.ts';
import type { Terms } from '../contract/terms.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { Journey, Session } from './journey.ts';
import { dropoutDueOn, engagedUntil } from './dropout.ts';
import { wordsMissing } from './leaving.ts';
import type { CustomerFacts } from './customer.ts';
import { consentedLate, lacksConsent } from './gaps.ts';
import { parseNino } from './nino.ts';
import type { Problem } from './messages.ts';

/** A journey and what the rules need to know of the person. */
export interface JourneyFacts extends Journey, CustomerFacts {
	sessions: readonly Session[];
	aged_18_or_over: CodeOf<'yes_no_not_known'> | null;
	nino: string | null;
	consent_given_on: CalendarDay | null;
}

export interface ContractDates {
	start_date: CalendarDay | null;
	/** 2.29 item 6. */
	last_start_date: CalendarDay | null;
	end_date: CalendarDay | null;
	terms: Pick<Terms, 'dropout_days'>;
}

/** What the forms ask for as well, and files of past records do not carry. */
export interface FormFacts extends JourneyFacts {
	/** The day the plan was reviewed at the final meeting (1.16). */
	final_review_on: CalendarDay | null;
	next_steps: string | null;
	end_reason_detail: string | null;
}

/** The day somebody became a DWP customer follows nothing: it can be any day of the journey. */
type DateField = Exclude<Extract<keyof JourneyFacts, `${string}_on`>, 'customer_since_on'>;

/** The specification's own date: nothing of the Trial can be earlier, so an earlier year is a slip of the keyboard. */
const TRIAL_SPECIFIED_ON = day('2022-11-01');
const LONGEST_SESSION = 600;

/** For each date, the dates it follows, nearest first (Annex B). It is held against the nearest that is known. */
const PREDECESSORS = {
	received_on: [],
	initial_meeting_on: ['received_on'],
	start_on: ['initial_meeting_on', 'received_on'],
	diagnostic_interview_on: ['initial_meeting_on', 'received_on'],
	action_plan_agreed_on: ['diagnostic_interview_on', 'start_on', 'initial_meeting_on', 'received_on'],
	baseline_survey_on: ['start_on', 'initial_meeting_on', 'received_on'],
	ended_on: ['start_on', 'initial_meeting_on', 'received_on'],
	consent_given_on: [],
	consent_withdrawn_on: ['consent_given_on'],
} as const satisfies Record<DateField, readonly DateField[]>;

const DATE_FIELDS = Object.keys(PREDECESSORS) as DateField[];
const NEED_A_START = ['diagnostic_interview_on', 'action_plan_agreed_on', 'baseline_survey_on', 'ended_on'] as const;

/**
 * What makes a journey contradictory or forbidden; an empty list lets it be stored. Dates that are merely missing are
 * not errors, they are listed among the exceptions of the return. Problems of sessions come with the field `sessions`;
 * whoever checks a row of sessions by itself calls {@link sessionProblems}.
 */
export function journeyProblems(facts: JourneyFacts, contract: ContractDates, today: CalendarDay): Problem[] {
	return [
		...DATE_FIELDS.flatMap((field) => dateProblems(facts, field, today)),
		...startProblems(facts, contract),
		...dropoutProblems(facts, contract.terms),
		...ninoProblems(facts),
		...facts.sessions.flatMap((session) =>
			sessionProblems(session, facts, today).map(({ code, params }) => ({
				field: 'sessions',
				code,
				params: { held_on: session.held_on, ...params },
			})),
		),
	];
}

/**
 * What a form must not leave out or contradict: consent by the day somebody who is not a DWP customer starts (2.26, 2.28),
 * the review and the next steps of a completion (1.16, 2.18), why a Dropout disengaged (2.27), an end after the last
 * session (2.27). Imported records that do are loaded, and stand on the list of things to do.
 */
export function omissions(
	facts: FormFacts,
	{ consent_required_to_start }: { consent_required_to_start: boolean },
): Problem[] {
	const problems: Problem[] = [];
	if (consent_required_to_start && lacksConsent(facts)) problems.push({ field: 'start_on', code: 'consent_missing' });
	if (consentedLate(facts)) {
		const params = { day: facts.consent_given_on as CalendarDay, latest: facts.start_on as CalendarDay };
		problems.push({ field: 'start_on', code: 'consent_after_start', params });
	}
	if (facts.end_reason === 'completed') {
		if (facts.final_review_on === null) problems.push({ field: 'final_review_on', code: 'completion_needs_review' });
		if (!facts.next_steps?.trim()) problems.push({ field: 'next_steps', code: 'completion_needs_next_steps' });
	}
	if (facts.ended_on !== null) problems.push(...wordsMissing(facts, facts));
	const last = facts.sessions.filter(attended).reduce((day, { held_on }) => (held_on > day ? held_on : day), '');
	if (facts.ended_on !== null && last > facts.ended_on) {
		problems.push({ field: 'ended_on', code: 'ends_before_session', params: { day: facts.ended_on, earliest: last } });
	}
	return problems;
}

/** A session that is attended lies within the support (2.27): one after its end is refused where it is typed. */
export function sessionAfterEnd(session: Session, { ended_on }: Journey): Problem[] {
	if (!attended(session) || ended_on === null || session.held_on <= ended_on) return [];
	return [{ field: 'held_on', code: 'session_after_end', params: { day: session.held_on, latest: ended_on } }];
}

/** What is wrong with one session of a journey; the fields are those of the session. */
export function sessionProblems(session: Session, journey: Journey, today: CalendarDay): Problem[] {
	const { held_on, minutes } = session;
	const problems = dayProblems('held_on', held_on, today);
	if (attended(session)) {
		problems.push(...orderProblems('held_on', held_on, journey, PREDECESSORS.baseline_survey_on));
		if (didNotStart(journey)) problems.push(needsStart('held_on', journey));
	}
	if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_SESSION)) {
		problems.push({ field: 'minutes', code: 'minutes_range', params: { minutes, most: LONGEST_SESSION } });
	}
	return problems;
}

function dateProblems(facts: JourneyFacts, field: DateField, today: CalendarDay): Problem[] {
	const on = facts[field];
	if (on === null) return [];
	return [...dayProblems(field, on, today), ...orderProblems(field, on, facts, PREDECESSORS[field])];
}

function dayProblems(field: string, on: CalendarDay, today: CalendarDay): Problem[] {
	if (on > today) return [{ field, code: 'in_future', params: { day: on, today } }];
	if (on < TRIAL_SPECIFIED_ON) {
		return [{ field, code: 'before_trial', params: { day: on, earliest: TRIAL_SPECIFIED_ON } }];
	}
	return [];
}

function orderProblems<Field extends DateField>(
	field: string,
	on: CalendarDay,
	facts: Pick<JourneyFacts, Field>,
	predecessors: readonly Field[],
): Problem[] {
	for (const predecessor of predecessors) {
		const earliest = facts[predecessor] as CalendarDay | null;
		if (earliest === null) continue;
		return on < earliest ? [{ field, code: 'before_predecessor', params: { day: on, predecessor, earliest } }] : [];
	}
	return [];
}

/** Who may start, and until when (2.1, 2.7, 2.29 item 6). */
function startProblems(facts: JourneyFacts, contract: ContractDates): Problem[] {
	const problems: Problem[] = [];
	const { start_on, initial_meeting_outcome: outcome } = facts;
	if (didNotStart(facts)) {
		if (start_on !== null) {
			problems.push({ field: 'start_on', code: 'start_without_agreement', params: { outcome: outcome ?? '' } });
		}
		for (const field of NEED_A_START) if (facts[field] !== null) problems.push(needsStart(field, facts));
	}
	const foundEligible = outcome === 'start' || outcome === 'declined';
	if (facts.aged_18_or_over === 'no' && (foundEligible || start_on !== null)) {
		problems.push({ field: foundEligible ? 'initial_meeting_outcome' : 'start_on', code: 'under_18' });
	}
	if (start_on === null) return problems;
	const { last_start_date, end_date } = contract;
	if (last_start_date !== null && start_on > last_start_date) {
		const params = { day: start_on, latest: last_start_date };
		problems.push({ field: 'start_on', code: 'after_last_start_date', params });
	} else if (end_date !== null && start_on > end_date) {
		problems.push({ field: 'start_on', code: 'after_contract_end', params: { day: start_on, latest: end_date } });
	}
	return problems;
}

/** A Dropout Date is so many days after the last engagement at least, five weeks by the specification (Annex E). */
function dropoutProblems(facts: JourneyFacts, terms: Pick<Terms, 'dropout_days'>): Problem[] {
	const { end_reason, ended_on } = facts;
	const earliest = dropoutDueOn(facts, terms);
	if (end_reason !== 'dropout' || ended_on === null || earliest === null || ended_on >= earliest) return [];
	const engaged = engagedUntil(facts) as CalendarDay;
	return [{ field: 'ended_on', code: 'dropout_too_early', params: { span: terms.dropout_days, engaged, earliest } }];
}

/** A National Insurance number is kept of DWP customers only (2.6, 3.5). The number itself is never repeated. */
function ninoProblems({ nino, dwp_customer }: JourneyFacts): Problem[] {
	if (nino === null || nino === '') return [];
	const problems: Problem[] = [];
	if (parseNino(nino) === undefined) problems.push({ field: 'nino', code: 'nino_format' });
	if (dwp_customer !== 'yes') problems.push({ field: 'nino', code: 'nino_not_dwp_customer' });
	return problems;
}

const attended = ({ attendance }: Session) => attendance === 'attended';

function didNotStart({ initial_meeting_outcome: outcome }: Journey): boolean {
	return outcome !== null && outcome !== 'start';
}

function needsStart(field: string, { initial_meeting_outcome: outcome }: Journey): Problem {
	return { field, code: 'needs_start', params: { outcome: outcome ?? '' } };
}
