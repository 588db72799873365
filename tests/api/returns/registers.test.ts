/** Paragraph 3.8, items 17 to 20: what was sent with a PMI, the registers and their files, and the workbooks. */
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { nowColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { MOST_BYTES } from '../../support/environment.ts';
import {
	begin,
	contract,
	declare,
	end,
	knex,
	manager,
	mi,
	one,
	refusals,
	server,
	spend,
	world,
	type Row,
} from '../../support/scenes/periodic-returns.ts';

const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

/** As the submission of a PMI leaves it; any change of a return settles what follows. */
async function submit(month: string): Promise<void> {
	await knex('mi_returns')
		.where({ contract, month })
		.update({ status: 'submitted', submitted_at: nowColumn(knex) });
	const [{ id }] = await knex('mi_returns').where({ contract, month }).select('id');
	expect((await manager.patch(`/items/mi_returns/${id}`, { recruitment: 'As planned.' })).status).toBe(200);
}

beforeAll(begin);
afterAll(end);

describe('what was sent with a PMI', () => {
	let reported: string;
	let register: string;
	let revision: string;

	beforeAll(async () => {
		reported = (await spend({})).body.data.id;
		register = (
			await mi.post('/items/cost_register_entries', {
				contract,
				title: 'Register',
				version: '1.0',
				dated_on: '2023-07-20',
			})
		).body.data.id;
		await declare((await one('sme_spend', '2023-06')).id, true);
		await submit('2023-06');
		await submit('2023-07');
	});

	it('is sent, and its nil declaration stands', async () => {
		expect((await one('subcontractor_spend', '2023-06')).status).toBe('submitted');
		expect(await one('sme_spend', '2023-06')).toMatchObject({ status: 'submitted', nil_declared: true });
		const { id } = await one('sme_spend', '2023-06');
		const { status, body } = await declare(id, false);
		expect([status, refusals(body)]).toEqual([400, [['nil_declared', expect.stringContaining('PMI of June 2023')]]]);
	});

	it('is changed and removed no more, by anybody or in any way', async () => {
		const before = await knex('spend_entries').where({ id: reported }).first();
		const mutation = `mutation { update_spend_entries_item(id: "${reported}", data: { amount_pence: 1 }) { id } }`;
		for (const client of [mi, world.admin]) {
			const changed = await client.patch(`/items/spend_entries/${reported}`, { amount_pence: 1 });
			expect([changed.status, refusals(changed.body)[0]?.[1]]).toEqual([
				400,
				expect.stringContaining('reported with the PMI of June 2023'),
			]);
			expect(
				(await client.patch('/items/spend_entries', { keys: [reported], data: { organisation: 'B' } })).status,
			).toBe(400);
			expect((await client.delete(`/items/spend_entries/${reported}`)).status).toBe(400);
			expect((await client.delete('/items/spend_entries', [reported])).status).toBe(400);
			expect((await client.post('/graphql', { query: mutation })).body.errors).toHaveLength(1);
			expect((await client.patch(`/items/cost_register_entries/${register}`, { version: '2' })).status).toBe(400);
			expect((await client.delete(`/items/cost_register_entries/${register}`)).status).toBe(400);
		}
		expect(await knex('spend_entries').where({ id: reported }).first()).toEqual(before);
		const file = await mi.upload(`/registers/contract_cost_register/${register}/document`, { document: PDF });
		expect([file.status, file.body.errors[0].message]).toEqual([400, expect.stringContaining('PMI of July 2023')]);
	});

	it('is corrected by a later entry, which the next return reports as a revision', async () => {
		const made = await spend({ amount_pence: -250_50, date_updated: '2000-01-01', date_created: '2000-01-01' });
		expect([made.status, made.body.errors]).toEqual([200, undefined]);
		revision = made.body.data.id;
		expect((await spend({ spent_on: '2023-08-01', amount_pence: 100_00 })).status).toBe(200);
		const sent = await mi.get(`/periodic-returns/${String((await one('subcontractor_spend', '2023-06')).id)}`);
		expect(sent.body.data).toMatchObject({ total_pence: 1250_50, spend: [{ amount_pence: 1250_50, revision: false }] });
		const next = await mi.get(`/periodic-returns/${String((await one('subcontractor_spend', '2023-09')).id)}`);
		expect(next.body.data.total_pence).toBe(-150_50);
		expect(next.body.data.spend).toEqual([
			expect.objectContaining({ amount_pence: -250_50, revision: true, dated: '2023-05-10' }),
			expect.objectContaining({ amount_pence: 100_00, revision: false, dated: '2023-08-01' }),
		]);
	});

	it('can be corrected until the next is sent, and that does not bring an entry into what was sent', async () => {
		expect((await mi.patch(`/items/spend_entries/${revision}`, { amount_pence: -250_00 })).status).toBe(200);
		const early = await spend({ spent_on: '2023-08-15', amount_pence: 7 });
		expect((await mi.patch(`/items/spend_entries/${early.body.data.id}`, { spent_on: '2023-05-11' })).status).toBe(200);
		const sent = await mi.get(`/periodic-returns/${String((await one('subcontractor_spend', '2023-06')).id)}`);
		expect(sent.body.data.total_pence).toBe(1250_50);
		await submit('2023-09');
		for (const id of [revision, early.body.data.id]) {
			const { status, body } = await mi.patch(`/items/spend_entries/${id}`, { amount_pence: 5 });
			expect([status, refusals(body)[0]?.[1]]).toEqual([400, expect.stringContaining('PMI of September 2023')]);
		}
	});
});

describe('the file of a register', () => {
	let id: string;
	const address = () => `/registers/ipr_log/${id}/document`;

	beforeAll(async () => {
		const entry = { contract, title: 'IPR Log', version: '../2', dated_on: '2024-01-20' };
		id = (await mi.post('/items/ipr_log_entries', { ...entry, document: '00000000-0000-4000-8000-000000000000' })).body
			.data.id;
		expect((await knex('ipr_log_entries').where({ id }).first('document')).document).toBeNull();
	});

	test.each([
		['a script', '#!/bin/sh', /neither a PDF nor an Excel workbook/],
		['an empty file', '', /empty/],
		['half a PDF', '%PDF-1.7\n', /not complete/],
		['a ZIP that ends early', 'PK\u0003\u0004abc', /not complete/],
	])('is not %s', async (_what, content, reason) => {
		const { status, body } = await mi.upload(address(), { document: content });
		expect([status, body.errors?.[0]?.message]).toEqual([400, expect.stringMatching(reason)]);
	});

	it('is refused in the language of whoever sends it', async () => {
		const { client } = await world.user('Supplier MI', 'mi-welsh-file@example.org', world.north.id, 'cy-GB');
		const { body } = await client.upload(address(), { document: 'abc' });
		expect(body.errors[0].message).toBe(
			'Nid PDF na llyfr gwaith Excel (xlsx) heb gyfrinair yw hwn. Cadwch ef fel un ohonynt.',
		);
	});

	it('is not too large, and sent by nobody but the Supplier’s MI staff', async () => {
		expect((await mi.upload(address(), { document: `${PDF}${' '.repeat(MOST_BYTES.REGISTER)}%%EOF` })).status).toBe(
			413,
		);
		for (const client of [world.west.mi, manager, world.buyer, world.north.mentors[0]!.client, server.anonymous]) {
			expect([401, 403]).toContain((await client.upload(address(), { document: PDF })).status);
		}
		expect((await mi.upload(`/registers/spend_entries/${id}/document`, { document: PDF })).status).toBe(403);
		expect((await mi.upload('/registers/ipr_log/nothing/document', { document: PDF })).status).toBe(403);
		expect(await knex('directus_files').select('id')).toEqual([]);
	});

	it('is kept privately, read by whoever may see the entry, and replaced', async () => {
		expect((await mi.upload(address(), { document: PDF })).status).toBe(200);
		expect((await mi.upload(address(), { document: PDF.replace('1.7', '1.6') })).status).toBe(200);
		const files = await knex('directus_files').select('id', 'filename_download');
		expect(files.map(({ filename_download }) => filename_download)).toEqual(['ipr-log--2.pdf']);
		for (const client of [mi, manager, world.buyer]) {
			const { status, content, headers } = await client.download(address());
			expect([status, content.toString()]).toEqual([200, PDF.replace('1.7', '1.6')]);
			expect(headers.get('content-disposition')).toBe('attachment; filename="ipr-log--2.pdf"');
			expect((await client.get(`/assets/${files[0].id}`)).status).toBe(403);
		}
		for (const client of [world.west.mi, world.west.manager, world.north.mentors[0]!.client, server.anonymous]) {
			expect([401, 403]).toContain((await client.download(address())).status);
		}
		expect((await mi.patch(`/items/ipr_log_entries/${id}`, { document: null })).status).toBe(400);
	});

	it('goes with its entry', async () => {
		expect((await manager.delete(`/items/ipr_log_entries/${id}`)).status).toBe(403);
		expect(await knex('directus_files').select('id')).toHaveLength(1);
		expect((await mi.delete(`/items/ipr_log_entries/${id}`)).status).toBe(204);
		expect(await knex('directus_files').select('id')).toEqual([]);
	});
});

describe('the workbook of a return', () => {
	it('is downloaded by its Supplier’s manager and MI staff and by the Buyer', async () => {
		const { id } = await one('subcontractor_spend', '2023-09');
		for (const client of [mi, manager, world.buyer]) {
			const { status, content, headers } = await client.download(`/periodic-returns/${String(id)}.xlsx`);
			expect([status, headers.get('content-disposition')]).toEqual([
				200,
				'attachment; filename="subcontractor-spend-TEST-9-2023-09.xlsx"',
			]);
			const workbook = new ExcelJS.Workbook();
			await workbook.xlsx.load(content as never);
			const totals: unknown[] = [];
			workbook.worksheets[0]?.eachRow((row) => {
				if (row.getCell(1).value === 'Total') totals.push(row.getCell(3).value);
			});
			expect(totals).toEqual([(-250_00 + 100_00 + 7) / 100]);
		}
	});

	it('is nobody else’s, nor is anything it says', async () => {
		const { id } = await one('subcontractor_spend', '2023-09');
		for (const client of [world.west.mi, world.west.manager, world.north.mentors[0]!.client, server.anonymous]) {
			for (const address of [`/periodic-returns/${String(id)}.xlsx`, `/periodic-returns/${String(id)}`]) {
				expect([401, 403]).toContain((await client.get(address)).status);
			}
			const { body } = await client.get('/items/periodic_returns?limit=-1&fields=id,contract');
			expect((body.data ?? []).filter((row: Row) => row.contract === contract)).toEqual([]);
		}
		for (const address of [
			'/periodic-returns/nothing.xlsx',
			'/periodic-returns/00000000-0000-4000-8000-000000000000',
		]) {
			expect((await mi.get(address)).status).toBe(403);
		}
	});
});
