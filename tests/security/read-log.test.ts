/** Every read of people's records is on record before it is answered: who, through what, and which (5.1). */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isSqlite } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

interface Line {
	id: string;
	user: string;
	action: string;
	subject: string;
	through: string;
	records: number;
	supplier: string | null;
	keys: Record<string, string[]>;
}

let server: TestServer;
let knex: Knex;
let admin: Client;
let mentor: Client;
let mi: Client;
let officer: Client;
let own: { id: string; referral: string; reference: string };
let contract: string;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo', own: true });
	knex = databaseOf(server);
	admin = await server.admin();
	mentor = await server.login('mentor1@example.org');
	mi = await server.login('mi@example.org');
	officer = await server.login('dpo@example.org');
	const { body } = await mentor.get(
		'/items/mentees?fields=id,referral,reference&sort=id&limit=1&filter[start_on][_nnull]=true',
	);
	[own] = body.data;
	contract = (await mi.get('/items/call_off_contracts?fields=reference&limit=1')).body.data[0].reference;
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

/** What a piece of work has put on record. */
async function noted(work: () => Promise<unknown>): Promise<Line[]> {
	const before = await knex('access_log').pluck('id');
	await work();
	const rows = await knex('access_log').orderBy('at');
	const fresh = rows.filter(({ id }) => !before.includes(id));
	return fresh.map((row) => ({ ...row, keys: typeof row.keys === 'string' ? JSON.parse(row.keys) : row.keys }));
}

const graphql = (query: string) => () => mentor.post('/graphql', { query });
const path = '/items/mentees';

describe('a read goes on record with the keys of whom it shows', () => {
	test.each<[string, () => Promise<{ status: number }>, string, string[]]>([
		['a list', () => mentor.get(`${path}?fields=id,name&limit=3`), 'GET /items/mentees', ['mentees']],
		['a list without keys', () => mentor.get(`${path}?fields=first_name&limit=3`), 'GET /items/mentees', ['mentees']],
		['one record', () => mentor.get(`${path}/${own.id}?fields=phone`), 'GET /items/mentees/:pk', ['mentees']],
		['a search', () => mentor.search(path, { query: { fields: ['email'], limit: 1 } }), 'SEARCH /items/mentees', ['mentees']],
		['a record above', () => mentor.get('/items/sessions?fields=held_on,mentee.first_name&limit=2'), 'GET /items/sessions', ['mentees', 'sessions']],
		['records below', () => mentor.get(`${path}/${own.id}?fields=sessions.held_on`), 'GET /items/mentees/:pk', ['mentees', 'sessions']],
		['records three steps away', () => mentor.get('/items/actions?fields=action_plan.mentee.first_name&limit=1'), 'GET /items/actions', ['action_plans', 'actions', 'mentees']],
		['records by a wildcard', () => mentor.get(`${path}/${own.id}?fields=*,sessions.*`), 'GET /items/mentees/:pk', ['mentees', 'sessions']],
		['a record by another name', () => mentor.get(`${path}?alias[x]=referral&fields=x.reference&limit=1`), 'GET /items/mentees', ['mentees', 'referrals']],
		['GraphQL', graphql('{ mentees(limit: 2) { first_name } }'), 'POST /graphql', ['mentees']],
		['GraphQL below', graphql('{ mentees(limit: 1, filter: { sessions: { id: { _nnull: true } } }) { first_name s: sessions(limit: 1) { held_on } } }'), 'POST /graphql', ['mentees', 'sessions']],
		['what a change answers with', () => mentor.patch(`${path}/${own.id}`, {}), 'PATCH /items/mentees/:pk', ['mentees']],
		['the records behind a measure', () => mi.get(`/pmi/${contract}/2025-01/measures/starts_new/records`), 'GET /pmi/:contract/:month/measures/:key/records', ['referrals']],
		['the records behind a figure', () => mi.get('/figures/records?count=starts&from=2025-01&to=2025-06&by=month'), 'GET /figures/records', ['referrals']],
		['deadlines with references', () => mentor.get('/service-levels/clocks?as_at=2026-01-05&limit=2'), 'GET /service-levels/clocks', ['referrals', 'service_level_clocks']],
	])('%s', async (_, read, through, collections) => {
		const rows = await noted(async () => expect((await read()).status).toBe(200));
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ action: 'read', through });
		expect(Object.keys(rows[0]!.keys).sort()).toEqual(collections);
		for (const keys of Object.values(rows[0]!.keys)) expect(keys.length).toBeGreaterThan(0);
	}); // prettier-ignore

	it('but for what somebody has just made, which is on record with its making; what hangs on it is read', async () => {
		const there = 'filter[mentee][ended_on][_null]=true&filter[place][_nnull]=true&filter[attendance][_eq]=attended';
		const { body } = await mentor.get(`/items/sessions?fields=mentee,held_on,place&${there}&sort=-held_on&limit=1`);
		const session = { ...body.data[0], minutes: 60, mode: 'face_to_face', attendance: 'attended' };
		expect(
			await noted(async () =>
				expect(
					(await mentor.post('/items/sessions', session)).body.errors?.map(({ message }: Error) => message),
				).toBeUndefined(),
			),
		).toEqual([]);
		const shown = await noted(() => mentor.post('/items/sessions?fields=id,mentee.name', session));
		expect(shown).toEqual([expect.objectContaining({ keys: { mentees: [session.mentee] } })]);
	});

	it('and nothing that was not asked for is in the answer', async () => {
		const { body } = await mentor.get('/items/sessions?fields=held_on,mentee.first_name&limit=1');
		expect(body.data).toEqual([{ held_on: expect.any(String), mentee: { first_name: expect.any(String) } }]);
		const shown = await mentor.get(`${path}?fields=first_name&limit=1`);
		expect(Object.keys(shown.body.data[0])).toEqual(['first_name']);
	});

	it('names who read, whose staff they are, and exactly those records', async () => {
		const user = (await knex('directus_users').where({ email: 'mentor1@example.org' }).first('id', 'supplier'))!;
		const [row] = await noted(() => mentor.get(`${path}?fields=first_name&sort=id&limit=2`));
		const ids = await mentor.get(`${path}?fields=id&sort=id&limit=2`);
		expect(row).toMatchObject({ user: user.id, supplier: user.supplier, records: 2 });
		expect(row!.keys).toEqual({ mentees: ids.body.data.map(({ id }: { id: string }) => id) });
	});

	it('groups by what people have said too, and a mere count does not', async () => {
		const grouped = await noted(() => mentor.get(`${path}?aggregate[count]=*&groupBy[]=first_name`));
		expect(grouped).toEqual([expect.objectContaining({ subject: 'mentees', keys: {} })]);
		expect(grouped[0]!.records).toBeGreaterThan(1);
		expect(await noted(() => mentor.get(`${path}?aggregate[max]=phone`))).toHaveLength(1);
		expect(await noted(() => mentor.get(`${path}?aggregate[count]=*`))).toEqual([]);
		expect(await noted(() => mentor.get('/items/call_off_contracts?fields=reference'))).toEqual([]);
	});
});

