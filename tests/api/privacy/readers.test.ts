/** The Data Protection Officer finds who has seen a person, and is told of what is unusual (5.1, 5.2). */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { momentColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { unusuallyRead } from '../../../extensions/peer-mentoring/src/storage/reminders/unusual-reading.ts';
import { unusualHours, type UnusualHour } from '../../../extensions/peer-mentoring/src/storage/privacy/readers.ts';
import type { Client } from '../../support/client.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let knex: Knex;
let officer: Client;
let mentor: Client;
let own: { id: string; reference: string; supplier: string };
let readers: Record<string, string>;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	knex = databaseOf(server);
	officer = await server.login('dpo@example.org');
	mentor = await server.login('mentor1@example.org');
	// Of somebody whose records are in use: those of a withdrawn consent are a mentor's alone, and no manager's.
	const [met] = (await mentor.get('/items/sessions?fields=mentee&filter[restricted][_eq]=false&limit=1')).body.data;
	const asked = `/items/mentees?fields=id,reference,supplier&filter[id][_eq]=${met.mentee}`;
	[own] = (await mentor.get(asked)).body.data;
	const accounts = await knex('directus_users').select('id', 'email');
	readers = Object.fromEntries(accounts.map(({ id, email }) => [email.split('@')[0], id]));
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

const seenBy = async () => (await officer.get(`/personal-data/${own.reference}/readers`)).body.data;

describe('who has seen a person', () => {
	it('is found by their reference, whichever record of theirs was shown and whichever way', async () => {
		const session = await knex('sessions').where({ mentee: own.id }).first('id');
		const manager = await server.login('manager@example.org');
		const mi = await server.login('mi@example.org');
		const shown = [
			await manager.get(`/items/sessions/${session.id}?fields=held_on`),
			await mi.post('/graphql', { query: `{ mentees(filter: { id: { _eq: "${own.id}" } }) { first_name } }` }),
		];
		expect(shown.map(({ status, body }) => [status, body.errors])).toEqual(Array(2).fill([200, undefined]));
		const found = await seenBy();
		const lines = found.map(({ email, through }: { email: string; through: string }) => `${email} ${through}`);
		expect(lines).toContain('mi@example.org POST /graphql');
		expect(lines).toContain('manager@example.org GET /items/sessions/:pk');
		expect(lines).toContain('mentor1@example.org GET /items/mentees');
		const days = found.map(({ at }: { at: string }) => at);
		expect(days).toEqual(days.toSorted().toReversed());
	});

	it('does not name who has seen somebody else', async () => {
		const other = await server.login('mentor3@example.org');
		await other.get('/items/mentees?fields=first_name&limit=3');
		expect(JSON.stringify(await seenBy())).not.toContain('mentor3@example.org');
	});

	it('is told to nobody else', async () => {
		for (const who of ['mentor1', 'manager', 'mi', 'buyer', 'analyst']) {
			const client = await server.login(`${who}@example.org`);
			expect((await client.get(`/personal-data/${own.reference}/readers`)).status).toBe(403);
		}
		expect((await server.anonymous.get(`/personal-data/${own.reference}/readers`)).status).toBe(401);
		expect((await officer.get('/personal-data/R-000000/readers')).status).toBe(403);
	});
});

describe('unusual reading', () => {
	const yesterday = addDays(today(), -1);
	const read = async (who: string, hour: number, keys: Record<string, string[]>) => {
		const at = momentColumn(knex, new Date(`${yesterday}T${String(hour).padStart(2, '0')}:30:00Z`));
		const records = Object.values(keys).flat().length;
		const row = { id: randomUUID(), at, user: readers[who], action: 'read', subject: 'mentees', records };
		await knex('access_log').insert({ ...row, keys: JSON.stringify(keys) });
	};
	const told = async () =>
		(await unusuallyRead(knex, today()))
			.filter(({ on }) => on === yesterday)
			.map(({ reference, about }) => `${reference}: ${about?.['en-GB']}`);

	it('is found by the hour and the reader, and ordinary work is not', async () => {
		const others = await knex('mentees').whereNot({ supplier: own.supplier }).limit(2).pluck('id');
		await read('mentor1', 14, { mentees: [own.id] });
		expect(await told()).toEqual([]);
		await read('mentor1', 15, { mentees: [own.id], sessions: Array.from({ length: 1001 }, () => randomUUID()) });
		await read('mentor2', 3, { mentees: [] });
		await read('mi', 3, { mentees: [own.id] });
		await read('manager', 11, { mentees: others });
		await read('dpo', 12, { mentees: others });
		const [, night] = ['mentor2', 'mi'];
		expect((await told()).sort()).toEqual([
			`manager@example.org: Of people who are not theirs, 11:00, 2`,
			`${night}@example.org: At night, 03:00, 1`,
			`mentor1@example.org: Many records in an hour, 15:00, 1002`,
		].sort()); // prettier-ignore
	});

	it('is told to the Data Protection Officer once, in words, and stands on Home', async () => {
		const admin = await server.admin();
		const flow = await admin.get('/flows?filter[name][_contains]=unusual reading&fields=id,operation.id');
		expect(flow.body.data).toHaveLength(1);
		const { body } = await officer.get('/home');
		const shown = body.data.protection.unusual as UnusualHour[];
		const all = await unusualHours(knex, new Date(`${addDays(today(), -7)}T00:00:00Z`));
		const inWords = ({ email, why }: UnusualHour) => [email, ...why];
		// The newest: a test that runs at night adds to them.
		expect(shown.map(inWords)).toEqual(all.toReversed().slice(0, shown.length).map(inWords));
		expect(shown).toHaveLength(Math.min(5, all.length));
		const found = all.map(inWords);
		expect(found).toContainEqual(['manager@example.org', 'not_their_own']);
		expect(found).toContainEqual(['mi@example.org', 'at_night']);
	});
});
