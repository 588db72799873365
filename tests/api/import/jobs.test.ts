/** What *Load records* does: files known by their header, cells corrected while they are looked at, and loads as jobs. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../support/csv.ts';
import { lane } from '../../support/environment.ts';
import { openDatabase } from '../../support/tables.ts';
import { begin, end, FILES, mi, PERSON, REFERRED_ONLY, rowCounts, server, world } from '../../support/scenes/import.ts';

beforeAll(begin);
afterAll(end);

const ANY = '/caseload/import?dry_run=true';
const wrong = { ...REFERRED_ONLY, reference: 'J-1', cpa: 12, received_on: '31/06/2024' };
const corrections = (...cells: [line: number, column: string, value: string][]) =>
	JSON.stringify(cells.map(([line, column, value]) => ({ file: 'file.csv', line, column, value })));

describe('a trial', () => {
	it('says what each file was taken for, its headings, and gives the faulty rows as they were', async () => {
		const { body } = await mi.upload(ANY, { file: csv('caseload', [REFERRED_ONLY, wrong]) });
		expect(body.data.tables).toEqual([
			expect.objectContaining({ file: 'file.csv', form: 'caseload', isExport: false, rows: 2 }),
		]);
		expect(body.data.tables[0].headings[0]).toEqual({ name: 'reference', column: 'reference', isLeftOut: false });
		expect(body.data.rows.caseload).toEqual([
			expect.objectContaining({
				file: 'file.csv',
				line: 3,
				values: expect.objectContaining({ reference: 'J-1', cpa: '12', received_on: '31/06/2024' }),
			}),
		]);
		expect(body.data.faults.map(({ column }: { column: string }) => column)).toEqual(['cpa', 'received_on']);
	});

	it('takes corrections of cells, and leaves the file as it is', async () => {
		const file = csv('caseload', [REFERRED_ONLY, wrong]);
		const part = corrections([3, 'cpa', '9'], [3, 'received_on', '30/06/2024']);
		const { body } = await mi.upload(ANY, { file, corrections: part });
		expect(body.data.caseload).toEqual({ created: 2, updated: 0, unchanged: 0, faulty: 0 });
	});

	it.each([
		['of a cell that there is not', corrections([99, 'cpa', '9'])],
		['of a column that there is not', corrections([3, 'colour', '9'])],
		['that are none', '{"line":1}'],
	])('refuses corrections %s', async (_, part) => {
		const { status, body } = await mi.upload(ANY, { file: csv('caseload', [wrong, wrong]), corrections: part });
		expect([status, body.errors[0].extensions.code]).toEqual([400, 'INVALID_PAYLOAD']);
	});

	it('takes a file that lacks columns, once somebody has said that it has none of them', async () => {
		const file = 'Client,Contract,CPA,Route\nJ-2,TEST-9,9,third_party\n';
		const { body: unknown } = await mi.upload(ANY, { file });
		expect(unknown.data.tables).toEqual([expect.objectContaining({ form: null, rows: 0 })]);
		expect(unknown.data.tables[0].headings.map(({ name }: { name: string }) => name)).toContain('Client');
		const missing = csv('caseload', []).trim().split(',').slice(4);
		const said = Object.fromEntries(missing.map((column) => [column, null]));
		const columns = JSON.stringify({ caseload: { ...said, Client: 'reference' } });
		const { body } = await mi.upload(ANY, { file, columns });
		expect(body.data.caseload).toEqual({ created: 1, updated: 0, unchanged: 0, faulty: 0 });
		const needed = JSON.stringify({ caseload: { ...said, Client: 'reference', Route: null } });
		const { body: without } = await mi.upload(ANY, { file, columns: needed });
		expect(without.data.faults).toEqual([expect.objectContaining({ code: 'MISSING_COLUMN', column: 'route' })]);
	});
});

async function begun(query: string, parts: Record<string, string>): Promise<string> {
	const { status, headers, body } = await mi.upload(`/caseload/import?job=true${query}`, parts);
	expect([status, headers.get('location')]).toEqual([202, body.data.address]);
	return body.data.address;
}

async function ended(address: string) {
	for (;;) {
		const { body } = await mi.get(address);
		if (body.data.state !== 'running') return body.data;
		await wait(50);
	}
}

const many = (name: string, count: number) =>
	csv(
		'caseload',
		Array.from({ length: count }, (_, index) => ({ ...REFERRED_ONLY, reference: `${name}-${index}` })),
	);

describe('a job', () => {
	it('answers at once, and in the end as the request would have', async () => {
		const address = await begun('', FILES);
		expect(await ended(address)).toMatchObject({
			state: 'done',
			answer: { status: 200, body: { data: { caseload: { created: 2, updated: 0, unchanged: 0 } } } },
		});
		const { body } = await mi.get(`/items/referrals?filter[reference][_eq]=${PERSON.reference}&fields=reference`);
		expect(body.data).toHaveLength(1);
	});

	it('is refused as the request would have been, and loads nothing', async () => {
		const before = await rowCounts();
		const job = await ended(await begun('', { file: csv('caseload', [REFERRED_ONLY, wrong]) }));
		expect(job.state).toBe('refused');
		expect(job.answer.body.errors).toHaveLength(2);
		expect(await rowCounts()).toEqual(before);
	});

	it('leaves the faulty rows out where that is asked for, and puts on record what was corrected', async () => {
		const twoWrong = csv('caseload', [wrong, { ...wrong, reference: 'J-3' }]);
		const part = corrections([2, 'cpa', '9'], [2, 'received_on', '2024-06-28']);
		const job = await ended(await begun('&leave_out_faulty=true', { file: twoWrong, corrections: part }));
		expect(job.answer.body.data.caseload).toEqual({ created: 1, updated: 0, unchanged: 0, faulty: 1 });
		expect((await mi.get(job.answer.body.data.left_out)).body).toContain('J-3');
		const { body } = await mi.get('/items/import_runs?sort=-loaded_at&limit=1&fields=files,left_out');
		expect(body.data[0]).toMatchObject({ left_out: 1, files: [{ part: 'file', corrected: 2 }] });
	});

	it('is one at a time for a Supplier, and is cancelled without loading anything', async () => {
		const before = await rowCounts();
		const address = await begun('', { file: many('K', 8000) });
		const second = await mi.upload('/caseload/import?job=true', FILES);
		expect([second.status, second.body.errors[0].extensions.code]).toEqual([409, 'IMPORT_RUNS']);
		expect(second.body.errors[0].message).toContain(address);
		expect((await mi.get(address)).body.data.state).toBe('running');
		expect((await mi.delete(address)).status).toBe(202);
		expect(await ended(address)).toMatchObject({ state: 'cancelled', answer: null });
		expect(await rowCounts()).toEqual(before);
	});

	it('is nobody’s but those of the Supplier, and what it answered is for who sent it', async () => {
		const address = await begun('&dry_run=true', { file: csv('caseload', [wrong]) });
		expect((await ended(address)).answer.body.data.rows.caseload).toHaveLength(1);
		expect((await world.west.mi.get(address)).status).toBe(403);
		expect((await world.north.manager.get(address)).status).toBe(403);
		expect((await mi.get(`/caseload/jobs/${randomUUID()}`)).status).toBe(403);
		expect((await server.anonymous.get(address)).status).toBe(401);
		expect((await world.admin.get(address)).body.data).toMatchObject({ state: 'done', answer: null });
	});

	it('of a server that died is told as ended, and the next one begins', async () => {
		const knex = openDatabase(server.env);
		try {
			const dead = { id: randomUUID(), user: randomUUID(), supplier: world.north.id, server: 'another' };
			const row = { ...dead, running_for: world.north.id, state: 'running', cancel_asked: false };
			await knex('import_jobs').insert({ ...row, seen_at: Date.now() - 120_000 });
			expect((await ended(await begun('', FILES))).state).toBe('done');
			expect((await mi.get(`/caseload/jobs/${dead.id}`)).body.data).toMatchObject({ state: 'ended', answer: null });
		} finally {
			await knex.destroy();
		}
	});
});

describe.runIf(lane === 'postgres')('a load of more than a tenth of what is there', () => {
	const counted = async (knex: Knex) =>
		(await knex('pg_stat_user_tables').where({ relname: 'referrals' }).first('last_analyze')).last_analyze;
	const load = (name: string, count: number) => mi.upload('/caseload/import', { file: many(name, count) });

	it('has PostgreSQL count anew, which plans by it; a smaller one has not', async () => {
		const knex = openDatabase(server.env);
		try {
			expect((await load('S', 300)).status).toBe(200);
			await expect.poll(() => counted(knex), { timeout: 20_000 }).not.toBeNull();
			const before = await counted(knex);
			expect((await load('T', 5)).status).toBe(200);
			await wait(2000);
			expect(await counted(knex)).toEqual(before);
		} finally {
			await knex.destroy();
		}
	});
});
