/** Nobody rewrites the trail by the API, the Administrator and their flows included (3.4, 5.1). */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { TRAIL } from '../../extensions/peer-mentoring/src/storage/platform/trail/tables.ts';
import type { Answer, Client } from '../support/client.ts';
import { trailScene, type TrailScene } from '../support/scenes/trail.ts';

let scene: TrailScene;
let knex: Knex;
let admin: Client;
beforeAll(async () => {
	scene = await trailScene();
	({ knex, admin } = scene);
});
afterAll(() => scene.end());

const sealed = () => scene.sealed();
const faults = () => scene.faults();
const everything = () => scene.everything();

describe('an Administrator', () => {
	test.each<[string, () => Promise<Answer>]>([
		['cuts a column of the read log', () => admin.patch('/fields/access_log/subject', { schema: { max_length: 5 } })],
		['cuts several', () => admin.patch('/fields/access_log', [{ field: 'subject', schema: { max_length: 5 } }])],
		['hides one', () => admin.patch('/fields/access_log/user', { meta: { special: null, hidden: true } })],
		['adds one', () => admin.post('/fields/kept_files', { field: 'more', type: 'string', schema: {} })],
		['adds one to the activity', () => admin.post('/fields/directus_activity', { field: 'more', type: 'string', schema: {} })],
		['drops one of the revisions', () => admin.delete('/fields/directus_revisions/data')],
		['drops the collection', () => admin.delete('/collections/access_log')],
		['changes the collection', () => admin.patch('/collections/mi_return_versions', { meta: { hidden: true } })],
		['changes several', () => admin.patch('/collections', [{ collection: 'erasures', meta: { hidden: true } }])],
		['makes a relation of a column', () => admin.post('/relations', { collection: 'access_log', field: 'subject', related_collection: 'suppliers', schema: {}, meta: null })],
		['drops a relation', () => admin.delete('/relations/kept_files/content')],
		['records less of a collection', () => admin.patch('/collections/referrals', { meta: { accountability: null } })],
		['changes rows', () => admin.patch('/items/access_log', { query: { limit: -1 }, data: { records: 0 } })],
		['changes what was done', () => admin.patch('/activity/1', { item: 'x' })],
		['deletes what was done', () => admin.delete('/activity/1')],
		['deletes what a record said', () => admin.delete('/revisions', { query: { limit: -1 } })],
	])('is refused who %s', async (_, attempt) => {
		const [before, columns] = [await everything(), await knex('access_log').columnInfo()];
		const { status, body } = await attempt();
		expect([400, 403, 404]).toContain(status);
		expect(body.errors[0].message).not.toMatch(/TRAIL_KEPT|SQL|trigger/);
		const after = await everything();
		for (const { name } of TRAIL) expect(after[name]!.slice(0, before[name]!.length)).toEqual(before[name]);
		expect(await knex('access_log').columnInfo()).toEqual(columns);
	}); // prettier-ignore

	it('switches no extension off: the rules of the platform are one', async () => {
		const { body } = await admin.get('/extensions');
		const { id } = body.data.find((each: { bundle: string | null }) => each.bundle === null);
		const refused = await admin.patch(`/extensions/${id}`, { meta: { enabled: false } });
		expect([refused.status, refused.body.errors[0].message]).toEqual([403, expect.stringContaining('on the machine')]);
		expect((await admin.delete(`/extensions/${id}`)).status).toBe(403);
		expect((await admin.post('/extensions/registry/install', { extension: id, version: '1' })).status).toBe(403);
	});

	it('makes collections and fields of their own, and deletes them; who did what in them stays', async () => {
		const key = { field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true } };
		const word = { field: 'word', type: 'string', schema: {} };
		const made = await admin.post('/collections', { collection: 'moods', meta: {}, schema: {}, fields: [key, word] });
		expect(made.status).toBe(200);
		expect((await admin.post('/fields/suppliers', { field: 'motto', type: 'string', schema: {} })).status).toBe(200);
		const { body } = await admin.post('/items/moods', { word: 'calm' });
		await admin.patch(`/items/moods/${body.data.id}`, { word: 'calmer' });
		const history = async () => [
			await knex('directus_revisions').where({ collection: 'moods' }).orderBy('id'),
			await knex('directus_activity').where({ collection: 'moods' }).orderBy('id'),
		];
		const before = await history();
		expect(before.map(({ length }) => length)).toEqual([2, 2]);
		expect((await admin.delete('/collections/moods')).status).toBe(204);
		expect((await admin.delete('/fields/suppliers/motto')).status).toBe(204);
		expect(await history()).toEqual(before);
		await sealed();
		expect(await faults()).toEqual([]);
	});
});

describe('a flow', () => {
	const operation = (options: object, type = 'item-update') => ({
		...{ name: 'Write', key: 'write', type, position_x: 1, position_y: 1 },
		options: { permissions: '$full', emitEvents: true, ...options },
	});

	test.each([
		['what was done', 'directus_activity'],
		['what a record said', 'directus_revisions'],
		['the read log', 'access_log'],
		['which rules are loaded', 'directus_extensions'],
		['whatever is named when it runs', '{{ $trigger.query.collection }}'],
	])('writes nothing into %s', async (_, collection) => {
		const flow = { name: 'Past the rules', status: 'active', trigger: 'webhook', options: { method: 'GET' } };
		const { body } = await admin.post('/flows', flow);
		for (const type of ['item-create', 'item-update', 'item-delete']) {
			const made = await admin.post('/operations', {
				...operation({ collection, query: {} }, type),
				flow: body.data.id,
			});
			expect([made.status, made.body.errors?.[0].extensions.code]).toEqual([400, 'INVALID_PAYLOAD']);
		}
	});

	test.each([
		['directus_activity', { item: 'x' }],
		['access_log', { records: 0 }],
		['kept_files', { name: 'x' }],
	])('that wrote into %s before is refused by the rules and by the database', async (collection, payload) => {
		const flow = { name: 'Old', status: 'active', trigger: 'webhook', options: { method: 'GET' } };
		const { body } = await admin.post('/flows', flow);
		const harmless = operation({ collection: 'suppliers', key: [], payload });
		const made = await admin.post('/operations', { ...harmless, flow: body.data.id });
		const { id } = await knex(collection).orderBy('id').first('id');
		for (const emitEvents of [true, false]) {
			const options = { ...harmless.options, emitEvents, collection, key: [id] };
			await knex('directus_operations')
				.where({ id: made.body.data.id })
				.update({ options: JSON.stringify(options) });
			await admin.patch(`/flows/${body.data.id}`, { operation: made.body.data.id });
			const before = await knex(collection).where({ id }).first();
			await admin.get(`/flows/trigger/${body.data.id}`);
			expect(await knex(collection).where({ id }).first()).toEqual(before);
		}
	});
});
