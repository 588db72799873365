/** What the platform stands on stays, whoever asks; what an Administrator has made, and how things look, is theirs. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';

let server: TestServer;
let admin: Client;

beforeAll(async () => {
	server = await startTestServer();
	admin = await server.admin();
});
afterAll(() => server.stop());

const field = async (name: string) => (await admin.get(`/fields/sessions/${name}`)).body.data;

describe('is refused, with what to do instead', () => {
	test.each<[string, () => ReturnType<Client['get']>, string]>([
		['a field deleted', () => admin.delete('/fields/sessions/minutes'), 'Hide it on the form instead'],
		['a collection deleted', () => admin.delete('/collections/sessions'), 'Hide it from the menu instead'],
		['a relation deleted', () => admin.delete('/relations/sessions/mentee'), 'stands on this relation'],
		['a field retyped', () => admin.patch('/fields/sessions/minutes', { type: 'string' }), 'its type'],
		['a field shortened', () => admin.patch('/fields/mentees/first_name', { schema: { max_length: 3 } }), 'its length'],
		[
			'a field that must be filled in the database',
			() => admin.patch('/fields/mentees', [{ field: 'first_name', schema: { is_nullable: false } }]),
			'whether it may be empty',
		],
		['a diff applied', () => admin.post('/schema/apply', {}), 'config:push'],
	])('%s', async (_, ask, words) => {
		const before = [await field('minutes'), await field('mentee')];
		const { status, body } = await ask();
		expect([status, body.errors[0].message]).toEqual([403, expect.stringContaining(words)]);
		expect([await field('minutes'), await field('mentee')]).toEqual(before);
	});
});

describe('a permission that names what is not there is refused', () => {
	const permission = async (change: object) => {
		const { body } = await admin.get('/policies?filter[name][_eq]=Buyer&fields=id');
		const whole = { policy: body.data[0].id, collection: 'sessions', action: 'read', fields: ['held_on'], ...change };
		return admin.post('/permissions', whole);
	};
	test.each([
		['a collection', { collection: 'sesions' }, 'There is no collection "sesions"'],
		['an action', { action: 'raed' }, 'There is no action "raed"'],
		['a field', { fields: ['held_on', 'minuts'] }, '"sessions" has no field "minuts"'],
	])('%s', async (_, change, words) => {
		const { status, body } = await permission(change);
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining(words)]);
	});

	it('also where one that is there is changed; one that names what is there is made', async () => {
		const made = await permission({});
		expect(made.status).toBe(200);
		const path = `/permissions/${made.body.data.id}`;
		const { status, body } = await admin.patch(path, { fields: ['minuts'] });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('"minuts"')]);
		expect((await admin.patch(path, { fields: ['*'] })).status).toBe(200);
		expect((await admin.delete(path)).status).toBe(204);
	});
});

describe('is free', () => {
	it('how a field looks', async () => {
		const { meta } = await field('minutes');
		const changed = { ...meta, hidden: true, note: 'Ours', sort: 99 };
		expect((await admin.patch('/fields/sessions/minutes', { meta: changed })).status).toBe(200);
		expect((await field('minutes')).meta).toMatchObject({ hidden: true, note: 'Ours', sort: 99 });
		// The Studio sends all of a field when one thing of it has changed.
		const { meta: now, ...rest } = await field('minutes');
		expect((await admin.patch('/fields/sessions/minutes', { ...rest, meta: { ...now, hidden: false } })).status).toBe(
			200,
		);
	});

	it('a longer text', async () => {
		const { status } = await admin.patch('/fields/mentees/first_name', { type: 'string', schema: { max_length: 400 } });
		expect(status).toBe(200);
	});

	it('a field and a collection of one’s own', async () => {
		const own = { field: 'room', type: 'string', meta: { interface: 'input' }, schema: {} };
		expect((await admin.post('/fields/sessions', own)).status).toBe(200);
		expect((await admin.patch('/fields/sessions/room', { type: 'text', schema: {} })).status).toBe(200);
		expect((await admin.delete('/fields/sessions/room')).status).toBe(204);
		const collection = { collection: 'rooms', meta: {}, schema: {}, fields: [] };
		expect((await admin.post('/collections', collection)).status).toBe(200);
		// What came with the platform is remembered for ten seconds; asked anew it must not wait for this very change.
		await wait(10_500);
		expect((await admin.delete('/collections/rooms')).status).toBe(204);
	});
});
