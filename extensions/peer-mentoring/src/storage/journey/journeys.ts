/** Journeys as the rules, the forms and the clocks need them, as stored or as one more row would make them. */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import type { ReportedJourney, SupportedJourney } from '../../domain/journey/journey.ts';
import type { Leaving } from '../../domain/journey/leaving.ts';
import type { JourneyFacts } from '../../domain/journey/journey-rules.ts';
import type { FollowUp } from '../../domain/journey/outstanding.ts';
import { isBlank, isYes, listIn } from '../../domain/journey/record-rules.ts';
import { dayOf } from '../database/day-columns.ts';
import { withMore, type PersonRows, type Row } from './reader/columns.ts';
import { decidingIn, journeyOf, only, sessionOf } from './reader/journey-of.ts';
import { peopleQuery, rowsIn } from './reader/people-query.ts';
import { readJourneys, type Reading } from './reader/read-journeys.ts';

export { sessionOf } from './reader/journey-of.ts';

/** A journey as the database has it, and the rows that it is made of. */
export interface StoredJourney extends JourneyFacts, SupportedJourney, Leaving, Pick<ReportedJourney, 'erased_on'> {
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
	disclosure: CodeOf<'disclosure'> | null;
	explained: FollowUp['explained'];
	customer_notice_on: CalendarDay | null;
	benefits: string[];
	benefit_position: CodeOf<'benefit_position'> | null;
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
	leaving_missing: string[];
}

/** The days of the later surveys, as their clocks say. */
export interface SurveyStanding {
	six_months_due_on: CalendarDay | null;
	twelve_months_due_on: CalendarDay | null;
}

const STANDING = ['stage', 'next_due_on'];

const STORED: Reading<StoredJourney> = {
	columns: withMore({
		referrals: [
			...STANDING,
			'dwp_customer',
			'benefits',
			'consent_given_on',
			'aged_18_or_over',
			'contract',
			'supplier',
			'peer_mentor',
			'mentor_user',
			'restricted',
		],
		initial_meetings: ['aged_18_or_over', 'voluntary_explained', 'data_use_explained', 'benefit_position'],
		diagnostic_interviews: ['complaints_explained'],
		consents: ['statement_version'],
		mentees: [
			...STANDING,
			'benefits',
			'customer_notice_on',
			'shorter_support_reason',
			'nino',
			'final_review_on',
			'next_steps',
			'end_reason_detail',
			'destination',
			'sharing_encouraged',
			'claim_encouraged',
			'disclosure',
			'contact_changed_on',
			'sessions_counted',
			'face_to_face_sessions',
			'digital_percent',
			'digital_limit_reached',
			'dropout_due_on',
			'outstanding',
			'leaving_missing',
		],
		baseline_surveys: [
			'six_months_completed_on',
			'twelve_months_completed_on',
			'six_months_due_on',
			'twelve_months_due_on',
		],
		sessions: ['id', 'mode'],
	}),
	of: storedJourneyOf,
};

/** The journeys of these referrals, in no particular order. */
export async function journeysOf(knex: Knex, referrals: readonly string[]): Promise<StoredJourney[]> {
	return readJourneys(knex, STORED, referrals);
}

/** A row as it is about to be written: rules are held against the journey as it would become. */
export interface Pending {
	table: string;
	/** With its `id` where the row is there already, and with its parent's key. */
	row: Row;
}

/** The journey of a referral as it would be with one row changed or added. */
export async function journeyWith(
	knex: Knex,
	referral: string,
	{ table, row }: Pending,
): Promise<StoredJourney | undefined> {
	const { columns } = STORED;
	const [found] = (await peopleQuery(knex, columns).where('referral.id', referral)) as { text: string }[];
	if (!found) return undefined;
	const rows = rowsIn(found.text, columns);
	return storedJourneyOf({ ...rows, [table]: withPending(rows[table] ?? [], row) });
}

/** The journey that a new referral begins. @param row with the `id` it will have */
export function newJourney(row: Row): StoredJourney {
	return storedJourneyOf({ referrals: [row] });
}

