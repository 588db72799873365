/** Ways by which somebody may try to read people with no line in the log of reads, or with a wrong one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let knex: Knex;
let admin: Client;
let manager: Client;
let own: string;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo', own: true });
	knex = databaseOf(server);
	admin = await server.admin();
	manager = await server.login('manager@example.org');
	own = (await manager.get('/items/mentees?fields=id&limit=1')).body.data[0].id;
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

const path = '/items/mentees';
const graphql = (query: string) => manager.post('/graphql', { query });

describe('a field under the name of another is refused', () => {
	test.each<[string, () => Promise<{ status: number; body: { errors: { message: string }[] } }>]>([
		['the key', () => manager.get(`${path}?alias[id]=nino&fields=id&limit=-1`)],
		['the key among others', () => manager.get(`${path}?alias[id]=stage&fields=id,name&limit=2`)],
		['of one record', () => manager.get(`${path}/${own}?alias[id]=nino&fields=id`)],
		['in a search', () => manager.search(path, { query: { alias: { id: 'nino' }, fields: ['id'] } })],
		['in an export', () => manager.get(`${path}?alias[id]=nino&fields=id&export=csv`)],
		['of a revision', () => admin.get('/revisions?alias[collection]=id&fields=collection,item,data&limit=1')],
		['another field', () => manager.get(`${path}?alias[stage]=nino&fields=stage&limit=1`)],
	])('%s', async (_, ask) => {
		const before = await knex('access_log').count({ n: '*' }).first();
		const { status, body } = await ask();
		expect([status, body.errors[0]?.message]).toEqual([400, expect.stringContaining('is the name of a field')]);
		expect(await knex('access_log').count({ n: '*' }).first()).toEqual(before);
	});

	it('in GraphQL too, and what has a name of its own is not', async () => {
		expect((await graphql('{ mentees(limit: 1) { id: nino } }')).body.errors[0].message).toContain(
			'is the name of a field',
		);
		expect((await graphql('{ mentees(limit: 1) { theirs: first_name } }')).body.data.mentees[0].theirs).toEqual(
			expect.any(String),
		);
		expect((await manager.get(`${path}?alias[x]=first_name&fields=id,x&limit=1`)).status).toBe(200);
	});
});

describe('a summary that tells of persons is on record', () => {
	const noted = async (ask: () => Promise<unknown>) => {
		const before = await knex('access_log').pluck('id');
		await ask();
		const rows = await knex('access_log').whereNotIn('id', before).select('subject', 'keys');
		return rows.map(({ subject, keys }) => [
			subject,
			Object.keys(typeof keys === 'string' ? JSON.parse(keys) : (keys ?? {})),
		]);
	};

	test.each([
		['grouped by the key', `${path}?groupBy[]=id&groupBy[]=stage`, [['mentees', ['mentees']]]],
		['grouped by the person', '/items/sessions?groupBy[]=mentee&aggregate[sum]=minutes', [['mentees', ['mentees']]]],
		[
			'counted by what somebody has said',
			`${path}?aggregate[count]=id&filter[nino][_starts_with]=Q`,
			[['mentees', []]],
		],
		['searched', `${path}?aggregate[count]=id&search=a`, [['mentees', []]]],
	])('%s', async (_, ask, lines) => expect(await noted(() => manager.get(ask))).toEqual(lines));

	it('of one person by their key', async () => {
		const ask = `/items/sessions?aggregate[sum]=minutes&filter[mentee][_eq]=${own}`;
		expect(await noted(() => manager.get(ask))).toEqual([['sessions', []]]);
	});

	it('how many there are beside no rows', async () => {
		const ask = `${path}?limit=0&meta=filter_count&filter[nino][_starts_with]=Q`;
		expect(await noted(() => manager.get(ask))).toEqual([['mentees', []]]);
		expect(await noted(() => manager.get(`${path}?limit=0&meta=filter_count`))).toEqual([]);
	});

	it('the content of a document, and not of a picture', async () => {
		const made = {
			id: '5f3c1b7e-7d5c-4c0e-9d3e-3b8f0f4b6a11',
			storage: 'local',
			filename_disk: 'x.csv',
			filename_download: 'x.csv',
		};
		await knex('directus_files').insert({ ...made, title: 'x', type: 'text/csv', created_on: new Date() });
		mkdirSync(join(server.data, 'uploads'), { recursive: true });
		writeFileSync(join(server.data, 'uploads', 'x.csv'), 'name');
		for (const way of [made.id, `${made.id}/x.csv`, `${made.id}x`, `%35${made.id.slice(1)}`]) {
			expect([way, await noted(() => admin.get(`/assets/${way}`))]).toEqual([
				way,
				[['directus_files', ['directus_files']]],
			]);
		}
		await knex('directus_files').where({ id: made.id }).update({ type: 'image/png' });
		expect(await noted(() => admin.get(`/assets/${made.id}?download`))).toEqual([]);
	});

	it('a count by stage shows nobody', async () => {
		expect(await noted(() => manager.get(`${path}?groupBy[]=stage&aggregate[count]=id`))).toEqual([]);
	});
});

describe('the Administrator makes no way around it', () => {
	test.each<[string, () => Promise<{ status: number }>]>([
		[
			'a field of the platform that is personal no more',
			async () => {
				const { body } = await admin.get(
					'/items/data_dictionary?filter[collection][_eq]=mentees&filter[field][_eq]=nino&fields=id',
				);
				return admin.patch(`/items/data_dictionary/${body.data[0].id}`, { sensitivity: 'none' });
			},
		],
		[
			'its line of the data dictionary gone',
			async () => {
				const { body } = await admin.get(
					'/items/data_dictionary?filter[collection][_eq]=mentees&filter[field][_eq]=nino&fields=id',
				);
				return admin.delete(`/items/data_dictionary/${body.data[0].id}`);
			},
		],
		[
			'a field in a collection of Directus',
			() => admin.post('/fields/directus_folders', { field: 'theirs', type: 'uuid', schema: {}, meta: {} }),
		],
		[
			'a collection that records nothing',
			() =>
				admin.post('/collections', { collection: 'silent', meta: { accountability: null }, schema: {}, fields: [] }),
		],
	])('%s', async (_, ask) => expect((await ask()).status).toBe(403));

	it('no flow reads in silence', async () => {
		const options = { collection: 'mentees', emitEvents: false };
		const read = { key: 'read', type: 'item-read', position_x: 1, position_y: 1, flow: null, options };
		const { status, body } = await admin.post('/operations', read);
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('must emit events')]);
	});

	it('a body without end is refused before anybody walks through it', async () => {
		const note = JSON.parse(`${'['.repeat(3000)}1${']'.repeat(3000)}`);
		for (const path of ['/items/sessions', '/mentor/api/steps/session', '/graphql']) {
			const { status, body } = await admin.post(path, { note });
			expect([path, status, body.errors[0].message]).toEqual([path, 400, expect.stringContaining('levels deep')]);
		}
	});

	it('versions beside the records are switched off', async () => {
		const item = await knex('sessions').first('id');
		const version = { key: 'draft', name: 'Draft', collection: 'sessions', item: item.id };
		expect((await admin.post('/versions', version)).status).toBe(404);
		// The Studio asks whenever it shows a record, and would show an error instead.
		const { status, body } = await admin.get(`/versions?filter[item][_eq]=${item.id}`);
		expect([status, body.data]).toEqual([200, []]);
	});
});
