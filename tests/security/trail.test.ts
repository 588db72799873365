/** The trail of what was done, read and sent: nobody rewrites it, and whoever gets at the database is found out (3.4, 5.1). */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { REPORT_PARTS } from '../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { installTrail, openForMigrations } from '../../extensions/peer-mentoring/src/storage/platform/trail/install.ts';
import { sealWaiting, sealWithin } from '../../extensions/peer-mentoring/src/storage/platform/trail/seal.ts';
import { CHAIN, TRAIL, UNSEALED } from '../../extensions/peer-mentoring/src/storage/platform/trail/tables.ts';
import { verifyTrail } from '../../extensions/peer-mentoring/src/storage/platform/trail/verify.ts';
import type { Answer, Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { worldOf, type World } from '../support/world.ts';

const NIL = { nil: ['contract_cost_register', 'ipr_log', ...REPORT_PARTS] };

let server: TestServer;
let world: World;
let admin: Client;
let officer: Client;
let knex: Knex;
let referral: string;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world', own: true });
	world = await worldOf(server);
	({ admin } = world);
	knex = databaseOf(server);
	officer = (await world.user('Data Protection Officer', 'officer@example.org')).client;
	referral = await referred('Zebedee', 'Quillfeather');
	await mentor().patch(`/items/referrals/${referral}`, { phone: '07700 900417' });
	expect((await world.north.mi.post('/pmi/TEST-9/2024-01/submit', NIL)).status).toBe(200);
	const sent = { sent_on: today(), reference: 'ITT-7' };
	expect((await world.north.mi.post('/pmi/TEST-9/2024-01/sent', sent)).status).toBe(200);
	const erased = await referred('Ermintrude', 'Pobblebonk');
	const request = { referral: erased, requested_on: '2026-01-05', reason: 'Article 17(1)(b)' };
	expect((await officer.post('/items/erasures', request)).status).toBe(200);
	await sealed();
}, 120_000);
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

const mentor = () => world.north.mentors[0]!.client;

async function referred(first_name: string, last_name: string): Promise<string> {
	const { contract, cpa } = world.north;
	const made = await mentor().post('/items/referrals', {
		...{ contract, cpa, route: 'jobcentre_plus', received_on: '2023-10-02', aged_18_or_over: 'yes', first_name, last_name },
	}); // prettier-ignore
	expect([made.status, made.body.errors]).toEqual([200, undefined]);
	return made.body.data.id;
}

