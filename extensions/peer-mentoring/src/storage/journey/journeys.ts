import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import type { CountableSession, Session, SupportedJourney } from '../../domain/journey/journey.ts';
import type { JourneyFacts } from '../../domain/journey/journey-rules.ts';
import { listIn } from '../../domain/journey/record-rules.ts';
import { dayOf } from '../database/day-columns.ts';
import { decidingMeeting, decidingPlan, firstBy } from './deciding-rows.ts';

/** A journey as the database has it, and the rows that it is made of. */
export interface StoredJourney extends JourneyFacts, SupportedJourney {
	referral: string;
	mentee: string | null;
	/** The rows that carry the dates of the journey: what an import corrects. */
	rows: { initial_meeting?: string; diagnostic_interview?: string; action_plan?: string; baseline_survey?: string };
	contract: string;
	supplier: string;
	peer_mentor: string | null;
	mentor_user: string | null;
	/** Whether the records are the mentor's alone: consent is withdrawn, or the person erased. */
	restricted: boolean;
	/** Of the person's form, for the rules that only forms can follow. */
	final_review_on: CalendarDay | null;
	next_steps: string | null;
	disclosure: CodeOf<'disclosure'> | null;
	contact_changed_on: CalendarDay | null;
	/** What the lists show of it, as last worked out. */
	standing: { referral: Standing; mentee: MenteeStanding | null; survey: SurveyStanding };
}

export interface Standing {
	stage: string | null;
	next_due_on: CalendarDay | null;
}

/** As {@link Standing}, with what only a Mentee's form shows. */
export interface MenteeStanding extends Standing {
	sessions_counted: number | null;
	face_to_face_sessions: number | null;
	digital_percent: number | null;
	digital_limit_reached: boolean;
	dropout_due_on: CalendarDay | null;
	outstanding: string[];
}

/** The days of the later surveys, as their clocks say. */
export interface SurveyStanding {
	six_months_due_on: CalendarDay | null;
	twelve_months_due_on: CalendarDay | null;
}

type Row = Record<string, unknown>;

/** Few enough to stay within SQLite's number of parameters. */
const PAGE = 1000;

/** The journeys of these referrals, in no particular order. */
export async function journeysOf(knex: Knex, referrals: readonly string[]): Promise<StoredJourney[]> {
	const journeys: StoredJourney[] = [];
	for (let start = 0; start < referrals.length; start += PAGE) {
		const ids = referrals.slice(start, start + PAGE);
		journeys.push(...(await assemble(knex, await knex('referrals').whereIn('id', ids).select(REFERRAL))));
	}
	return journeys;
}

const REFERRAL = [
	'id',
	'reference',
	'cpa',
	'route',
	'received_on',
	'aged_18_or_over',
	'dwp_customer',
	'consent_given_on',
	'consent_withdrawn_on',
	'contract',
	'supplier',
	'peer_mentor',
	'mentor_user',
	'restricted',
	'stage',
	'next_due_on',
];

/** A row as it is about to be written: rules are held against the journey as it would become. */
export interface Pending {
	table: string;
	/** With its `id` where the row is there already, and with its parent's key. */
	row: Row;
}

/** The journey of a referral as it would be with one row changed or added. */
export async function journeyWith(knex: Knex, referral: string, pending: Pending): Promise<StoredJourney | undefined> {
	const rows = (await knex('referrals').where({ id: referral }).select(REFERRAL)) as Row[];
	return (await assemble(knex, rows, pending))[0];
}

/** The journey that a new referral begins. @param row with the `id` it will have */
export async function newJourney(knex: Knex, row: Row): Promise<StoredJourney> {
	return (await assemble(knex, [row]))[0] as StoredJourney;
}

/** The columns of each table that the rules read, and the column that names its parent. */
const CHILDREN = {
	initial_meetings: { parent: 'referral', columns: ['held_on', 'outcome', 'aged_18_or_over'] },
	mentees: {
		parent: 'referral',
		columns: [
			'start_on',
			'ended_on',
			'end_reason',
			'shorter_support_reason',
			'consent_given_on',
			'consent_withdrawn_on',
			'dwp_customer',
			'nino',
			'final_review_on',
			'next_steps',
			'disclosure',
			'contact_changed_on',
			'stage',
			'next_due_on',
			'sessions_counted',
			'face_to_face_sessions',
			'digital_percent',
			'digital_limit_reached',
			'dropout_due_on',
			'outstanding',
		],
	},
	diagnostic_interviews: { parent: 'mentee', columns: ['held_on'] },
	action_plans: { parent: 'mentee', columns: ['agreed_on', 'evidence'] },
	baseline_surveys: {
		parent: 'mentee',
		columns: [
			'completed_on',
			'six_months_completed_on',
			'twelve_months_completed_on',
			'six_months_due_on',
			'twelve_months_due_on',
		],
	},
	sessions: { parent: 'mentee', columns: ['held_on', 'minutes', 'mode', 'attendance', 'one_to_one'] },
} as const;

