import { lastDay } from '../../calendar/calendar-day.ts';
import type { Terms } from '../../contract/terms.ts';
import { dropoutDueOn } from '../../journey/dropout.ts';
import { countedSessions, initialMeetingHeldOn, saidNoToStart } from '../../journey/progress.ts';
import type { Gap } from '../../journey/gaps.ts';
import type { Journey, ReportedJourney } from '../../journey/journey.ts';
import { journeyAsAt, referredOn } from './as-at.ts';
import type { PmiContext } from './context.ts';
import { concerns } from './figures.ts';

/** Something in a record that the return had to live with, so that it can be put right. */
export interface PmiException {
	reference: string;
	code: ExceptionCode;
	/** Plain English, without personal data. */
	message: string;
}

export type ExceptionCode = keyof typeof EXCEPTIONS | 'no_dates';

type Check = { applies: (journey: Journey, terms: Terms) => boolean; message: string };

/** What is looked for, each with how the return treats it and what would put it right. */
const EXCEPTIONS = {
	received_on_missing: {
		applies: ({ received_on }) => received_on === null,
		message:
			'The date of the referral is missing. It is counted from the earliest date on the record, and its initial meeting never as on time. Enter the day the name and contact details were first received.',
	},
	initial_meeting_missing: {
		applies: (journey) => journey.initial_meeting_on === null && (hasStarted(journey) || outcomeOfHeld(journey)),
		message:
			'The date of the initial meeting is missing although its outcome or a later step is recorded. The meeting is not counted. Enter its date.',
	},
	initial_meeting_outcome_missing: {
		applies: (journey) => initialMeetingHeldOn(journey) !== null && journey.initial_meeting_outcome === null,
		message: 'The initial meeting was held but its outcome is missing. Enter the outcome.',
	},
	start_missing: {
		applies: (journey) => journey.start_on === null && !saidNoToStart(journey) && hasStarted(journey),
		message:
			'Later steps are recorded but the start date is missing. No start is counted, and four sessions never as on time. Enter the date of the first session.',
	},
	diagnostic_interview_missing: {
		applies: (journey) => journey.diagnostic_interview_on === null && hasStarted(journey),
		message:
			'The Mentee has started but the date of the Diagnostic Interview is missing. No interview is counted. Enter its date; it belongs in the first session.',
	},
	diagnostic_interview_not_on_start: {
		applies: ({ start_on, diagnostic_interview_on: held }) => start_on !== null && held !== null && start_on !== held,
		message:
			'The Diagnostic Interview was not on the start date. It must take place in the first session. Check both dates.',
	},
	action_plan_evidence_missing: {
		applies: ({ action_plan_agreed_on, action_plan_evidence }) =>
			action_plan_agreed_on !== null && action_plan_evidence === null,
		message:
			'The SMART Action Plan is agreed but the evidence of the Mentee’s agreement is missing. The plan is not counted. Record the evidence: electronic, wet signature or other.',
	},
	action_plan_date_missing: {
		applies: ({ action_plan_agreed_on, action_plan_evidence }) =>
			action_plan_agreed_on === null && action_plan_evidence !== null,
		message:
			'Evidence of the SMART Action Plan is recorded but the date it was agreed is missing. The plan is not counted. Enter the date.',
	},
	eligibility_incomplete: {
		applies: (journey) => journey.initial_meeting_on !== null && lacks(journey, 'eligibility_incomplete'),
		message:
			'The person agreed to start, but eligibility is not completely recorded: each criterion, who decided, and on what assurance. The start is counted. Complete the initial meeting.',
	},
	interview_incomplete: {
		applies: (journey) => journey.diagnostic_interview_on !== null && lacks(journey, 'interview_incomplete'),
		message:
			'The Diagnostic Interview is recorded without aspirations, needs or barriers. It is counted. Enter what is missing.',
	},
	plan_not_on_record: {
		applies: (journey) => journey.action_plan_agreed_on !== null && lacks(journey, 'plan_not_on_record'),
		message:
			'The SMART Action Plan is agreed but not on record: it has no goal, or no action with all it needs. It is counted. Write down the plan.',
	},
	consent_missing: {
		applies: (journey) => journey.start_on !== null && lacks(journey, 'consent_missing'),
		message:
			'The Mentee is not a DWP customer and started without consent. The start is counted. Record the consent, or correct whether the Mentee is a DWP customer.',
	},
	consent_after_start: {
		applies: (journey) => journey.start_on !== null && lacks(journey, 'consent_after_start'),
		message:
			'The Mentee is not a DWP customer and consented only after the start, which is a breach. The start is counted. Check both dates.',
	},
	first_session_not_on_start: {
		applies: ({ start_on, sessions }, { minimum_session_minutes }) => {
			const first = countedSessions(sessions, minimum_session_minutes)[0];
			return start_on !== null && first !== undefined && first.held_on !== start_on;
		},
		message:
			'The first counted session is not on the start date. The start is the date of the first session. Check the start date and the sessions.',
	},
	session_length_missing: {
		applies: ({ sessions }) => sessions.some((each) => each.attendance === 'attended' && each.minutes === null),
		message: 'The length of at least one attended session is missing. It is counted as one hour. Enter the minutes.',
	},
	session_after_end: {
		applies: ({ ended_on, sessions }) =>
			ended_on !== null && sessions.some((each) => each.attendance === 'attended' && each.held_on > ended_on),
		message: 'A session was attended after the end date. Check the end date, or whether support was taken up again.',
	},
	dropout_too_early: {
		applies: (journey, terms) => {
			const earliest = journey.end_reason === 'dropout' ? dropoutDueOn(journey, terms) : null;
			return earliest !== null && journey.ended_on !== null && journey.ended_on < earliest;
		},
		message:
			'The Dropout Date is sooner after the last engagement than the contract says. The Dropout is counted. Check the end date and the sessions.',
	},
	end_reason_missing: {
		applies: ({ ended_on, end_reason }) => ended_on !== null && end_reason === null,
		message: 'The end date is recorded but the reason is missing. It is not counted as a completion. Enter the reason.',
	},
	ended_on_missing: {
		applies: ({ ended_on, end_reason }) => ended_on === null && end_reason !== null,
		message:
			'A reason for the end is recorded but the end date is missing. The Mentee is counted as still on provision. Enter the end date.',
	},
} satisfies Record<string, Check>;

