/** Mentees of whom one thing is told at a time, and what a column of the tracker says of each. */
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { decidingPlan, firstOf, type Plan } from '../../../extensions/peer-mentoring/src/domain/journey/deciding.ts';
import type {
	Engagement,
	Interview,
	TrackerRecord,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/record.ts';

const CUT_OFF = day('2024-06-30');
export const MOMENT = { cutOff: CUT_OFF, terms: SPECIFIED };
/** A day of June, or of July where it begins with `+`. */
export const on = (text: string) => day(text.startsWith('+') ? `2024-07-${text.slice(1)}` : `2024-06-${text}`);

export const MENTEE: TrackerRecord = {
	start_on: on('03'),
	route: 'jobcentre_plus',
	dwp_customer: 'yes',
	nino: 'QQ123456A',
	substances: [],
	employment_status: null,
	unemployment_length: null,
	benefits_at_start: [],
	benefits: [],
	disclosure: null,
	disclosed_on: null,
	diagnostic_interview_on: null,
	action_plan_agreed_on: null,
	action_plan_evidence: null,
	ended_on: null,
	end_reason: null,
	treatment_changes: [],
	interviews: [],
	sessions: [],
	engagements: [],
};

export const interview = (held: string, more: Partial<Interview> = {}): Interview => ({
	held_on: on(held),
	barriers: [],
	health_needs: [],
	housing: null,
	other_barriers: [],
	barrier_detail: null,
	...more,
});

export const engagement = (kind: Engagement['kind'], more: Partial<Engagement>): Engagement => ({
	kind,
	referred_on: null,
	entered_on: null,
	ended_on: null,
	programme: null,
	training_type: null,
	volunteering_type: null,
	education_type: null,
	sector: null,
	treatment_result: null,
	reason_left: null,
	...more,
});

type Session = TrackerRecord['sessions'][number];
export const session = (
	held: string,
	attendance: Session['attendance'] = 'attended',
	more: Partial<Session> = {},
): Session => ({
	held_on: on(held),
	minutes: 60,
	mode: 'face_to_face',
	attendance,
	one_to_one: true,
	...more,
});

/** What is told of a Mentee in a case; which interview and which plan decide is left to the rule. */
type Told = Partial<TrackerRecord> & { plans?: Omit<Plan, 'id'>[] };

export function recordOf({ plans = [], ...told }: Told): TrackerRecord {
	const numbered = <Row>(rows: readonly Row[]) => rows.map((row, index) => ({ ...row, id: String(index) }));
	const plan = decidingPlan(numbered(plans));
	return {
		...MENTEE,
		diagnostic_interview_on: firstOf(numbered(told.interviews ?? []), ({ held_on }) => held_on)?.held_on ?? null,
		action_plan_agreed_on: plan?.agreed_on ?? null,
		action_plan_evidence: plan?.evidence ?? null,
		...told,
	};
}

export type Case = [what: string, record: Told, cell: string | number | null];
