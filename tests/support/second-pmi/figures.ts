/**
 * Measures 2 to 16 of the PMI as SQL over the raw tables: a second implementation, written from `pmi_measures.json`
 * with nothing of the platform's rules in it, to hold the platform's figures and their speed against.
 */
import type { Knex } from 'knex';
import { isSqlite } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { calendarTable } from './calendar-table.ts';
import { TABLE_A, type BareQuestion } from './question.ts';

/** The numbers of one area of a contract. */
export interface BareFigures {
	contract: string;
	cpa: number;
	counts: Record<string, number>;
	/** How long Mentees were on provision: how many for each number of days. */
	lengths: { left: Map<number, number>; current: Map<number, number> };
}

export async function bareFigures(knex: Knex, question: BareQuestion): Promise<BareFigures[]> {
	const counts = await rowsOf(knex, countsSql(knex, question), question);
	const lengths = await rowsOf(knex, lengthsSql(knex, question), question);
	const found = counts.map(({ contract, cpa, ...numbers }) => ({
		contract: contract as string,
		cpa: Number(cpa),
		counts: Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, Number(value)])),
		lengths: { left: new Map<number, number>(), current: new Map<number, number>() },
	}));
	const byArea = new Map(found.map((each) => [`${each.contract} ${each.cpa}`, each]));
	for (const { contract, cpa, has_left, days, mentees } of lengths) {
		const { left, current } = byArea.get(`${contract} ${cpa}`)!.lengths;
		(Number(has_left) === 1 ? left : current).set(Number(days), Number(mentees));
	}
	return found;
}

async function rowsOf(knex: Knex, sql: string, question: BareQuestion): Promise<Record<string, unknown>[]> {
	const { minutes, first, last, known } = question;
	const values = { minutes, first, last, known };
	const used = Object.entries(values).filter(([name]) => sql.includes(`:${name}`));
	const found = await knex.raw(sql, Object.fromEntries(used));
	return isSqlite(knex) ? found : found.rows;
}

/** A day column as whole days since 1970. */
function dayIn(knex: Knex): (column: string) => string {
	return isSqlite(knex) ? (column) => `(${column} / 86400000)` : (column) => `(${column} - date '1970-01-01')`;
}

/** Whoever is in the figures: neither withdrawn nor erased, as far as is known. */
function peopleSql(knex: Knex, { contracts }: BareQuestion): string {
	const day = dayIn(knex);
	return `person as (
		select referral.contract, referral.cpa, referral.id as referral, mentee.id as mentee, referral.route, mentee.end_reason as reason,
			${day('referral.received_on')} as received, ${day('mentee.start_on')} as started,
			${day('mentee.ended_on')} as ended
		from referrals referral
		left join mentees mentee on mentee.referral = referral.id
		left join erasures erasure on erasure.referral = referral.id
		where referral.contract in (${contracts})
			and (referral.consent_withdrawn_on is null or ${day('referral.consent_withdrawn_on')} > :known)
			and (mentee.consent_withdrawn_on is null or ${day('mentee.consent_withdrawn_on')} > :known)
			and (erasure.erased_on is null or ${day('erasure.erased_on')} > :known)
	)`;
}

/**
 * Each person with the days that decide, whenever they are: the first meeting held, or else the last one offered; the
 * first interview, plan, survey; the session that counts as the fourth and as the eighth of Table A.
 */
function knownSql(knex: Knex, question: BareQuestion): string {
	const day = dayIn(knex);
	const { first_sessions: first, minimum_sessions: minimum } = question.terms ?? TABLE_A;
	const least = isSqlite(knex) ? earliestOnSqlite : (days: string[]) => `least(${days.join(', ')})`;
	return `with ${peopleSql(knex, question)},
	meeting as (
		select referral, ${day('held_on')} as held, outcome, row_number() over (
			partition by referral
			order by case when outcome = 'did_not_attend' then 1 else 0 end,
				case when outcome = 'did_not_attend' then -coalesce(${day('held_on')}, 99999)
					else coalesce(${day('held_on')}, 99999) end, id
		) as place from initial_meetings
	),
	interview as (select mentee, min(${day('held_on')}) as held from diagnostic_interviews group by mentee),
	plan as (
		select mentee, min(${day('agreed_on')}) as agreed,
			min(case when evidence is not null then ${day('agreed_on')} end) as evidenced
		from action_plans group by mentee
	),
	survey as (select mentee, min(${day('completed_on')}) as completed from baseline_surveys group by mentee),
	counted as (
		select mentee, ${day('held_on')} as held, row_number() over (partition by mentee order by held_on) as place
		from sessions
		where attendance = 'attended' and coalesce(one_to_one, true) and coalesce(minutes, :minutes) >= :minutes
	),
	support as (
		select mentee, min(case when place = ${first} then held end) as fourth,
			min(case when place = ${minimum} then held end) as eighth
		from counted where place in (${first}, ${minimum}) group by mentee
	),
	known as (
		select person.contract, person.cpa, person.route, person.started, person.ended, person.reason,
			meeting.outcome, meeting.held as met, interview.held as interviewed,
			plan.evidenced as agreed, support.fourth, support.eighth,
			coalesce(person.received, ${least([
				'meeting.held',
				'person.started',
				'person.ended',
				'interview.held',
				'coalesce(plan.evidenced, plan.agreed)',
				'survey.completed',
				`case when person.received is null then (select min(${day('held_on')}) from sessions where mentee = person.mentee) end`,
			])}) as referred, person.received
		from person
		left join meeting on meeting.referral = person.referral and meeting.place = 1
		left join interview on interview.mentee = person.mentee
		left join plan on plan.mentee = person.mentee
		left join survey on survey.mentee = person.mentee
		left join support on support.mentee = person.mentee
	)`;
}

