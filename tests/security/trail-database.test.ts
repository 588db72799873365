/** Nobody rewrites the trail by the database; whoever takes that off with its own rights is found out (3.4, 5.1). */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isSqlite } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import {
	changeLawfully,
	erasureOf,
} from '../../extensions/peer-mentoring/src/storage/platform/trail/change-lawfully.ts';
import { installTrail, openForMigrations } from '../../extensions/peer-mentoring/src/storage/platform/trail/install.ts';
import { sealWithin } from '../../extensions/peer-mentoring/src/storage/platform/trail/seal.ts';
import { CHAIN, TRAIL } from '../../extensions/peer-mentoring/src/storage/platform/trail/tables.ts';
import { verifyTrail } from '../../extensions/peer-mentoring/src/storage/platform/trail/verify.ts';
import { trailScene, type TrailScene } from '../support/scenes/trail.ts';

let scene: TrailScene;
let knex: Knex;
beforeAll(async () => {
	scene = await trailScene();
	({ knex } = scene);
});
afterAll(() => scene.end());

const sealed = () => scene.sealed();
const faults = () => scene.faults();
const everything = () => scene.everything();

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
		if (!isSqlite(knex)) await expect(knex.raw('truncate ?? cascade', [name])).rejects.toThrow('TRAIL_KEPT');
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
		const tried = knex.transaction(async (own) => {
			await changeLawfully(own, erasureOf(scene.referral), () => own('access_log').update({ records: 0 }));
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

describe('thirty thousand rows', () => {
	it('are verified in seconds, in memory that does not grow', async () => {
		const rows = Array.from({ length: 30_000 }, () => ({
			...{ id: randomUUID(), at: new Date(), action: 'read', subject: 'mentees', records: 25, through: 'GET /items/mentees' },
			keys: JSON.stringify({ mentees: Array.from({ length: 25 }, () => randomUUID()) }),
		})); // prettier-ignore
		await knex.batchInsert('access_log', rows, 100);
		rows.length = 0;
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
