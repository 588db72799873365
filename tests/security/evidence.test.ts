/** What was sent and who read what stays, whatever an Administrator does and by whichever part of Directus (3.4, 5.1). */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { REPORT_PARTS } from '../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import type { Answer, Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { worldOf, type World } from '../support/world.ts';

const NIL = { nil: ['contract_cost_register', 'ipr_log', ...REPORT_PARTS] };

let server: TestServer;
let world: World;
let admin: Client;
let knex: Knex;
let sender: { id: string; client: Client };

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	({ admin } = world);
	knex = databaseOf(server);
	sender = await world.user('Supplier MI', 'sender@example.org', world.north.id);
	expect((await sender.client.post('/pmi/TEST-9/2024-01/submit', NIL)).status).toBe(200);
	const sent = { sent_on: today(), reference: 'ITT-7' };
	expect((await sender.client.post('/pmi/TEST-9/2024-01/sent', sent)).status).toBe(200);
	const password = 'four words of peat bog';
	const tracker = await sender.client.download('/mentee-tracker/TEST-9/2024-01.xlsx', { password });
	expect(tracker.status).toBe(200);
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

const evidence = async () => ({
	log: await knex('access_log').orderBy('id'),
	versions: await knex('mi_return_versions').orderBy('id'),
	sendings: await knex('return_sendings').orderBy('id'),
	files: await knex('kept_files').orderBy('id'),
	returns: await knex('mi_returns').where({ status: 'submitted' }).orderBy('id'),
});

describe('evidence', () => {
	test.each<[string, () => Promise<Answer>]>([
		['the table of the read log', () => admin.delete('/collections/access_log')],
		['the table of what was sent', () => admin.delete('/collections/kept_files')],
		['the table of when it was sent', () => admin.delete('/collections/return_sendings')],
		['a column of the read log', () => admin.delete('/fields/access_log/user')],
		['a column of what was sent', () => admin.delete('/fields/kept_files/content')],
		['the account of whoever sent it', () => admin.delete(`/users/${sender.id}`)],
		['several accounts with that of whoever sent it', () => admin.delete('/users', [world.north.mentors[1]!.user, sender.id])],
	])('stays when an Administrator deletes %s', async (_, attempt) => {
		const before = await evidence();
		const { status, body } = await attempt();
		expect([status, body.errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
		expect(await evidence()).toEqual(before);
	}); // prettier-ignore

	it('leaves an account that it does not name to be deleted', async () => {
		const { id } = await world.user('Buyer', 'leaver@example.org');
		expect((await admin.delete(`/users/${id}`)).status).toBe(204);
	});
});

/** Flows write past every rule of ours unless their operations emit events, which Directus leaves off. */
describe('a flow', () => {
	const flow = { name: 'Past the rules', status: 'active', trigger: 'webhook', options: { method: 'GET' } };
	const quiet = { collection: 'suppliers', key: [], payload: { name: 'X' }, permissions: '$full' };
	const operation = (options: object, type = 'item-update') => ({
		name: 'Write',
		key: 'write',
		type,
		position_x: 1,
		position_y: 1,
		options,
	});
	let id: string;
	beforeAll(async () => {
		id = (await admin.post('/flows', flow)).body.data.id;
	});

	test.each([
		['that changes', operation(quiet)],
		['that adds', operation(quiet, 'item-create')],
		['that deletes', operation(quiet, 'item-delete')],
		['that decides when it runs', operation({ ...quiet, emitEvents: '{{ $trigger.query.loud }}' })],
	])('has no operation %s without the rules', async (_, made) => {
		const alone = await admin.post('/operations', { ...made, flow: id });
		const nested = await admin.patch(`/flows/${id}`, { operations: [made] });
		for (const { status, body } of [alone, nested]) {
			expect([status, body.errors?.[0].extensions.code]).toEqual([400, 'INVALID_PAYLOAD']);
		}
	});

	it('has none that becomes such a one', async () => {
		const made = await admin.post('/operations', { ...operation({ ...quiet, emitEvents: true }), flow: id });
		expect(made.status).toBe(200);
		const noted = await admin.post('/operations', { ...operation(quiet, 'log'), key: 'note', flow: id });
		expect((await admin.patch(`/operations/${made.body.data.id}`, { options: quiet })).status).toBe(400);
		expect((await admin.patch(`/operations/${noted.body.data.id}`, { type: 'item-delete' })).status).toBe(400);
		expect((await admin.patch(`/operations/${made.body.data.id}`, { name: 'Write it' })).status).toBe(200);
	});
});
