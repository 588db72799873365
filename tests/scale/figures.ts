/** What a figure of the catalogue costs, split by month, against the bare SQL that gives the same numbers. */
import type { Knex } from 'knex';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addMonths, type CalendarMonth } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Asked } from '../../extensions/peer-mentoring/src/domain/returns/figures/asked.ts';
import type { StoredContract } from '../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { isSqlite } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { readFigure } from '../../extensions/peer-mentoring/src/storage/returns/figures/read-figure.ts';
import { insertLargeCaseload } from '../support/caseloads/large.ts';
import { copyTemplate, discard, environment } from '../support/platform.ts';
import { openDatabase } from '../support/tables.ts';
import { grouped, inTurn, type Bench, type Measurement } from './measurement.ts';

/** All that the caseload holds, and a year of it. */
const PERIODS = [
	{ from: '2023-04', to: '2025-12' },
	{ from: '2024-01', to: '2024-12' },
] as { from: CalendarMonth; to: CalendarMonth }[];

type Counted = 'starts' | 'sessions_attended';
const ROWS: Record<Counted, { day: string; from: string; only: string }> = {
	starts: { day: 'mentee.start_on', from: '', only: '' },
	sessions_attended: {
		day: 'session.held_on',
		from: 'join sessions session on session.mentee = mentee.id',
		only: "and session.attendance = 'attended'",
	},
};

export async function figuresAgainstSql({ rows, runs, database, tell }: Bench): Promise<Measurement[]> {
	const copy = await copyTemplate('reference', database);
	const knex = openDatabase(environment(copy, {}));
	try {
		const { contract, sessions } = await insertLargeCaseload(knex, rows, (done) =>
			tell(`${grouped(done)} of ${grouped(rows)} referrals written`),
		);
		await knex.raw('analyze');
		const size = `${grouped(rows)} referrals, ${grouped(sessions)} sessions`;
		const found: Measurement[] = [];
		for (const count of Object.keys(ROWS) as Counted[]) {
			for (const { from, to } of PERIODS) {
				const asked: Asked = { count, from, to, by: ['month'], where: {} };
				const platform = () => cellsOf(knex, contract, asked);
				const bare = () => bareMonths(knex, contract, asked);
				same(await platform(), await bare());
				tell(`${count} by month, both ways`);
				const name = `figure ${count} by month, ${from} to ${to}`;
				found.push({ name, size, ...(await inTurn(runs, platform, bare)) });
			}
		}
		return found;
	} finally {
		await knex.destroy();
		await discard(copy);
	}
}

type Months = Record<string, number>;

export async function cellsOf(knex: Knex, contract: StoredContract, asked: Asked): Promise<Months> {
	const cells = await readFigure(knex, asked, asked.by, { contracts: [contract], today: today() });
	return Object.fromEntries(cells.result().cells.map(({ values, amount }) => [String(values[0]), amount]));
}

export async function bareMonths(knex: Knex, { id }: StoredContract, { count, from, to }: Asked): Promise<Months> {
	const { day, from: more, only } = ROWS[count as Counted];
	const value = (on: string) => (isSqlite(knex) ? String(Date.parse(on)) : `date '${on}'`);
	const month = isSqlite(knex) ? `strftime('%Y-%m', ${day} / 1000, 'unixepoch')` : `to_char(${day}, 'YYYY-MM')`;
	const now = value(today());
	const answer = await knex.raw(
		`select ${month} as month, count(*) as number
		from referrals referral
		join mentees mentee on mentee.referral = referral.id
		${more}
		left join erasures erasure on erasure.referral = referral.id
		where referral.contract = ? ${only}
			and ${day} >= ${value(`${from}-01`)} and ${day} < ${value(`${addMonths(to, 1)}-01`)}
			and (referral.consent_withdrawn_on is null or referral.consent_withdrawn_on > ${now})
			and (mentee.consent_withdrawn_on is null or mentee.consent_withdrawn_on > ${now})
			and (erasure.erased_on is null or erasure.erased_on > ${now})
		group by 1 order by 1`,
		[id],
	);
	const rows: { month: string; number: number | string }[] = isSqlite(knex) ? answer : answer.rows;
	return Object.fromEntries(rows.map((row) => [row.month, Number(row.number)]));
}

function same(platform: Months, bare: Months): void {
	if (JSON.stringify(platform) !== JSON.stringify(bare))
		throw new Error(`${JSON.stringify(platform)}\n${JSON.stringify(bare)}`);
}
