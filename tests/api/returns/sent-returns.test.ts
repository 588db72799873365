/** What has been sent stays as it was, with the parts of its quarter and its archive (3.4, 3.8). */
import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	acknowledged,
	begin,
	contract,
	end,
	knex,
	mentor,
	mi,
	missing,
	NO_REGISTERS,
	refer,
	submit,
	world,
	type Row,
} from '../../support/scenes/submission.ts';
import type { Client } from '../../support/server.ts';
import { partsOf } from '../../unit/support/workbooks.ts';

beforeAll(async () => {
	await begin();
	// January is sent and corrected, February and April are sent once.
	const sent = async (month: string, body: object = {}) => expect((await submit(month, body)).status).toBe(200);
	await refer('2024-01-10');
	await sent('2024-01', NO_REGISTERS);
	await refer('2024-01-25');
	await sent('2024-01', { reason: 'A referral was entered late' });
	for (const month of ['2024-02', '2024-04']) await sent(month);
});
afterAll(end);

describe('a return', () => {
	it('has the parts of its quarter, or the declaration that there are none', async () => {
		const entry = { contract, kind: 'sme', organisation: 'Test Ltd', spent_on: '2024-02-10', amount_pence: 1250_00 };
		expect((await mi.post('/items/spend_entries', entry)).status).toBe(200);
		const { status, body } = await submit('2024-03', { acknowledged });
		expect([status, missing(body)]).toEqual([400, [['subcontractor_spend']]]);
		expect((await submit('2024-03', { acknowledged, nil: ['subcontractor_spend'] })).status).toBe(200);
		const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=2024-03&sort=kind`;
		const parts = await mi.get(`/items/periodic_returns?${filter}&fields=kind,status,nil_declared`);
		expect(parts.body.data).toEqual([
			{ kind: 'sme_spend', status: 'submitted', nil_declared: false },
			{ kind: 'subcontractor_spend', status: 'submitted', nil_declared: true },
		]);
	});

	it('sends a quarterly return on the Buyer’s template of its kind, and keeps that', async () => {
		const { body } = await mi.post('/items/return_templates', { kind: 'sme_spend', version: 'Q-1' });
		const template = body.data.id;
		const book = new ExcelJS.Workbook();
		book.addWorksheet('SME').addRow(['Who', 'Pounds']);
		const workbook = Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer);
		expect((await mi.upload(`/return-templates/${template}/workbook`, { workbook })).status).toBe(200);
		const mapping = {
			cells: [{ figure: 'spend_total', view: 'cumulative', cpa: null, place: { sheet: 'SME', cell: 'D1' } }],
			lists: [{ of: 'spend', sheet: 'SME', first_row: 2, columns: { organisation: 'A', amount: 'B' } }],
		};
		const put = await mi.patch(`/items/return_templates/${template}`, { mapping, in_use_from: '2024-06-01' });
		expect([put.status, put.body.errors]).toEqual([200, undefined]);
		const entry = { contract, kind: 'sme', organisation: '=Test Ltd', spent_on: '2024-05-10', amount_pence: 99_50 };
		expect((await mi.post('/items/spend_entries', entry)).status).toBe(200);
		expect((await submit('2024-06', { acknowledged, nil: ['subcontractor_spend'] })).status).toBe(200);

		const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=2024-06&sort=kind`;
		const [sme, subcontractors] = (await mi.get(`/items/periodic_returns?${filter}&fields=id,template`)).body.data;
		expect([sme.template, subcontractors.template]).toEqual(['Q-1', null]);
		const sent = await world.buyer.download(`/periodic-returns/${sme.id}.xlsx`);
		const read = new ExcelJS.Workbook();
		await read.xlsx.load(sent.content as never);
		const sheet = read.getWorksheet('SME')!;
		expect(['A2', 'B2', 'D1'].map((cell) => sheet.getCell(cell).value)).toEqual(['=Test Ltd', 99.5, 99.5]);
		const values = await mi.get(`/return-templates/${template}/values?contract=TEST-9&month=2024-06`);
		expect(values.body.data).toMatchObject([{ figure: 'spend_total', cell: 'D1', value: 99.5 }]);
	});
});

