/** What a Buyer might ask (2.11 to 3.12, Annex A), each answered by one figure and by SQL written apart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSqlite } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { ask, begin, end, knex, world } from '../../support/scenes/figures.ts';

beforeAll(begin);
afterAll(end);

/** Each row as its values and its number. */
const rowsOf = ({ by, rows }: Awaited<ReturnType<typeof ask>>) =>
	rows.map((row) => [...by.map((split) => row[split] ?? null), row.value].map(String).join(' ')).sort();

/** SQL over the raw tables: `{column}` of a day stands for its month, `[column]` for one within the period. */
async function bare(sql: string): Promise<string[]> {
	const value = (on: string) => (isSqlite(knex) ? String(Date.parse(on)) : `date '${on}'`);
	const monthOf = (column: string) =>
		isSqlite(knex) ? `strftime('%Y-%m', ${column} / 1000, 'unixepoch')` : `to_char(${column}, 'YYYY-MM')`;
	const whole = `with p as (
		select r.id as referral, m.id as mentee, r.received_on, r.route, m.start_on, m.ended_on, m.end_reason, r.benefits,
			coalesce(m.delivery_area, r.delivery_area) as area, coalesce(m.preferred_language, r.preferred_language) as language,
			m.substances
		from referrals r left join mentees m on m.referral = r.id
		where r.contract = '${world.north.contract}' and m.consent_withdrawn_on is null and r.consent_withdrawn_on is null
	) ${sql}`
		.replaceAll(/\{(\w+)\}/g, (_, column: string) => monthOf(column))
		.replaceAll(
			/\[(\w+)\]/g,
			(_, column: string) => `${column} between ${value('2024-01-01')} and ${value('2024-06-30')}`,
		)
		.replaceAll(/days\((\w+), (\w+)\)/g, (_, from: string, to: string) =>
			isSqlite(knex) ? `((${to} - ${from}) / 86400000.0)` : `(${to} - ${from})`,
		)
		.replaceAll(/<(\S+)>/g, (_, on: string) => value(on));
	const answer = await knex.raw(whole.replaceAll('?', '\\?'));
	const rows: Record<string, unknown>[] = isSqlite(knex) ? answer : answer.rows;
	const number = (value: unknown) => Math.round(Number(value) * 100) / 100;
	return rows
		.map((row) => Object.values(row).map((each, index, all) => String(index === all.length - 1 ? number(each) : each)))
		.map((values) => values.join(' '))
		.sort();
}

const starts = (more: string, keys: string) =>
	`select ${keys}, count(*) as n from p where [start_on] ${more} group by ${keys}`;
const sessions = (what: string, keys: string, attendance = 'attended') =>
	`select ${keys}, ${what} as n from p join sessions s on s.mentee = p.mentee
	where [held_on] and attendance = '${attendance}' group by ${keys}`;
const clocks = (more: string, keys: string) =>
	`select ${keys}, count(*) as n from service_level_clocks c left join p on p.referral = c.referral
	where c.contract = (select id from call_off_contracts where reference = 'TEST-9') and (c.referral is null or p.referral is not null) and ${more} group by ${keys}`;
const first = (table: string, on: string) =>
	`select {${on}}, count(*) as n from p join ${table} t on t.mentee = p.mentee where [${on}] group by 1`;