/** SQLite has no `least` that leaves out what is not there. */
function earliestOnSqlite(days: string[]): string {
	const far = 99_999;
	return `nullif(min(${days.map((each) => `coalesce(${each}, ${far})`).join(', ')}), ${far})`;
}

/** What had happened by the cut-off, and the deadlines of Table A: the nth Working Day after a day is a join away. */
function judgedSql(knex: Knex, question: BareQuestion): string {
	const until = (column: string) => `case when ${column} <= :last then ${column} end as ${column}`;
	const days = calendarTable(question.calendar);
	const terms = question.terms ?? TABLE_A;
	const due = (name: string) => `join ${days} ${name} on ${name}.working and ${name}.passed = base.passed`;
	return `${knownSql(knex, question)},
	due as not materialized (
		select base.day, meeting.day as meeting, interview.day as interview, plan.day as plan, sessions.day as sessions
		from ${days} base
		${due('meeting')} + ${terms.initial_meeting_days}
		${due('interview')} + ${terms.diagnostic_interview_days}
		${due('plan')} + ${terms.action_plan_days}
		${due('sessions')} + ${terms.first_sessions_days}
	),
	past as (
		select contract, cpa, route, referred, received, ${['started', 'interviewed', 'agreed', 'fourth', 'eighth'].map(until).join(', ')},
			case when ended <= :last then ended end as ended, reason,
			case when met > :last then null else outcome end as outcome,
			case when met <= :last and (outcome is null or outcome <> 'did_not_attend') then met end as met
		from known where referred <= :last
	),
	judged as (
		select past.*,
			outcome is null or outcome not in ('declined', 'not_eligible', 'not_suitable') as open,
			outcome = 'start' or (outcome is null and coalesce(started, interviewed) is not null) as willing,
			meeting_due.meeting as meeting_due, interview_due.interview as interview_due,
			plan_due.plan as plan_due, sessions_due.sessions as sessions_due
		from past
		left join due meeting_due on meeting_due.day = past.received
		left join due interview_due on interview_due.day = past.met
		left join due plan_due on plan_due.day = past.interviewed
		left join due sessions_due on sessions_due.day = past.started
	)`;
}

/** Each number of the JSON that is counted, as what it counts. */
export const COUNTS: Record<string, string> = {
	'referrals_total.jobcentre_plus': `route = 'jobcentre_plus'`,
	'referrals_total.third_party': `route = 'third_party'`,
	'referrals_total.total': 'true',
	'referrals_new.jobcentre_plus': `route = 'jobcentre_plus' and referred >= :first`,
	'referrals_new.third_party': `route = 'third_party' and referred >= :first`,
	'referrals_new.total': 'referred >= :first',
	'starts_total.jobcentre_plus': `route = 'jobcentre_plus' and started is not null`,
	'starts_total.third_party': `route = 'third_party' and started is not null`,
	'starts_total.total': 'started is not null',
	'starts_new.jobcentre_plus': `route = 'jobcentre_plus' and started >= :first`,
	'starts_new.third_party': `route = 'third_party' and started >= :first`,
	'starts_new.total': 'started >= :first',
	'completions_total.total': `ended is not null and reason = 'completed'`,
	'completions_total.fewer_than_eight_sessions': `ended is not null and reason = 'completed' and eighth is null`,
	'initial_meetings.total': 'met is not null',
	'initial_meetings_on_time.number': 'met <= meeting_due',
	'initial_meetings_on_time.of': 'met is not null',
	'initial_meetings_on_time.service_level.met': 'met <= meeting_due',
	'initial_meetings_on_time.service_level.determinable': 'met is not null or meeting_due <= :last',
	'diagnostic_interviews.total': 'interviewed is not null',
	'diagnostic_interviews_on_time.number': 'open and interviewed <= interview_due',
	'diagnostic_interviews_on_time.of': 'interviewed is not null',
	'diagnostic_interviews_on_time.service_level.met': 'open and interviewed <= interview_due',
	'diagnostic_interviews_on_time.service_level.determinable':
		'willing and (interviewed is not null or interview_due <= :last)',
	'action_plans.total': 'agreed is not null',
	'action_plans_on_time.number': 'open and agreed <= plan_due',
	'action_plans_on_time.of': 'agreed is not null',
	'action_plans_on_time.service_level.met': 'open and agreed <= plan_due',
	'action_plans_on_time.service_level.determinable':
		'open and interviewed is not null and (agreed is not null or plan_due <= :last)',
	'four_sessions.total': 'fourth is not null',
	'four_sessions_on_time.number': 'open and fourth <= sessions_due',
	'four_sessions_on_time.of': 'fourth is not null or (open and sessions_due <= :last)',
	'four_sessions_on_time.pending': 'open and fourth is null and sessions_due > :last',
	'eight_sessions.number': 'eighth is not null',
	'eight_sessions.of': 'started is not null',
};

function countsSql(knex: Knex, question: BareQuestion): string {
	const counts = Object.entries(COUNTS).map(([key, what]) => `sum(case when ${what} then 1 else 0 end) as "${key}"`);
	return `${judgedSql(knex, question)} select contract, cpa, ${counts.join(', ')} from judged group by contract, cpa`;
}

function lengthsSql(knex: Knex, question: BareQuestion): string {
	return `with ${peopleSql(knex, question)}
	select contract, cpa, case when ended <= :last then 1 else 0 end as has_left,
		(case when ended <= :last then ended else :last end) - started as days, count(*) as mentees
	from person where started <= :last and (received is null or received <= :last)
	group by 1, 2, 3, 4`;
}
