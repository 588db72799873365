/** Paragraph 3.8, items 17 to 20 through the API: quarterly and six-monthly returns, nil, revisions, files and workbooks. */
import ExcelJS from 'exceljs';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { parseMonth, type CalendarMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { nowColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { periodicPartsOf } from '../../../extensions/peer-mentoring/src/storage/returns/periodic-returns.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { makeWorld, type World } from '../../support/world.ts';

type Row = Record<string, unknown>;

const MOST_BYTES = 20_000;
const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

let server: TestServer;
let world: World;
let knex: Knex;
let manager: Client;
let mi: Client;
let contract: string;

beforeAll(async () => {
	server = await startTestServer({ env: { REGISTER_MAX_BYTES: String(MOST_BYTES) } });
	world = await makeWorld(server);
	knex = databaseOf(server);
	({ manager, mi, contract } = world.north);
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

async function returns(filter = '', client = mi): Promise<Row[]> {
	const query = `filter[contract][_eq]=${contract}&sort=month,kind&limit=-1&fields=*${filter}`;
	const { status, body } = await client.get(`/items/periodic_returns?${query}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
}

async function one(kind: string, month: string): Promise<Row> {
	const [found] = await returns(`&filter[kind][_eq]=${kind}&filter[month][_eq]=${month}`);
	return found as Row;
}

const spend = (values: Row, client = mi) =>
	client.post('/items/spend_entries', {
		contract,
		kind: 'subcontractor',
		organisation: 'Outreach Ltd',
		spent_on: '2023-05-10',
		amount_pence: 1250_50,
		...values,
	});

const declare = (id: unknown, nil_declared: boolean, client = mi) =>
	client.patch(`/items/periodic_returns/${String(id)}`, { nil_declared });

/** What was refused: the field and the words. */
function refusals(body: { errors?: { message: string; extensions: Row }[] }) {
	return (body.errors ?? []).map(({ message, extensions }) => [extensions.field, message]);
}

/** As the submission of a PMI leaves it; any change of a return settles what follows. */
async function submit(month: string): Promise<void> {
	await knex('mi_returns')
		.where({ contract, month })
		.update({ status: 'submitted', submitted_at: nowColumn(knex) });
	const [{ id }] = await knex('mi_returns').where({ contract, month }).select('id');
	expect((await manager.patch(`/items/mi_returns/${id}`, { recruitment: 'As planned.' })).status).toBe(200);
}

describe('the returns of a contract from 9 January 2023', () => {
	it('are opened with the PMI they go with: spend each financial quarter, documents every six months', async () => {
		const months = (kind: string) =>
			returns(`&filter[kind][_eq]=${kind}&filter[due_on][_lt]=2024-03-01`).then((rows) =>
				rows.map(({ month, due_on, status }) => [month, due_on, status]),
			);
		const spendMonths = [
			['2023-03', '2023-04-11', 'to_prepare'],
			['2023-06', '2023-07-07', 'to_prepare'],
			['2023-09', '2023-10-06', 'to_prepare'],
			['2023-12', '2024-01-08', 'to_prepare'],
		];
		expect(await months('subcontractor_spend')).toEqual(spendMonths);
		expect(await months('sme_spend')).toEqual(spendMonths);
		const documentMonths = [
			['2023-07', '2023-08-07', 'to_prepare'],
			['2024-01', '2024-02-07', 'to_prepare'],
		];
		expect(await months('contract_cost_register')).toEqual(documentMonths);
		expect(await months('ipr_log')).toEqual(documentMonths);
		expect(await one('ipr_log', '2023-07')).toMatchObject({ starts_on: '2023-01-09', ends_on: '2023-07-08' });
	});

	it('are listed with the monthly return that they go with', async () => {
		for (const client of [mi, manager, world.buyer]) {
			const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=2023-06`;
			const { body } = await client.get(`/items/mi_returns?${filter}&fields=periodic_returns.kind`);
			expect(body.data[0].periodic_returns.map(({ kind }: Row) => kind).sort()).toEqual([
				'sme_spend',
				'subcontractor_spend',
			]);
		}
	});

	it('follow a change of the contract’s dates and calendar', async () => {
		const change = (values: Row) => world.admin.patch(`/items/call_off_contracts/${contract}`, values);
		await change({ working_day_calendar: 'scotland', start_date: '2023-02-09' });
		expect((await one('subcontractor_spend', '2023-03')).due_on).toBe('2023-04-10');
		expect((await returns('&filter[kind][_eq]=ipr_log')).map(({ month }) => month).slice(0, 2)).toEqual([
			'2023-08',
			'2024-02',
		]);
		await change({ working_day_calendar: 'england-and-wales', start_date: '2023-01-09' });
		expect((await one('subcontractor_spend', '2023-03')).due_on).toBe('2023-04-11');
		expect((await returns('&filter[kind][_eq]=ipr_log')).map(({ month }) => month).slice(0, 2)).toEqual([
			'2023-07',
			'2024-01',
		]);
	});

	it('are made and removed by nobody, and only nil is written', async () => {
		const { id, mi_return } = await one('sme_spend', '2023-03');
		const record = { contract, mi_return, kind: 'ipr_log', month: '2023-03', due_on: '2023-04-11' };
		for (const client of [world.admin, mi, manager, world.buyer, world.west.mi, server.anonymous]) {
			for (const { status } of [
				await client.post('/items/periodic_returns', record),
				await client.delete(`/items/periodic_returns/${String(id)}`),
			]) {
				expect([400, 401, 403]).toContain(status);
			}
		}
		for (const values of [
			{ status: 'sent' },
			{ due_on: '2099-01-01' },
			{ month: '2023-04' },
			{ supplier: world.west.id },
			{ declared_on: '2020-01-01' },
			{ nil_declared: true, declared_by: null },
		]) {
			for (const client of [world.admin, mi]) {
				expect([400, 403]).toContain((await client.patch(`/items/periodic_returns/${String(id)}`, values)).status);
			}
		}
		const nested = { periodic_returns: [{ id, status: 'sent' }] };
		expect([400, 403]).toContain((await mi.patch(`/items/mi_returns/${String(mi_return)}`, nested)).status);
		const orphaned = { periodic_returns: [] };
		expect([400, 403]).toContain((await world.admin.patch(`/items/mi_returns/${String(mi_return)}`, orphaned)).status);
		expect(await one('sme_spend', '2023-03')).toMatchObject({ status: 'to_prepare', nil_declared: false });
	});
});

describe('a nil declaration', () => {
	it('makes the return ready, with who declared it and when, and can be taken back', async () => {
		const { id } = await one('sme_spend', '2023-06');
		expect((await declare(id, true)).status).toBe(200);
		const declared = await one('sme_spend', '2023-06');
		expect(declared).toMatchObject({ status: 'ready', nil_declared: true });
		expect([declared.declared_by, declared.declared_on]).not.toContain(null);
		expect((await declare(id, false, manager)).status).toBe(200);
		expect(await one('sme_spend', '2023-06')).toMatchObject({
			status: 'to_prepare',
			declared_by: null,
			declared_on: null,
		});
	});

	it('is refused while there is something to report, in the reader’s language', async () => {
		const { body } = await spend({});
		const { id } = await one('subcontractor_spend', '2023-06');
		expect((await one('subcontractor_spend', '2023-06')).status).toBe('ready');
		const refused = await declare(id, true);
		expect([refused.status, refusals(refused.body)]).toEqual([
			400,
			[['nil_declared', expect.stringContaining('cannot be declared nil. Entries recorded: 1.')]],
		]);
		const welsh = await world.user('Supplier MI', 'mi-welsh@example.org', world.north.id, 'cy-GB');
		expect(refusals((await declare(id, true, welsh.client)).body)[0]?.[1]).toContain('Mae rhywbeth i’w adrodd');
		expect((await mi.delete(`/items/spend_entries/${body.data.id}`)).status).toBe(204);
		expect((await one('subcontractor_spend', '2023-06')).status).toBe('to_prepare');
		expect((await declare(id, true)).status).toBe(200);
	});

	it('is lifted by an entry of its period, made or moved there, one or several', async () => {
		const nil = async () => {
			const { id } = await one('subcontractor_spend', '2023-06');
			if ((await declare(id, true)).status !== 200) throw new Error('not declared');
		};
		const entry = { contract, kind: 'subcontractor', organisation: 'A', spent_on: '2023-06-30', amount_pence: 1 };
		const ways: (() => Promise<{ status: number; body: { errors?: unknown } }>)[] = [
			() => mi.post('/items/spend_entries', entry),
			() => mi.post('/items/spend_entries', [entry, { ...entry, amount_pence: 2 }]),
			async () => {
				const { body } = await mi.post('/items/spend_entries', { ...entry, spent_on: '2023-07-01' });
				return mi.patch('/items/spend_entries', { keys: [body.data.id], data: { spent_on: '2023-06-30' } });
			},
		];
		for (const way of ways) {
			await nil();
			const { status, body } = await way();
			expect([status, body.errors]).toEqual([200, undefined]);
			expect(await one('subcontractor_spend', '2023-06')).toMatchObject({
				status: 'ready',
				nil_declared: false,
				declared_by: null,
			});
			const ids = (await knex('spend_entries').select('id')).map(({ id }) => id);
			expect((await mi.delete('/items/spend_entries', ids)).status).toBe(204);
		}
	});

	it('is made by nobody but the Supplier’s own manager and MI staff', async () => {
		const { id } = await one('sme_spend', '2023-06');
		for (const client of [
			world.west.mi,
			world.west.manager,
			world.buyer,
			world.north.mentors[0]!.client,
			server.anonymous,
		]) {
			expect([401, 403]).toContain((await declare(id, true, client)).status);
		}
		expect((await one('sme_spend', '2023-06')).nil_declared).toBe(false);
	});
});

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
		expect((await one('subcontractor_spend', '2023-06')).status).toBe('sent');
		expect(await one('sme_spend', '2023-06')).toMatchObject({ status: 'sent', nil_declared: true });
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

describe('the parts of a month’s PMI', () => {
	it('are those that fall due with it, each ready with an entry or a nil declaration', async () => {
		const parts = async (month: string) =>
			(await periodicPartsOf(knex, contract, parseMonth(month) as CalendarMonth)).map(
				({ kind, period, ready, nil_declared }) => ({ kind, period, ready, nil_declared }),
			);
		expect(await parts('2023-05')).toEqual([]);
		const period = '2023-10-01–2023-12-31';
		const not = { period, ready: false, nil_declared: false };
		expect(await parts('2023-12')).toEqual([
			{ kind: 'sme_spend', ...not },
			{ kind: 'subcontractor_spend', ...not },
		]);
		await declare((await one('sme_spend', '2023-12')).id, true);
		await spend({ spent_on: '2023-12-01' });
		expect(await parts('2023-12')).toEqual([
			{ kind: 'sme_spend', period, ready: true, nil_declared: true },
			{ kind: 'subcontractor_spend', period, ready: true, nil_declared: false },
		]);
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
		expect((await mi.upload(address(), { document: `${PDF}${' '.repeat(MOST_BYTES)}%%EOF` })).status).toBe(413);
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