async function assemble(knex: Knex, found: Row[], pending?: Pending): Promise<StoredJourney[]> {
	const overlay = (table: string, rows: Row[]) => (pending?.table === table ? withPending(rows, pending.row) : rows);
	const childrenOf = async (table: keyof typeof CHILDREN, keys: string[]) => {
		const { parent, columns } = CHILDREN[table];
		const rows = (await knex(table)
			.select('id', parent, ...columns)
			.whereIn(parent, keys)) as Row[];
		return Map.groupBy(overlay(table, rows), (row) => row[parent]);
	};
	const referrals = overlay('referrals', found);
	const ids = referrals.map((row) => row.id as string);
	const meetings = await childrenOf('initial_meetings', ids);
	const mentees = await childrenOf('mentees', ids);
	const people = [...mentees.values()].map(([mentee]) => mentee?.id as string);
	const interviews = await childrenOf('diagnostic_interviews', people);
	const plans = await childrenOf('action_plans', people);
	const surveys = await childrenOf('baseline_surveys', people);
	const sessions = await childrenOf('sessions', people);

	return referrals.map((referral) => {
		const mentee = mentees.get(referral.id)?.[0];
		const meeting = decidingMeeting(meetings.get(referral.id) ?? []);
		const interview = firstBy(interviews.get(mentee?.id) ?? [], 'held_on');
		const plan = decidingPlan(plans.get(mentee?.id) ?? []);
		const survey = firstBy(surveys.get(mentee?.id) ?? [], 'completed_on');
		// Once there is a Mentee record, what it says of the person is newer than what the referral said.
		const person = mentee ?? referral;
		return {
			reference: referral.reference as string,
			cpa: Number(referral.cpa),
			route: referral.route as StoredJourney['route'],
			received_on: dayOf(referral.received_on),
			initial_meeting_on: dayOf(meeting?.held_on),
			initial_meeting_outcome: (meeting?.outcome ?? null) as StoredJourney['initial_meeting_outcome'],
			start_on: dayOf(mentee?.start_on),
			diagnostic_interview_on: dayOf(interview?.held_on),
			action_plan_agreed_on: dayOf(plan?.agreed_on),
			action_plan_evidence: (plan?.evidence ?? null) as StoredJourney['action_plan_evidence'],
			baseline_survey_on: dayOf(survey?.completed_on),
			ended_on: dayOf(mentee?.ended_on),
			end_reason: (mentee?.end_reason ?? null) as StoredJourney['end_reason'],
			shorter_support: Boolean(mentee?.shorter_support_reason),
			surveys_completed_on: {
				six_months: dayOf(survey?.six_months_completed_on),
				twelve_months: dayOf(survey?.twelve_months_completed_on),
			},
			consent_given_on: dayOf(person.consent_given_on),
			consent_withdrawn_on: dayOf(person.consent_withdrawn_on),
			sessions: (sessions.get(mentee?.id) ?? []).map(sessionOf),
			aged_18_or_over: (meeting?.aged_18_or_over ?? referral.aged_18_or_over ?? null) as YesNo,
			dwp_customer: (person.dwp_customer ?? null) as YesNo,
			nino: (mentee?.nino ?? null) as string | null,
			referral: referral.id as string,
			mentee: (mentee?.id ?? null) as string | null,
			rows: {
				initial_meeting: meeting?.id as string | undefined,
				diagnostic_interview: interview?.id as string | undefined,
				action_plan: plan?.id as string | undefined,
				baseline_survey: survey?.id as string | undefined,
			},
			contract: referral.contract as string,
			supplier: referral.supplier as string,
			peer_mentor: (referral.peer_mentor ?? null) as string | null,
			mentor_user: (referral.mentor_user ?? null) as string | null,
			restricted: Boolean(referral.restricted),
			final_review_on: dayOf(mentee?.final_review_on),
			next_steps: (mentee?.next_steps ?? null) as string | null,
			disclosure: (mentee?.disclosure ?? null) as StoredJourney['disclosure'],
			contact_changed_on: dayOf(mentee?.contact_changed_on),
			standing: {
				referral: standingOf(referral),
				mentee: mentee ? menteeStanding(mentee) : null,
				survey: {
					six_months_due_on: dayOf(survey?.six_months_due_on),
					twelve_months_due_on: dayOf(survey?.twelve_months_due_on),
				},
			},
		};
	});
}

function standingOf(row: Row): Standing {
	return { stage: (row.stage ?? null) as string | null, next_due_on: dayOf(row.next_due_on) };
}

function menteeStanding(row: Row): MenteeStanding {
	return {
		...standingOf(row),
		sessions_counted: numberOf(row.sessions_counted),
		face_to_face_sessions: numberOf(row.face_to_face_sessions),
		digital_percent: numberOf(row.digital_percent),
		digital_limit_reached: Boolean(row.digital_limit_reached),
		dropout_due_on: dayOf(row.dropout_due_on),
		outstanding: listIn(row.outstanding),
	};
}

/** PostgreSQL gives decimals as text. */
function numberOf(value: unknown): number | null {
	return value === null || value === undefined ? null : Number(value);
}

type YesNo = CodeOf<'yes_no_not_known'> | null;

/** A session row as the rules know it. */
export function sessionOf(row: Row): Session {
	return { ...countableOf(row), mode: row.mode as Session['mode'] };
}

/** As much of a session row as decides whether it counts. */
export function countableOf(row: Row): CountableSession {
	return {
		held_on: dayOf(row.held_on) as CalendarDay,
		minutes: row.minutes === null || row.minutes === undefined ? null : Number(row.minutes),
		attendance: row.attendance as Session['attendance'],
		// SQLite gives 0 and 1; a tick that was never set means the ordinary case.
		one_to_one: row.one_to_one === null || row.one_to_one === undefined || Boolean(row.one_to_one),
	};
}

/** The rows with the pending one in its place, or added where it is new. */
function withPending(rows: Row[], pending: Row): Row[] {
	const isNew = !rows.some((row) => row.id === pending.id);
	return isNew ? [...rows, pending] : rows.map((row) => (row.id === pending.id ? { ...row, ...pending } : row));
}