describe('an export', () => {
	it.each(['csv', 'json', 'xml', 'yaml'])('of a list as %s is on record as one', async (format) => {
		const rows = await noted(() => mentor.download(`${path}?export=${format}&fields=first_name&limit=3`));
		expect(rows).toEqual([
			expect.objectContaining({ action: 'export_list', through: `GET /items/mentees?export=${format}`, records: 3 }),
		]);
		expect(rows[0]!.keys.mentees).toHaveLength(3);
	});

	it('that is made after the answer is too', async () => {
		const rows = await noted(async () => {
			const wish = { query: { fields: ['first_name'], limit: 2 }, format: 'csv', file: {} };
			expect((await admin.post('/utils/export/mentees', wish)).status).toBe(204);
			for (let tries = 0; tries < 50; tries++) {
				if (await knex('access_log').where({ through: 'POST /utils/export/mentees' }).first('id')) return;
				await new Promise((done) => setTimeout(done, 100));
			}
		});
		expect(rows).toEqual([expect.objectContaining({ action: 'export_list', records: 2 })]);
	});

	it('of one person, of a tracker, of what was sent: once each, with the keys', async () => {
		const [persons] = await noted(() => officer.get(`/personal-data/${own.reference}.json`));
		expect(persons).toMatchObject({ action: 'export', subject: own.reference });
		expect(persons!.keys.referrals).toEqual([own.referral]);
		const [tracker] = await noted(() =>
			mi.download(`/mentee-tracker/${contract}/2025-06.xlsx`, { password: 'four words of peat bog' }),
		);
		expect(tracker).toMatchObject({ action: 'export_mentee_tracker', subject: `${contract} 2025-06` });
		expect(tracker!.keys.mentees).toHaveLength(tracker!.records);
		const [archive] = await noted(() => mi.download(`/archive/${contract}.zip?month=2024-01`));
		expect(archive).toMatchObject({ action: 'export_list', subject: `archive ${contract} 2024-01` });
		expect(archive!.keys.kept_files).toHaveLength(archive!.records);
	});
});

describe('what Directus keeps of records', () => {
	it.each([
		['/revisions?fields=data&limit=1&sort=-id'],
		['/activity?fields=revisions.data&filter[collection][_eq]=mentees&filter[action][_eq]=update&limit=1&sort=-id'],
	])('is a read of them: %s', async (asked) => {
		await mentor.patch(`${path}/${own.id}`, { phone: '07700 900123' });
		const rows = await noted(async () => expect((await officer.get(asked)).status).toBe(200));
		expect(rows).toEqual([expect.objectContaining({ action: 'read', keys: { mentees: [own.id] } })]);
	});
});

describe('a read log that cannot be written', () => {
	const broken = async (work: () => Promise<void>) => {
		await knex.raw(
			isSqlite(knex)
				? `create trigger broken before insert on access_log begin select raise(abort, 'full'); end`
				: 'alter table access_log add constraint broken check (false) not valid',
		);
		try {
			await work();
		} finally {
			await knex.raw(isSqlite(knex) ? 'drop trigger broken' : 'alter table access_log drop constraint broken');
		}
	};

	it('gives nobody anything, and says why', async () => {
		await broken(async () => {
			for (const asked of [
				`${path}?limit=1`,
				`${path}?export=csv&limit=1`,
				`/items/sessions?fields=mentee.name&limit=1`,
			]) {
				const { status, content } = await mentor.download(asked);
				expect([status, content.toString()]).toEqual([503, expect.stringContaining('the read log cannot be written')]);
			}
			expect((await officer.get(`/personal-data/${own.reference}.json`)).status).toBe(500);
			expect((await mentor.get(`${path}?aggregate[count]=*`)).status).toBe(200);
		});
		expect((await mentor.get(`${path}?limit=1`)).status).toBe(200);
	});
});

describe('many at once', () => {
	it('are each on record once', async () => {
		const rows = await noted(() =>
			Promise.all(Array.from({ length: 40 }, () => mentor.get(`${path}?fields=name&limit=1`))),
		);
		expect(rows).toHaveLength(40);
	});
});
