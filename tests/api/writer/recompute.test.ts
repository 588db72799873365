/** What follows from the records is the same however often and in whatever order it is worked out. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoFiles, type DemoFiles } from '../../../seed/demo/generate.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { dayOf } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { settleEverything } from '../../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { randomFrom } from '../../unit/support/random.ts';

type Row = Record<string, unknown>;

/** Tables that are worked out from others, or in part. */
const FOLLOWING = [
	'service_level_clocks',
	'service_level_results',
	'performance_improvement_plans',
	'mi_returns',
	'milestones',
	'mentees',
	'referrals',
	'allocations',
];

async function everything(knex: Knex): Promise<Record<string, Row[]>> {
	const tables: Record<string, Row[]> = {};
	for (const table of FOLLOWING) tables[table] = await knex(table).orderBy('id').select();
	return tables;
}

/** The clocks and service levels by what they are about, without the keys that differ from database to database. */
async function whatFollows(knex: Knex) {
	const clocks = await knex('service_level_clocks as clock')
		.join('referrals as referral', 'referral.id', 'clock.referral')
		.select('referral.reference', 'clock.service_level', 'started_on', 'due_on', 'met_on', 'status', 'month');
	const results = await knex('service_level_results as result')
		.join('call_off_contracts as contract', 'contract.id', 'result.contract')
		.select('contract.reference', 'result.cpa', 'month', 'service_level', 'status', 'met', 'missed', 'pending');
	const lines = [
		...clocks.map(({ reference, service_level, started_on, due_on, met_on, status, month }) =>
			[reference, service_level, dayOf(started_on), dayOf(due_on), dayOf(met_on), status, month].join(' '),
		),
		...results.map((row) => Object.values(row).map(String).join(' ')),
	];
	return lines.sort();
}

describe('on the demo records', () => {
	let server: TestServer;
	let knex: Knex;
	beforeAll(async () => {
		server = await startTestServer({ seed: 'demo' });
		knex = databaseOf(server);
	});
	afterAll(async () => {
		await knex.destroy();
		await server.stop();
	});

	it('working everything out once more changes no value of any row', async () => {
		const before = await everything(knex);
		expect(before.service_level_clocks!.length).toBeGreaterThan(2000);
		await settleEverything(knex, today());
		expect(await everything(knex)).toEqual(before);
	});
});

describe('importing the same records', () => {
	const files = demoFiles({ today: day('2026-06-30') });

	async function follow(send: (server: TestServer) => Promise<void>): Promise<string[]> {
		const server = await startTestServer();
		const knex = databaseOf(server);
		try {
			await send(server);
			return await whatFollows(knex);
		} finally {
			await knex.destroy();
			await server.stop();
		}
	}

	async function load(server: TestServer, parts: Partial<DemoFiles>): Promise<void> {
		const { status, body } = await (await server.admin()).upload('/caseload/import', parts as Record<string, string>);
		expect([status, body.errors?.slice(0, 3)]).toEqual([200, undefined]);
	}

	it('in any order, in one piece or in several, gives the same clocks and service levels', async () => {
		const inOrder = await follow((server) => load(server, files));
		expect(inOrder.length).toBeGreaterThan(2000);
		const { contracts, mentors, caseload, sessions } = files;
		const mixed = await follow(async (server) => {
			await load(server, { contracts: shuffled(contracts, 1), mentors: shuffled(mentors, 2) });
			const people = inParts(shuffled(caseload, 3), 3);
			await load(server, { caseload: people[2] as string });
			await load(server, { caseload: people[0] as string });
			await load(server, { caseload: people[1] as string });
			for (const part of inParts(shuffled(sessions, 4), 2)) await load(server, { sessions: part });
		});
		expect(mixed).toEqual(inOrder);
	}, 240_000);
});

function lines(csv: string): [string, string[]] {
	const [header = '', ...rows] = csv.trimEnd().split('\n');
	return [header, rows];
}

function shuffled(csv: string, seed: number): string {
	const random = randomFrom(seed);
	const [header, rows] = lines(csv);
	const mixed = rows.map((row) => [random(), row] as const).sort(([a], [b]) => a - b);
	return [header, ...mixed.map(([, row]) => row)].join('\n');
}

function inParts(csv: string, count: number): string[] {
	const [header, rows] = lines(csv);
	return Array.from({ length: count }, (_, part) =>
		[header, ...rows.filter((_row, index) => index % count === part)].join('\n'),
	);
}