function storedJourneyOf(rows: PersonRows): StoredJourney {
	const referral = only(rows, 'referrals') as Row;
	const mentee = only(rows, 'mentees');
	// Once there is a Mentee record, what it says of the person is newer than what the referral said.
	const person = mentee ?? referral;
	const deciding = decidingIn(rows);
	const rowOf = (table: string, id: string | undefined) => rows[table]?.find((row) => row.id === id);
	const survey = rowOf('baseline_surveys', deciding.survey?.id);
	return {
		...journeyOf(rows),
		sessions: (rows.sessions ?? []).map(sessionOf),
		shorter_support: Boolean(mentee?.shorter_support_reason),
		surveys_completed_on: {
			six_months: dayOf(survey?.six_months_completed_on),
			twelve_months: dayOf(survey?.twelve_months_completed_on),
		},
		consent_given_on: dayOf(person.consent_given_on),
		aged_18_or_over: (rowOf('initial_meetings', deciding.meeting?.id)?.aged_18_or_over ??
			referral.aged_18_or_over ??
			null) as YesNo,
		dwp_customer: (person.dwp_customer ?? null) as YesNo,
		customer_since_on: dayOf(mentee?.customer_since_on),
		nino: (mentee?.nino ?? null) as string | null,
		mentee: (mentee?.id ?? null) as string | null,
		rows: {
			initial_meeting: deciding.meeting?.id,
			diagnostic_interview: deciding.interview?.id,
			action_plan: deciding.plan?.id,
			baseline_survey: deciding.survey?.id,
		},
		contract: referral.contract as string,
		supplier: referral.supplier as string,
		peer_mentor: (referral.peer_mentor ?? null) as string | null,
		mentor_user: (referral.mentor_user ?? null) as string | null,
		restricted: Boolean(referral.restricted),
		final_review_on: dayOf(mentee?.final_review_on),
		next_steps: (mentee?.next_steps ?? null) as string | null,
		end_reason_detail: (mentee?.end_reason_detail ?? null) as string | null,
		destination: (mentee?.destination ?? null) as Leaving['destination'],
		sharing_encouraged: answerOf(mentee?.sharing_encouraged),
		claim_encouraged: answerOf(mentee?.claim_encouraged),
		disclosure: (mentee?.disclosure ?? null) as StoredJourney['disclosure'],
		explained: explainedIn(rows),
		customer_notice_on: dayOf(mentee?.customer_notice_on),
		benefits: listIn(person.benefits),
		benefit_position: (rowOf('initial_meetings', deciding.meeting?.id)?.benefit_position ??
			null) as StoredJourney['benefit_position'],
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
}

/**
 * What was explained, wherever it stands (2.26, D2.2): the oral consent statement says what data is collected and shared.
 * Where there is no record to tick, nothing is asked.
 */
function explainedIn(rows: PersonRows): FollowUp['explained'] {
	const { initial_meetings: meetings = [], diagnostic_interviews: interviews = [], consents = [] } = rows;
	const ticked = (rows: readonly Row[], field: string) => rows.length === 0 || rows.some((row) => isYes(row[field]));
	return {
		voluntary: ticked(meetings, 'voluntary_explained'),
		data: consents.some((row) => !isBlank(row.statement_version)) || ticked(meetings, 'data_use_explained'),
		complaints: ticked(interviews, 'complaints_explained'),
	};
}

function standingOf(row: Row): Standing {
	return { stage: (row.stage ?? null) as string | null, next_due_on: dayOf(row.next_due_on) };
}

function menteeStanding(row: Row): MenteeStanding {
	return {
		...standingOf(row),
		sessions_counted: (row.sessions_counted ?? null) as number | null,
		face_to_face_sessions: (row.face_to_face_sessions ?? null) as number | null,
		digital_percent: (row.digital_percent ?? null) as number | null,
		digital_limit_reached: Boolean(row.digital_limit_reached),
		dropout_due_on: dayOf(row.dropout_due_on),
		outstanding: listIn(row.outstanding),
		leaving_missing: listIn(row.leaving_missing),
	};
}

/** A tick that nobody has set or taken away is no answer. SQLite gives 0 and 1. */
export function answerOf(value: unknown): boolean | null {
	return value === null || value === undefined ? null : Boolean(value);
}

type YesNo = CodeOf<'yes_no_not_known'> | null;

/** The rows with the pending one in its place, or added where it is new. */
function withPending(rows: readonly Row[], pending: Row): Row[] {
	const isNew = !rows.some((row) => row.id === pending.id);
	return isNew ? [...rows, pending] : rows.map((row) => (row.id === pending.id ? { ...row, ...pending } : row));
}
