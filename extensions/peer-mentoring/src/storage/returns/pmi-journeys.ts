import type { Knex } from 'knex';
import { earliest } from '../../domain/calendar/calendar-day.ts';
import type { ReportedJourney } from '../../domain/journey/journey.ts';
import { dayOf, isSqlite } from '../database/day-columns.ts';
import { decidingMeeting, decidingPlan, firstBy } from '../journey/deciding-rows.ts';
import { inPages } from '../database/in-pages.ts';
import { countableOf } from '../journey/journeys.ts';

type Value = string | number | boolean | null;

/** The columns that decide, of rows with the same parent; PostgreSQL makes no list of none. */
type List = Value[][] | null;

/** A journey as the figures need it, by the key of its referral. */
export type StoredReportedJourney = ReportedJourney & { referral: string };

/** One person, as {@link VALUES} and {@link LISTS} say. */
interface Person {
	referral: string;
	reference: string;
	cpa: number;
	route: ReportedJourney['route'];
	received_on: Value;
	withdrawn_before: Value;
	withdrawn_on: Value;
	erased_on: Value;
	start_on: Value;
	ended_on: Value;
	end_reason: ReportedJourney['end_reason'];
	meetings: List;
	interviews: List;
	plans: List;
	surveys: List;
	sessions: List;
}

/**
 * Every journey of a contract, in no particular order, with no more of it than the figures need. Each person comes as
 * one JSON text with the rows that hang on it as lists inside: a driver makes a value of every cell of a row, at many
 * times the cost of parsing it.
 */
export async function* pmiJourneys(knex: Knex, contract: string): AsyncGenerator<StoredReportedJourney> {
	const query = { sql: isSqlite(knex) ? sqliteQuery() : postgresQuery(), bindings: { contract } };
	for await (const text of inPages(knex, query)) yield journeyOf(JSON.parse(text) as Person);
}

/** Of the person, one value each. */
const VALUES = {
	referral: 'referral.id',
	reference: 'referral.reference',
	cpa: 'referral.cpa',
	route: 'referral.route',
	received_on: 'referral.received_on',
	withdrawn_before: 'referral.consent_withdrawn_on',
	withdrawn_on: 'mentee.consent_withdrawn_on',
	erased_on: 'erasure.erased_on',
	start_on: 'mentee.start_on',
	ended_on: 'mentee.ended_on',
	end_reason: 'mentee.end_reason',
};

/** Rows that hang on the person: their table, the column that names the parent, the columns that decide. */
const LISTS = {
	meetings: ['initial_meetings', 'referral', 'id, held_on, outcome'],
	interviews: ['diagnostic_interviews', 'mentee', 'id, held_on'],
	plans: ['action_plans', 'mentee', 'id, agreed_on, evidence'],
	surveys: ['baseline_surveys', 'mentee', 'id, completed_on'],
	sessions: ['sessions', 'mentee', 'held_on, minutes, attendance, one_to_one'],
};

const PEOPLE = `referrals referral
	left join mentees mentee on mentee.referral = referral.id
	left join erasures erasure on erasure.referral = referral.id`;

const pairs = (columns: Record<string, string>) =>
	Object.entries(columns)
		.map(([name, value]) => `'${name}', ${value}`)
		.join(', ');

/** List after list is looked up by its index, in the order in which the people lie on the disk. */
function sqliteQuery(): string {
	const lists = Object.entries(LISTS).map(([name, [table, parent, columns]]) => [
		name,
		`(select json_group_array(json_array(${columns})) from ${table} where ${table}.${parent} = ${parent}.id)`,
	]);
	return `select referral.rowid as place, json_object(${pairs({ ...VALUES, ...Object.fromEntries(lists) })}) as text
		from ${PEOPLE} where referral.contract = :contract and referral.rowid > :after
		order by referral.rowid limit :page`;
}

/** Each list is grouped for everybody at once: going through a table is cheaper than looking it up for each person. */
function postgresQuery(): string {
	const joins = Object.entries(LISTS).map(
		([name, [table, parent, columns]]) => `left join (
			select ${parent}, json_agg(json_build_array(${columns})) as list from ${table} group by ${parent}
		) ${name} on ${name}.${parent} = ${parent}.id`,
	);
	const lists = Object.keys(LISTS).map((name) => [name, `${name}.list`]);
	return `select json_build_object(${pairs({ ...VALUES, ...Object.fromEntries(lists) })})::text as text
		from ${PEOPLE} ${joins.join(' ')} where referral.contract = :contract`;
}

function journeyOf(person: Person): StoredReportedJourney {
	const meetings = (person.meetings ?? []).map(([id, held_on, outcome]) => ({ id, held_on, outcome }));
	const interviews = (person.interviews ?? []).map(([id, held_on]) => ({ id, held_on }));
	const plans = (person.plans ?? []).map(([id, agreed_on, evidence]) => ({ id, agreed_on, evidence }));
	const surveys = (person.surveys ?? []).map(([id, completed_on]) => ({ id, completed_on }));
	const sessions = (person.sessions ?? []).map(([held_on, minutes, attendance, one_to_one]) =>
		countableOf({ held_on, minutes, attendance, one_to_one }),
	);
	const meeting = decidingMeeting(meetings);
	const plan = decidingPlan(plans);
	return {
		referral: person.referral,
		reference: person.reference,
		cpa: person.cpa,
		route: person.route,
		received_on: dayOf(person.received_on),
		initial_meeting_on: dayOf(meeting?.held_on),
		initial_meeting_outcome: (meeting?.outcome ?? null) as ReportedJourney['initial_meeting_outcome'],
		start_on: dayOf(person.start_on),
		diagnostic_interview_on: dayOf(firstBy(interviews, 'held_on')?.held_on),
		action_plan_agreed_on: dayOf(plan?.agreed_on),
		action_plan_evidence: (plan?.evidence ?? null) as ReportedJourney['action_plan_evidence'],
		baseline_survey_on: dayOf(firstBy(surveys, 'completed_on')?.completed_on),
		ended_on: dayOf(person.ended_on),
		end_reason: person.end_reason,
		// What is withdrawn by either record is withdrawn: it restricts the person as well (2.25).
		consent_withdrawn_on: earliest(dayOf(person.withdrawn_before), dayOf(person.withdrawn_on)) ?? null,
		erased_on: dayOf(person.erased_on),
		sessions,
	};
}