describe('twenty questions', () => {
	it.each<[question: string, query: string, sql: string]>([
		[
			'How many people were referred each month?',
			'count=referrals&by=month',
			'select {received_on}, count(*) as n from p where [received_on] group by 1',
		],
		[
			'By which route, in each area?',
			'count=referrals&by=route,delivery_area',
			'select route, area, count(*) as n from p where [received_on] group by 1, 2',
		],
		[
			'Of how many is no language on record?',
			'count=referrals&where[preferred_language]=',
			`select count(*) as n from p where language is null`,
		],
		[
			'Welsh-speaking starters per month in Flintshire?',
			'count=starts&by=month&where[preferred_language]=cy-GB&where[delivery_area]=flintshire',
			starts(`and language = 'cy-GB' and area = 'flintshire'`, '{start_on}'),
		],
		[
			'How many starters of each area speak which language?',
			'count=starts&by=delivery_area,preferred_language',
			starts('', 'area, language'),
		],
		[
			'How many starters claim Universal Credit, by month?',
			'count=starts&by=month&where[benefit_type]=universal_credit',
			starts(`and cast(benefits as text) like '%"universal_credit"%'`, '{start_on}'),
		],
		[
			'How many starters take heroin, by route?',
			'count=starts&by=route&where[addiction_type]=heroin',
			starts(`and cast(substances as text) like '%"heroin"%'`, 'route'),
		],
		[
			'How many initial meetings were held each month?',
			'count=initial_meetings&by=month',
			'select {held_on}, count(*) as n from p join initial_meetings t on t.referral = p.referral where [held_on] group by 1',
		],
		[
			'How many Diagnostic Interviews?',
			'count=diagnostic_interviews&by=month',
			first('diagnostic_interviews', 'held_on'),
		],
		['How many SMART Action Plans?', 'count=action_plans&by=month', first('action_plans', 'agreed_on')],
		[
			'How many sessions, in person and digital?',
			'count=sessions_attended&by=month,session_mode',
			sessions('count(*)', '{held_on}, mode'),
		],
		['Where are sessions missed?', 'count=sessions_missed&by=delivery_area', sessions('count(*)', 'area', 'missed')],
		[
			'How many hours of sessions each month?',
			'count=session_hours&by=month',
			sessions('sum(minutes) / 60.0', '{held_on}'),
		],
		[
			'Who is in support at the end of June, by area?',
			'count=in_support&by=delivery_area',
			'select area, count(*) as n from p where start_on <= <2024-06-30> and (ended_on is null or ended_on > <2024-06-30>) group by area',
		],
		[
			'Why did Mentees leave, and when?',
			'count=leavers&by=month,end_reason',
			'select {ended_on}, end_reason, count(*) as n from p where [ended_on] group by 1, 2',
		],
		[
			'How many in Wrexham completed?',
			'count=completions&by=route&where[delivery_area]=wrexham',
			`select route, count(*) as n from p where [ended_on] and end_reason = 'completed' and area = 'wrexham' group by route`,
		],
		[
			'Which support did they enter?',
			'count=support_begun&by=support_kind',
			'select kind, count(*) as n from p join support_engagements s on s.mentee = p.mentee where [entered_on] group by kind',
		],
		[
			'What was done in time, by month?',
			'count=clocks_met&by=month,service_level',
			clocks('[met_on] and met_on <= due_on', '{met_on}, service_level'),
		],
		[
			'What was late, by area?',
			'count=clocks_late&by=service_level,delivery_area',
			clocks('[due_on] and (met_on is null or met_on > due_on)', 'service_level, area'),
		],
		[
			'How often were Peer Mentors at which office?',
			'count=office_visits&by=jobcentre_office',
			'select jobcentre_office, count(*) as n from office_visits where [visited_on] group by 1',
		],
		[
			'Who learned from whom?',
			'count=upskilled_staff&by=upskilling_direction',
			'select direction, sum(attendees) as n from upskilling_sessions where [held_on] group by 1',
		],
		[
			'How long did they wait for their first session, by route?',
			'count=days_to_start&by=month,route',
			`select {start_on}, route, round(avg(days(received_on, start_on)), 1) as n from p where [start_on] and received_on <= start_on group by 1, 2`,
		],
		[
			'How long had those who left been there, by area?',
			'count=days_on_provision&by=delivery_area',
			`select area, round(avg(days(start_on, ended_on)), 1) as n from p where [ended_on] and start_on <= ended_on group by 1`,
		],
		[
			'How much went to SMEs?',
			'count=spend&by=spend_kind',
			'select kind, sum(amount_pence) / 100.0 as n from spend_entries where [spent_on] group by 1',
		],
	])('%s', async (_, query, sql) => {
		const expected = await bare(sql);
		expect(expected.length).toBeGreaterThan(0);
		expect(rowsOf(await ask(query))).toEqual(expected);
	});
});