describe('what has been sent', () => {
	it('is not added to, changed or deleted through any interface, not even by the Administrator', async () => {
		const [version] = await knex('mi_return_versions').where({ contract, month: '2024-01', version: 1 });
		const [head] = await knex('mi_returns').where({ contract, month: '2024-01' });
		const before = { version, head, files: await knex('kept_files').orderBy('id') };
		const attempts = (client: Client) => [
			client.patch(`/items/mi_return_versions/${version.id}`, { sha256: 'x' }),
			client.patch('/items/mi_return_versions', { keys: [version.id], data: { version: 9 } }),
			client.delete(`/items/mi_return_versions/${version.id}`),
			client.post('/items/mi_return_versions', { ...version, id: undefined, version: 9 }),
			client.patch(`/items/kept_files/${version.file}`, { content: '' }),
			client.delete(`/items/kept_files/${version.file}`),
			client.patch(`/items/mi_returns/${head.id}`, { status: 'draft' }),
			client.patch(`/items/mi_returns/${head.id}`, { figures: {} }),
			client.patch(`/items/mi_returns/${head.id}`, { versions: { update: [{ id: version.id, version: 7 }] } }),
			client.patch(`/items/mi_returns/${head.id}`, { versions: [] }),
			client.delete(`/items/mi_returns/${head.id}`),
			client.delete(`/items/call_off_contracts/${contract}`),
			client.post('/graphql', {
				query: `mutation { delete_mi_return_versions_item(id: "${version.id}") { id } }`,
			}),
		];
		for (const client of [world.admin, mi, world.north.manager, world.buyer]) {
			for (const answer of await Promise.all(attempts(client))) {
				expect(answer.status === 200 && !answer.body.errors).toBe(false);
				expect(answer.status).toBeLessThan(500);
			}
		}
		expect(await knex('mi_return_versions').where({ id: version.id }).first()).toEqual(before.version);
		expect(await knex('mi_returns').where({ id: head.id }).first()).toEqual(before.head);
		expect(await knex('kept_files').orderBy('id')).toEqual(before.files);
	});

	it('is in one archive, with its checksums, a manifest and a receipt', async () => {
		const { status, content } = await mi.download('/archive/TEST-9.zip');
		expect(status).toBe(200);
		const parts = await partsOf(content);
		const manifest = JSON.parse(parts['manifest.json']!);
		expect(manifest.files.map(({ path }: Row) => path)).toEqual([
			'2024-01/PMI-TEST-9-2024-01-v1.xlsx',
			'2024-01/PMI-TEST-9-2024-01-v2.xlsx',
			'2024-01/contract_cost_register-TEST-9-2024-01.xlsx',
			'2024-01/ipr_log-TEST-9-2024-01.xlsx',
			'2024-02/PMI-TEST-9-2024-02-v1.xlsx',
			'2024-03/PMI-TEST-9-2024-03-v1.xlsx',
			'2024-03/sme_spend-TEST-9-2024-03.xlsx',
			'2024-03/subcontractor_spend-TEST-9-2024-03.xlsx',
			'2024-04/PMI-TEST-9-2024-04-v1.xlsx',
			'2024-06/PMI-TEST-9-2024-06-v1.xlsx',
			'2024-06/sme_spend-TEST-9-2024-06.xlsx',
			'2024-06/subcontractor_spend-TEST-9-2024-06.xlsx',
		]);
		expect(manifest.files.at(-2)).toMatchObject({ kind: 'sme_spend', template: 'Q-1' });
		for (const { path, sha256 } of manifest.files) {
			expect(parts[path]).toBeDefined();
			expect(parts['SHA256SUMS']).toContain(`${sha256}  ${path}\n`);
			expect(parts['receipt.txt']).toContain(sha256);
		}
		const first = await mi.download('/pmi/TEST-9/2024-01.xlsx?version=1');
		expect(manifest.files[0].sha256).toBe(createHash('sha256').update(first.content).digest('hex'));
		const { content: one } = await world.north.manager.download('/archive/TEST-9.zip?month=2024-02');
		expect(JSON.parse((await partsOf(one))['manifest.json']!).files).toHaveLength(1);
		expect((await world.west.mi.get('/archive/TEST-9.zip')).status).toBe(404);
		for (const client of [mentor, world.buyer]) expect((await client.get('/archive/TEST-9.zip')).status).toBe(403);
		expect((await mi.get('/archive/TEST-9.zip?month=May')).status).toBe(400);
	});

	it('counts no tracker that a Peer Mentor took out for themselves among those for the analysts', async () => {
		const password = 'four words of peat bog';
		for (const client of [mi, mentor]) {
			expect((await client.download('/mentee-tracker/TEST-9/2024-01.xlsx', { password })).status).toBe(200);
		}
		const { content } = await mi.download('/archive/TEST-9.zip');
		expect(JSON.parse((await partsOf(content))['manifest.json']!).trackers).toHaveLength(1);
	});

	it('says of a quarterly return what was sent, whatever is entered later', async () => {
		const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=2024-03&filter[kind][_eq]=sme_spend`;
		const { id } = (await mi.get(`/items/periodic_returns?${filter}&fields=id`)).body.data[0];
		const sent = await mi.download(`/periodic-returns/${id}.xlsx`);
		const said = (await mi.get(`/periodic-returns/${id}`)).body.data;
		expect(said).toMatchObject({ status: 'submitted', spend: [{ organisation: 'Test Ltd' }] });
		await mi.post('/items/spend_entries', {
			contract,
			kind: 'sme',
			organisation: 'Late Ltd',
			spent_on: '2024-03-20',
			amount_pence: 100,
		});
		await world.admin.patch(`/items/suppliers/${world.north.id}`, { name: 'North Renamed Supplier' });
		expect((await mi.download(`/periodic-returns/${id}.xlsx`)).content.equals(sent.content)).toBe(true);
		expect((await mi.get(`/periodic-returns/${id}`)).body.data).toEqual(said);
	});

	it('is the Buyer’s to read, and no file of it anybody’s but by way of the return', async () => {
		const { body } = await world.buyer.get(
			`/items/mi_return_versions?filter[contract][_eq]=${contract}&fields=month,version,sha256,differences,reason`,
		);
		expect(body.data).toHaveLength(6);
		// How often, not whose (5.4).
		const { exceptions } = (await world.buyer.get(`/pmi/TEST-9/${body.data[0].month}`)).body.data;
		expect(exceptions.every(({ reference }: { reference: string }) => /^\d+ records?$/.test(reference))).toBe(true);
		expect((await world.west.mi.get('/items/mi_return_versions')).body.data).toEqual([]);
		for (const client of [mi, world.buyer, world.north.manager, mentor]) {
			expect((await client.get('/items/kept_files')).status).toBe(403);
		}
		expect((await mentor.get('/items/mi_return_versions')).status).toBe(403);
	});
});
