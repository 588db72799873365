/** A collection that an Administrator makes in the Studio is safe by itself (2.25, 3.6, 5.3). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../support/server.ts';
import {
	admin,
	begin,
	colleagues,
	end,
	grant,
	make,
	mentee,
	mentor,
	officer,
	others,
	strangers,
	WITH_MENTEES,
	withdraw,
	world,
} from '../../support/scenes/added-collections.ts';
import { askAround } from '../../support/scenes/added-questions.ts';
import { everyTable } from '../../support/tables.ts';
import { server } from '../../support/scenes/added-collections.ts';

const MARK = 'Zwixnote';
const ADDED = ['mood_notes', 'mood_replies', 'mentees_moods'];
let note: string;
let reply: string;
let mood: string;
let link: string;
let theirs: string;

beforeAll(async () => {
	await begin();
	mood = (await make('/items/moods', { name: 'Low' })).id;
	note = (await make('/items/mood_notes', { mentee: mentee.mentee, text: `${MARK} low`, mood })).id;
	reply = ((await make('/items/mood_replies', { note, reply: `${MARK} reply` })) as never as { reply_key: string })
		.reply_key;
	link = (await make('/items/mentees_moods', { mentees_id: mentee.mentee, moods_id: mood })).id;
	theirs = (await make('/items/mood_notes', { mentee: others.mentee, text: 'theirs', mood })).id;
});
afterAll(end);

const everybody = (): [string, Client][] => [
	['their Peer Mentor', mentor()],
	['their Supplier Manager', world.north.manager],
	['their Supplier MI', world.north.mi],
	['the Buyer', world.buyer],
	['the Data Protection Officer', officer],
	...strangers(),
];
const graphql = (who: Client, query: string) => who.post('/graphql', { query });
const textsOf = async (who: Client, path: string) => JSON.stringify((await who.get(path)).body);

describe('until its roles are set', () => {
	it('nobody but the Administrator reads or writes it', async () => {
		const named: Record<string, object> = {
			mood_notes: { mentee: mentee.mentee },
			mood_replies: { note },
			mentees_moods: { mentees_id: mentee.mentee },
		};
		for (const [name, who] of everybody()) {
			for (const collection of ADDED) {
				expect((await who.get(`/items/${collection}`)).status, name).toBe(403);
				expect((await who.get(`/items/${collection}?aggregate[count]=*`)).status, name).toBe(403);
				expect((await who.post(`/items/${collection}`, named[collection])).status, name).toBe(403);
			}
			expect((await who.patch(`/items/mood_notes/${note}`, { text: 'x' })).status, name).toBe(403);
			expect((await who.delete(`/items/mood_notes/${note}`)).status, name).toBe(403);
			expect(JSON.stringify((await graphql(who, '{ mood_notes { text } }')).body), name).not.toContain(MARK);
			expect(await textsOf(who, '/items/mentees?fields=*,mood_notes.*'), name).not.toContain(MARK);
			const filter = `filter[mood_notes][text][_contains]=${MARK}`;
			expect((await who.get(`/items/mentees?fields=id&${filter}`)).body.data ?? [], name).toEqual([]);
			expect(await textsOf(who, '/revisions?limit=-1'), name).not.toContain(MARK);
		}
		expect((await admin.get(`/items/mood_notes/${note}`)).body.data.text).toBe(`${MARK} low`);
	});

	it('a person’s export holds its rows all the same, with the names that the Studio shows, and is on the log', async () => {
		const { status, body } = await officer.get(`/personal-data/${mentee.reference}.json`);
		expect(status).toBe(200);
		const records = body.data.records as { collection: string; label: string; entries: object[] }[];
		expect(records.find(({ collection }) => collection === 'mood_notes')?.entries).toContainEqual({
			field: 'text',
			label: 'text',
			value: `${MARK} low`,
		});
		expect(records.find(({ collection }) => collection === 'mood_notes')?.entries).toContainEqual({
			field: 'score',
			label: 'How it was',
			value: 5,
		});
		expect(records.find(({ collection }) => collection === 'mood_replies')?.entries).toContainEqual({
			field: 'reply',
			label: 'reply',
			value: `${MARK} reply`,
		});
		expect(JSON.stringify(records)).not.toContain('theirs');
		const log = await officer.get(`/items/access_log?filter[subject][_eq]=${mentee.reference}&fields=action,records`);
		expect(log.body.data).toEqual([{ action: 'export', records: records.length }]);
	});
});

describe('once roles are let in, without a row rule', () => {
	beforeAll(async () => {
		for (const collection of [...ADDED, 'moods']) await grant(WITH_MENTEES, collection);
		await grant(['Buyer'], 'mood_notes', ['read', 'create']);
	});

	it('the Peer Mentor and their Supplier work with it', async () => {
		for (const who of [mentor(), world.north.manager, world.north.mi]) {
			const { body } = await who.get('/items/mood_notes?fields=text,replies.reply');
			expect(body.data).toEqual([{ text: `${MARK} low`, replies: [{ reply: `${MARK} reply` }] }]);
			expect((await who.get('/items/mood_notes?aggregate[count]=*')).body.data[0].count).toBe(1);
			expect((await who.get('/items/mentees_moods?fields=moods_id.name')).body.data).toEqual([
				{ moods_id: { name: 'Low' } },
			]);
		}
		const own = await make('/items/mood_notes', { mentee: mentee.mentee, text: 'own' }, mentor());
		expect((await mentor().patch(`/items/mood_notes/${own.id}`, { text: 'changed' })).status).toBe(200);
		const nested = { text: 'nested', replies: { create: [{ reply: 'too' }], update: [], delete: [] } };
		expect((await mentor().patch(`/items/mood_notes/${own.id}`, nested)).status).toBe(200);
		const [left] = (await mentor().get('/items/mood_notes?filter[text][_eq]=nested')).body.data;
		expect((await mentor().delete(`/items/mood_notes/${left.id}`)).status).toBe(204);
	});

	it('nobody else reads it, whichever way they ask', async () => {
		for (const [name, who] of [...strangers(), ['the Buyer', world.buyer] as [string, Client]]) {
			for (const [collection, key] of [
				['mood_notes', note],
				['mood_replies', reply],
				['mentees_moods', link],
			]) {
				expect((await who.get(`/items/${collection}/${key}`)).status, name).toBe(403);
				const { body } = await who.get(`/items/${collection}?limit=-1`);
				expect(JSON.stringify(body), name).not.toContain(MARK);
				expect(JSON.stringify(body), name).not.toContain(mentee.mentee);
			}
			const told = (word: string) => askAround(who, note, word);
			const answers = await told(MARK);
			expect(JSON.stringify(answers), name).not.toMatch(new RegExp(`${MARK}|Quillon`));
			// Nor does the answer hang on what is written there.
			for (const [number, answer] of (await told('Never-written')).entries()) {
				expect({ name, number, ...answers[number] }).toEqual({ name, number, ...answer });
			}
			expect(answers[1]?.data?.[0]?.count ?? 0, name).toBe(0);
		}
	});

	it('nobody else writes it', async () => {
		for (const [name, who] of [...strangers(), ['the Buyer', world.buyer] as [string, Client]]) {
			const mine = { text: 'x', mentee: mentee.mentee };
			const written = [
				await who.post('/items/mood_notes', mine),
				await who.post('/items/mood_notes', [mine]),
				await who.post('/items/mood_notes', { text: 'x' }),
				await who.post('/items/mood_notes', { text: 'x', mentee: { id: mentee.mentee } }),
				await who.post('/items/mood_replies', { note, reply: 'x' }),
				await who.post('/items/mentees_moods', { mentees_id: mentee.mentee, moods_id: mood }),
				await who.post('/items/moods', { name: 'x', notes: [mine] }),
				await who.patch(`/items/mood_notes/${note}`, { text: 'x' }),
				await who.patch('/items/mood_notes', { keys: [note], data: { text: 'x' } }),
				await who.patch('/items/mood_notes', [{ id: note, text: 'x' }]),
				await who.patch(`/items/mentees/${mentee.mentee}`, { mood_notes: { create: [{ text: 'x' }] } }),
				await who.delete(`/items/mood_notes/${note}`),
				await who.delete('/items/mood_notes', [note]),
				await graphql(
					who,
					`mutation { create_mood_notes_item(data: { text: "x", mentee: { id: "${mentee.mentee}" } }) { id } }`,
				),
			];
			for (const [number, { status, body }] of written.entries()) {
				expect([name, number, status >= 400 || Boolean(body.errors)]).toEqual([name, number, true]);
			}
		}
		expect((await admin.get('/items/mood_notes?filter[text][_eq]=x')).body.data).toEqual([]);
	});

	it('nothing is moved to somebody else, nor somebody else’s to one’s own', async () => {
		const update = { mood_notes: { create: [], update: [{ id: theirs, text: 'taken' }], delete: [] } };
		expect((await mentor().patch(`/items/mentees/${mentee.mentee}`, update)).status).toBe(403);
		expect((await mentor().patch(`/items/mentees/${mentee.mentee}`, { mood_notes: [theirs] })).status).toBe(403);
		for (const to of [colleagues.mentee, others.mentee]) {
			expect((await mentor().patch(`/items/mood_notes/${note}`, { mentee: to })).status).toBe(403);
			const { status, body } = await admin.patch(`/items/mood_notes/${note}`, { mentee: to });
			expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('cannot be changed')]);
		}
		expect((await mentor().patch(`/items/mood_notes/${note}`, { mentee: null })).status).toBe(400);
		expect((await mentor().post('/items/mood_notes', { text: 'nobody’s' })).body.errors[0].message).toContain(
			'belongs to',
		);
		expect((await mentor().patch(`/items/mood_notes/${note}`, { mentee: mentee.mentee })).status).toBe(200);
	});

	it('no list of any kind of record is made of people', async () => {
		await make('/collections', { collection: 'anything', meta: {}, schema: {}, fields: [] });
		const relation = {
			collection: 'anything',
			field: 'item',
			related_collection: null,
			meta: { one_allowed_collections: ['mentees'], one_collection_field: 'kind' },
		};
		for (const field of ['item', 'kind'])
			await make('/fields/anything', { field, type: 'string', meta: {}, schema: {} });
		const { status, body } = await admin.post('/relations', relation);
		expect([status, body.errors?.[0].message]).toEqual([400, expect.stringContaining('mentees')]);
	});

	it('after consent is withdrawn, it is the Peer Mentor’s alone', async () => {
		await withdraw(mentee);
		expect((await mentor().get(`/items/mood_notes/${note}`)).status).toBe(200);
		for (const who of [world.north.manager, world.north.mi]) {
			expect((await who.get(`/items/mood_notes/${note}`)).status).toBe(403);
			expect((await who.get(`/items/mood_replies/${reply}`)).status).toBe(403);
			expect((await who.post('/items/mood_notes', { mentee: mentee.mentee, text: 'x' })).status).toBe(403);
		}
	});

	it('an erasure empties it, in every copy, and nothing is added to it any more', async () => {
		const erasure = { referral: mentee.referral, requested_on: '2026-01-05', reason: 'Article 17(1)(b)' };
		const { status, body } = await officer.post('/items/erasures', erasure);
		expect([status, body]).toMatchObject([200, {}]);
		const { data } = (await admin.get(`/items/mood_notes/${note}`)).body;
		expect(data).toMatchObject({ text: null, score: 0, mentee: mentee.mentee });
		const found = [...(await everyTable(server.env))].filter(([, rows]) => rows.some((row) => row.includes(MARK)));
		expect(found.map(([table]) => table)).toEqual([]);
		expect((await admin.get(`/items/mood_notes/${theirs}`)).body.data.text).toBe('theirs');
		expect((await admin.post('/items/mood_notes', { mentee: mentee.mentee, text: 'x' })).status).toBe(400);
		expect((await admin.post('/items/mood_replies', { note, reply: 'x' })).status).toBe(400);
		expect((await admin.patch(`/items/mood_replies/${reply}`, { reply: 'x' })).status).toBe(400);
	});
});
