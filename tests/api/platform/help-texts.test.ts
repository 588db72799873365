/** What a Supplier tells its own people under the fields of forms (2.25). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;
let manager: Client;
let mentor: Client;
const path = '/items/help_texts';
const MINUTES = { place: 'sessions.minutes', text: 'Without the way there.', text_cy: 'Heb y daith yno.' };

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	manager = world.north.manager;
	mentor = world.north.mentors[0]!.client;
});
afterAll(() => server.stop());
beforeEach(async () => {
	const knex = databaseOf(server);
	await knex('help_texts').delete();
	await knex.destroy();
});

/** What stands under a field for somebody; nothing where they know no such field. */
const noteOf = async (client: Client, place: string): Promise<string | undefined> => {
	const { body } = await client.get('/fields');
	const [collection, field] = place.split('.');
	const found = (body.data as { collection: string; field: string; meta: { note: string } }[]).find(
		(each) => each.collection === collection && each.field === field,
	);
	return found?.meta.note?.replace(/\\(?=\W)/g, '');
};
const askedOf = async (client: Client, language = 'en-GB') => {
	const { body } = await client.get(`/mentor/api/model?language=${language}`);
	const steps = body.data.steps as {
		parts: { collection: string; fields: { field: string; own_note?: string }[] }[];
	}[];
	const fields = steps.flatMap(({ parts }) => parts).filter(({ collection }) => collection === 'sessions');
	return fields.flatMap((part) => part.fields).filter(({ field }) => field === 'minutes');
};

describe('a help text of a Supplier’s own', () => {
	it('stands under its field in the mentors’ app, in the reader’s language', async () => {
		expect((await askedOf(mentor)).map(({ own_note }) => own_note)).not.toContain(MINUTES.text);
		expect((await manager.post(path, MINUTES)).status).toBe(200);
		expect((await askedOf(mentor)).map(({ own_note }) => own_note)).toContain(MINUTES.text);
		expect((await askedOf(mentor, 'cy-GB')).map(({ own_note }) => own_note)).toContain(MINUTES.text_cy);
		expect((await askedOf(world.west.mentors[0]!.client)).map(({ own_note }) => own_note)).not.toContain(MINUTES.text);
	});

	it('stands in the Studio after what everybody reads there, and for nobody of another Supplier', async () => {
		const place = 'mentees.next_appointment_place';
		const before = await noteOf(manager, place);
		expect(before).toBe('$t:mentees__next_appointment_place__note');
		await manager.post(path, { place, text: 'Room 4, unless it is full.' });
		const note = await noteOf(manager, place);
		expect(note).toMatch(/^[A-Z][^$]+\n\n\*\*Your Supplier:\*\* Room 4, unless it is full\.$/);
		expect(await noteOf(mentor, place)).toBe(note);
		for (const other of [world.west.manager, world.admin]) expect(await noteOf(other, place)).toBe(before);
		expect(await noteOf(world.buyer, place)).toBeUndefined();
		const one = await manager.get('/fields/mentees');
		const notes = one.body.data.map(({ meta }: { meta: { note: string | null } }) => meta.note);
		expect(notes).toContainEqual(expect.stringContaining('**Your Supplier:** Room 4'));
	});

	it('is its words and no more, whatever Markdown would make of them', async () => {
		await manager.post(path, { ...MINUTES, text: '![x](https://example.org/x) <b>*Not* bold</b>\nTwo lines' });
		const { body } = await manager.get('/fields/sessions');
		const { meta } = body.data.find(({ field }: { field: string }) => field === 'minutes');
		const told = '\\!\\[x\\]\\(https\\:\\/\\/example\\.org\\/x\\) \\<b\\>\\*Not\\* bold\\<\\/b\\>  \nTwo lines';
		expect(meta.note).toContain(`**Your Supplier:** ${told}`);
	});

	it('is English for a Welsh reader where it is not written in Welsh', async () => {
		const welsh = await world.user('Supplier Manager', 'welsh-help@example.org', world.north.id, 'cy-GB');
		await manager.post(path, { place: 'sessions.minutes', text: MINUTES.text });
		expect(await noteOf(welsh.client, 'sessions.minutes')).toContain(`**Eich cyflenwr:** ${MINUTES.text}`);
	});

	it.each([
		['no field', 'sessions.nothing'],
		['no place', 'sessions'],
		['a part of a field', 'sessions.minutes.x'],
		['an account', 'directus_users.email'],
		['what is never shown', 'sessions.supplier'],
		['a heading', 'mentees.person'],
	])('is refused under %s', async (_, place) => {
		const { status, body } = await manager.post(path, { ...MINUTES, place });
		expect([status, body.errors[0].extensions.field]).toEqual([400, 'place']);
		expect(body.errors[0].message).toContain('Choose a field of a form');
	});

	it('is one for each field, also when two are written at once', async () => {
		const answers = await Promise.all(Array.from({ length: 4 }, () => manager.post(path, MINUTES)));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
		const { id } = answers.find(({ status }) => status === 200)!.body.data;
		expect((await manager.patch(`${path}/${id}`, { text: 'Without breaks.' })).status).toBe(200);
		expect((await world.west.manager.post(path, MINUTES)).status).toBe(200);
	});

	it('is not moved with others to one place, and a Welsh text of blanks is none', async () => {
		const made = async (place: string) => (await manager.post(path, { ...MINUTES, place, text_cy: '  ' })).body.data.id;
		const keys = [await made('sessions.minutes'), await made('sessions.note')];
		const moved = await manager.patch(path, { keys, data: { place: 'mentees.last_name' } });
		expect([moved.status, moved.body.errors[0].extensions.field]).toEqual([400, 'place']);
		expect((await manager.patch(path, { keys, data: { text: 'The same' } })).status).toBe(200);
		expect((await askedOf(mentor, 'cy-GB')).map(({ own_note }) => own_note)).toContain('The same');
	});

	it('is made, read and changed by managers of the Supplier alone', async () => {
		const { id } = (await manager.post(path, MINUTES)).body.data;
		for (const other of [world.west.manager, world.north.mi, mentor, world.buyer]) {
			expect((await other.get(`${path}/${id}`)).status).toBe(403);
			expect((await other.patch(`${path}/${id}`, { text: 'x' })).status).toBe(403);
		}
		expect((await mentor.post(path, { ...MINUTES, place: 'sessions.note' })).status).toBe(403);
		expect((await manager.delete(`${path}/${id}`)).status).toBe(204);
	});
});