const CHECKS = Object.entries<Check>(EXCEPTIONS);

const NO_DATES = 'The record has no date at all, so no measure counts it. Enter the day the referral was received.';

/** The exceptions of one journey at the cut-off; none where consent was withdrawn. */
export function exceptionsOf(journey: ReportedJourney, context: PmiContext): PmiException[] {
	const { reference } = journey;
	if (!concerns(journey, context)) return [];
	const referred = referredOn(journey);
	if (referred === undefined) return [{ reference, code: 'no_dates', message: NO_DATES }];
	const cutOff = lastDay(context.month);
	if (referred > cutOff) return [];
	const then = journeyAsAt(journey, cutOff);
	return CHECKS.filter(([, check]) => check.applies(then, context.contract.terms)).map(([code, { message }]) => ({
		reference,
		code: code as ExceptionCode,
		message,
	}));
}

/** In order of reference, then code. */
export function byReference(a: PmiException, b: PmiException): number {
	if (a.reference !== b.reference) return a.reference < b.reference ? -1 : 1;
	return a.code < b.code ? -1 : 1;
}

function lacks({ gaps }: Journey, gap: Gap): boolean {
	return (gaps ?? []).includes(gap);
}

function hasStarted(journey: Journey): boolean {
	return (
		journey.start_on !== null ||
		journey.diagnostic_interview_on !== null ||
		journey.action_plan_agreed_on !== null ||
		journey.end_reason === 'completed' ||
		journey.sessions.some((session) => session.attendance === 'attended')
	);
}

function outcomeOfHeld({ initial_meeting_outcome: outcome }: Journey): boolean {
	return outcome !== null && outcome !== 'did_not_attend';
}