/** Waits until the platform has sealed everything. */
async function sealed(): Promise<void> {
	for (let tries = 0; tries < 100; tries++) {
		if (!(await knex(UNSEALED).first('n'))) return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error('The trail was not sealed within ten seconds.');
}

async function faults(): Promise<string[]> {
	const found: string[] = [];
	await verifyTrail(knex, (fault) => found.push(fault));
	return found;
}

async function everything(): Promise<Record<string, unknown[]>> {
	const rows: Record<string, unknown[]> = {};
	for (const { name } of TRAIL) rows[name] = await knex(name).orderBy('id');
	return rows;
}

/** What somebody with the rights of the database does after taking off what keeps the trail. */
async function tampering(work: (transaction: Knex) => Promise<unknown>): Promise<string[]> {
	const failed = new Error('put everything back');
	let found: string[] = [];
	await knex
		.transaction(async (transaction) => {
			await openForMigrations(transaction);
			await work(transaction);
			await installTrail(transaction);
			await verifyTrail(transaction, (fault) => found.push(fault));
			throw failed;
		})
		.catch((error: unknown) => {
			if (error !== failed) throw error;
		});
	found = found.sort();
	return found;
}

describe('the database itself', () => {
	test.each(TRAIL.map(({ name }) => [name]))('changes and deletes nothing in %s', async (name) => {
		const before = await everything();
		expect(before[name]).not.toEqual([]);
		const column =
			{ kept_files: 'name', directus_revisions: 'item', erasures: 'reason', access_log: 'subject' }[name] ?? 'id';
		const value = { mi_return_versions: { reason: 'x' }, return_sendings: { reason: 'x' }, directus_activity: { item: 'x' } }[name]; // prettier-ignore
		await expect(knex(name).update(value ?? { [column]: 'x' })).rejects.toThrow('TRAIL_KEPT');
		await expect(knex(name).delete()).rejects.toThrow('TRAIL_KEPT');
		if (server.env.DB_CLIENT === 'pg')
			await expect(knex.raw('truncate ?? cascade', [name])).rejects.toThrow('TRAIL_KEPT');
		expect(await everything()).toEqual(before);
	});

	it('nor in the chain, also where a lawful change is under way', async () => {
		await expect(knex(CHAIN).update({ note: 'x' })).rejects.toThrow('TRAIL_KEPT');
		await expect(knex(CHAIN).where({ seq: 1 }).delete()).rejects.toThrow('TRAIL_KEPT');
	});

	it('lets Directus tie a revision to the one that caused it, once, and drops what would loosen it', async () => {
		const [one, two] = await knex('directus_revisions').whereNull('parent').orderBy('id').limit(2).pluck('id');
		await knex('directus_revisions').where({ id: one }).update({ parent: two });
		await knex('directus_revisions').where({ id: one }).update({ parent: null });
		expect(await knex('directus_revisions').where({ id: one }).first('parent')).toEqual({ parent: two });
	});
});

describe('whoever takes that off with the rights of the database is found out', () => {
	it('not before anything was done', async () => expect(await faults()).toEqual([]));

	it('who changes a row', async () => {
		const { id } = await knex('access_log').first('id');
		const found = await tampering((own) => own('access_log').where({ id }).update({ records: 0 }));
		expect(found).toEqual([expect.stringMatching(`^access_log ${id} has been changed since link \\d+ of the trail`)]);
	});

	it('who deletes one', async () => {
		const { id } = await knex('directus_activity').orderBy('id', 'desc').where({ action: 'login' }).first('id');
		const found = await tampering((own) => own('directus_activity').where({ id }).delete());
		expect(found).toEqual([expect.stringMatching(`^directus_activity ${id} has been deleted since link \\d+ of the`)]);
	});

	it('who puts one in', async () => {
		const id = '00000000-0000-4000-8000-000000000001';
		const row = { id, at: new Date(), action: 'read', subject: 'mentees', records: 1 };
		const found = await tampering((own) => own('access_log').insert(row));
		expect(found).toEqual([`access_log ${id} has been inserted beside the platform`]);
	});

	it('who changes a link of the chain to match', async () => {
		const found = await tampering((own) =>
			own(CHAIN)
				.where({ seq: 5 })
				.update({ digest: 'f'.repeat(64) }),
		);
		expect(found).toContainEqual(expect.stringMatching(/^link 5 of the trail \(.*\) has been altered$/));
	});

	it('who takes a link out', async () => {
		const found = await tampering((own) => own(CHAIN).where({ seq: 5 }).delete());
		expect(found).toContainEqual('links 5 to 5 of the trail are missing');
	});

	it('who announces a change as lawful and erases nobody', async () => {
		const failed = new Error('put everything back');
		const found: string[] = [];
		const { changeLawfully, erasureOf } =
			await import('../../extensions/peer-mentoring/src/storage/platform/trail/change-lawfully.ts');
		const tried = knex.transaction(async (own) => {
			await changeLawfully(own, erasureOf(referral), () => own('access_log').update({ records: 0 }));
			await sealWithin(own);
			await verifyTrail(own, (fault) => found.push(fault));
			throw failed;
		});
		await expect(tried).rejects.toBe(failed);
		expect(found).toContainEqual(expect.stringMatching(/^access_log \S+ was changed without an erasure/));
	});

	it('who leaves it off', async () => {
		const found: string[] = [];
		const failed = new Error('put everything back');
		const tried = knex.transaction(async (own) => {
			await openForMigrations(own);
			await verifyTrail(own, (fault) => found.push(fault));
			throw failed;
		});
		await expect(tried).rejects.toBe(failed);
		expect(found).toContainEqual('access_log: what keeps it from being rewritten has been taken off');
	});
});

describe('an erasure', () => {
	it('is on record in the chain, which still holds and keeps the digest of what was removed', async () => {
		const removed = await knex(CHAIN).where({ source: 'directus_revisions', what: 'deleted' });
		expect(removed.length).toBeGreaterThan(0);
		for (const { item, note } of removed) {
			expect(note).toMatch(/^erasure [0-9a-f-]{36}$/);
			expect(await knex('directus_revisions').where({ id: item }).first('id')).toBeUndefined();
			const before = await knex(CHAIN).where({ source: 'directus_revisions', item, what: 'row' }).first('digest');
			expect(before.digest).toMatch(/^[0-9a-f]{64}$/);
		}
		expect(await faults()).toEqual([]);
	});
});

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

describe('thirty thousand rows', () => {
	it('are verified in seconds, in memory that does not grow', async () => {
		const { randomUUID } = await import('node:crypto');
		const rows = Array.from({ length: 30_000 }, () => ({
			...{ id: randomUUID(), at: new Date(), action: 'read', subject: 'mentees', records: 25, through: 'GET /items/mentees' },
			keys: JSON.stringify({ mentees: Array.from({ length: 25 }, () => randomUUID()) }),
		})); // prettier-ignore
		await knex.batchInsert('access_log', rows, 100);
		rows.length = 0;
		await sealWaiting(knex);
		await sealed();
		const begun = performance.now();
		const { rss } = process.memoryUsage();
		const found: string[] = [];
		const { links } = await verifyTrail(knex, (fault) => found.push(fault));
		const [seconds, grown] = [(performance.now() - begun) / 1000, (process.memoryUsage().rss - rss) / 2 ** 20];
		console.log(`verified ${links} links in ${seconds.toFixed(1)} s, ${grown.toFixed(0)} MB more`);
		expect([found, links > 30_000, seconds < 30, grown < 100]).toEqual([[], true, true, true]);
	}, 180_000);
});
