/** Section 4 through the API: the schedule, what is deferred, and invoices with their one PDF. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { nowColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { makeWorld, type World } from '../../support/world.ts';

type Row = Record<string, unknown>;

const VALUE = 1_234_567_89;
const COSTS = 90_000_00;
const MOST_BYTES = 20_000;

let server: TestServer;
let world: World;
let knex: Knex;
let manager: Client;
let contract: string;

beforeAll(async () => {
	server = await startTestServer({ env: { INVOICE_MAX_BYTES: String(MOST_BYTES) } });
	world = await makeWorld(server);
	knex = databaseOf(server);
	({ manager, contract } = world.north);
	const terms = {
		total_value_pence: VALUE,
		implementation_costs_pence: COSTS,
		purchase_order: 'PO-7',
		implementation_costs_line: '10',
		delivery_fee_80_line: '20',
		delivery_fee_20_line: '30',
	};
	const { status, body } = await world.admin.patch(`/items/call_off_contracts/${contract}`, terms);
	expect([status, body.errors]).toEqual([200, undefined]);
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

async function payments(filter: string, client = manager): Promise<Row[]> {
	const query = `filter[contract][_eq]=${contract}&sort=month,line&limit=500&fields=*`;
	const { status, body } = await client.get(`/items/payments?${query}${filter}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.map((row: Row) => ({ ...row, amount_pence: Number(row.amount_pence) }));
}

async function payment(month: string, line: string): Promise<Row> {
	const [found] = await payments(`&filter[month][_eq]=${month}&filter[line][_eq]=${line}`);
	return found as Row;
}

const total = (rows: Row[]) => rows.reduce((sum, { amount_pence }) => sum + Number(amount_pence), 0);

/** What was refused: the field and the words. */
function refusals(body: { errors?: { message: string; extensions: Row }[] }) {
	return (body.errors ?? []).map(({ message, extensions }) => [extensions.field, message]);
}

describe('the schedule of payments', () => {
	it('sums exactly to the value: the costs of three months, then 57 fees in two lines each', async () => {
		const all = await payments('');
		expect(total(all)).toBe(VALUE);
		const costs = all.filter(({ line }) => line === 'implementation_costs');
		expect(costs.map(({ month, amount_pence }) => [month, amount_pence])).toEqual([
			['2023-01', 30_000_00],
			['2023-02', 30_000_00],
			['2023-03', 30_000_00],
		]);
		expect(all).toHaveLength(3 + 57 * 2);
	});

	it('follows what the Cost Register says of a month, and the value of the contract', async () => {
		const { status, body } = await manager.post('/items/implementation_costs', {
			contract,
			month: '2023-02',
			amount_pence: 50_000_00,
		});
		expect([status, body.errors]).toEqual([200, undefined]);
		expect(body.data.advise_by).toBe('2023-03-03');
		expect((await payments('&filter[line][_eq]=implementation_costs')).map(({ amount_pence }) => amount_pence)).toEqual(
			[20_000_00, 50_000_00, 20_000_00],
		);
		expect(total(await payments(''))).toBe(VALUE);
	});

	it('is written by nobody', async () => {
		const { id } = await payment('2023-04', 'delivery_fee_80');
		for (const client of [manager, world.north.mi, world.buyer, world.north.mentors[0]!.client]) {
			expect((await client.patch(`/items/payments/${String(id)}`, { status: 'paid' })).status).toBe(403);
			expect((await client.post('/items/payments', { contract, month: '2023-04' })).status).toBe(403);
			expect((await client.delete(`/items/payments/${String(id)}`)).status).toBe(403);
		}
	});

	it('is read by the Buyer, and by nobody of another Supplier', async () => {
		expect(await payments('', world.buyer)).toHaveLength(3 + 57 * 2);
		expect(await payments('', world.west.manager)).toEqual([]);
	});
});

describe('deferral of Implementation Costs (4.3)', () => {
	let id: string;
	beforeAll(async () => {
		const { body } = await manager.post('/items/implementation_costs', { contract, month: '2023-03' });
		id = body.data.id;
	});

	test.each([
		['more than half', { deferred_pence: 20_000_01, deferral_reason: 'Two offices are not open' }, 'deferred_pence'],
		['without a reason', { deferred_pence: 1_000_00 }, 'deferral_reason'],
		['less than nothing', { deferred_pence: -1, deferral_reason: 'Two offices are not open' }, 'deferred_pence'],
		['more costs than are agreed', { amount_pence: 50_000_00 }, 'amount_pence'],
	])('%s is refused', async (_what, change, field) => {
		const before = await knex('implementation_costs').where({ id }).first();
		const { status, body } = await manager.patch(`/items/implementation_costs/${id}`, change);
		expect(status).toBe(400);
		expect(refusals(body)[0]?.[0]).toBe(field);
		expect(await knex('implementation_costs').where({ id }).first()).toEqual(before);
	});

	it('is shown with its reason, and released when the planned activity is completed', async () => {
		const deferral = { deferred_pence: 10_000_00, deferral_reason: 'Two offices are not open' };
		await manager.patch(`/items/implementation_costs/${id}`, deferral);
		expect(await payment('2023-03', 'implementation_costs')).toMatchObject({
			amount_pence: 20_000_00,
			deferral_reason: 'Two offices are not open',
			status: 'due',
		});
		expect(Number((await payment('2023-03', 'implementation_costs')).deferred_pence)).toBe(10_000_00);
		await manager.patch(`/items/implementation_costs/${id}`, { activity_completed_on: '2023-05-02' });
		expect(Number((await payment('2023-03', 'implementation_costs')).deferred_pence)).toBe(0);
	});
});

describe('the 20% line (4.5)', () => {
	const submit = async (month: string, changes: Row) => {
		await knex('mi_returns').where({ contract, month }).update(changes);
		// Any change of a return settles its payments.
		const [found] = await knex('mi_returns').where({ contract, month }).select('id');
		await manager.patch(`/items/mi_returns/${found.id}`, { narrative: 'Nothing to report.' });
	};

	it('is deferred while the PMI of its month is late, and due once it is in; the 80% line does not wait', async () => {
		expect((await payment('2024-02', 'delivery_fee_20')).status).toBe('deferred');
		expect((await payment('2024-02', 'delivery_fee_80')).status).toBe('due');
		await submit('2024-02', { status: 'submitted', submitted_at: nowColumn(knex) });
		expect(await payment('2024-02', 'delivery_fee_20')).toMatchObject({ status: 'due', deferral_reason: null });
	});

	it('is not deferred by a late Mentee Tracker', async () => {
		const sent = await knex('mi_returns').where({ contract, month: '2024-02' }).first('tracker_sent_on');
		expect(sent.tracker_sent_on).toBeNull();
		expect((await payment('2024-02', 'delivery_fee_20')).status).toBe('due');
	});
});

const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

describe('an invoice', () => {
	let id: string;
	let fee: Row;
	const attach = (content: string, client = manager) =>
		client.upload(`/invoices/${id}/document`, { document: content });
	const change = (values: Row, client = manager) => client.patch(`/items/invoices/${id}`, values);

	beforeAll(async () => {
		fee = await payment('2024-01', 'delivery_fee_80');
		const { status, body } = await manager.post('/items/invoices', {
			contract,
			payment: fee.id,
			number: 'Inv 24/01',
			cost_centre: '100',
			account_code: '5200',
		});
		expect([status, body.errors]).toEqual([200, undefined]);
		id = body.data.id;
	});

	it('takes the amount, the purchase order and its line from the payment', async () => {
		const { body } = await manager.get(`/items/invoices/${id}?fields=*`);
		expect(body.data).toMatchObject({ purchase_order: 'PO-7', purchase_order_line: '20', document: null });
		expect(Number(body.data.amount_pence)).toBe(fee.amount_pence);
	});

	it('is not ready without its document', async () => {
		const { status, body } = await change({ status: 'ready' });
		expect([status, refusals(body).map(([field]) => field)]).toEqual([400, ['document']]);
	});

	test.each([
		['a spreadsheet', 'PK\u0003\u0004', /This is not a PDF/],
		['an empty file', '', /empty/],
		['half a PDF', '%PDF-1.7\n1 0 obj', /its end is missing/],
		['a PDF with files in it', PDF.replace('endobj', '/EmbeddedFile endobj'), /files attached/],
	])('refuses %s as its document', async (_what, content, reason) => {
		const { status, body } = await attach(content);
		expect([status, body.errors?.[0]?.message]).toEqual([400, expect.stringMatching(reason)]);
		expect((await knex('invoices').where({ id }).first('document')).document).toBeNull();
	});

	it('refuses a document that is too large, two of them, and what is no upload', async () => {
		const large = await attach(`${PDF}${' '.repeat(MOST_BYTES)}%%EOF`);
		expect([large.status, large.body.errors[0].extensions.code]).toEqual([413, 'CONTENT_TOO_LARGE']);
		const two = await manager.upload(`/invoices/${id}/document`, { one: PDF, two: PDF });
		expect([two.status, two.body.errors[0].message]).toEqual([400, expect.stringContaining('Send one PDF')]);
		expect((await manager.post(`/invoices/${id}/document`, { document: PDF })).status).toBe(415);
		expect(await knex('directus_files').select('id')).toEqual([]);
	});

	it('takes no document from anybody but its Supplier’s manager and MI staff', async () => {
		for (const client of [world.west.manager, world.west.mi, world.buyer, world.north.mentors[0]!.client]) {
			expect((await attach(PDF, client)).status).toBe(403);
		}
		expect((await attach(PDF, server.anonymous)).status).toBe(401);
	});

	it('keeps one document: another one takes its place', async () => {
		expect((await attach(PDF)).status).toBe(200);
		expect((await attach(PDF.replace('1.7', '1.6'))).status).toBe(200);
		expect(await knex('directus_files').select('type', 'filename_download')).toEqual([
			{ type: 'application/pdf', filename_download: 'invoice-Inv-24-01.pdf' },
		]);
	});

	it('shows it to whoever sees the invoice, and to nobody by way of the files', async () => {
		for (const client of [manager, world.north.mi, world.buyer]) {
			const { status, content, headers } = await client.download(`/invoices/${id}/document`);
			expect([status, content.toString()]).toEqual([200, PDF.replace('1.7', '1.6')]);
			expect(headers.get('content-disposition')).toBe('attachment; filename="invoice-Inv-24-01.pdf"');
		}
		const { document } = await knex('invoices').where({ id }).first('document');
		for (const client of [manager, world.west.manager, world.north.mentors[0]!.client, world.buyer]) {
			expect((await client.get(`/assets/${document}`)).status).toBe(403);
		}
		for (const client of [world.west.manager, world.north.mentors[0]!.client]) {
			expect((await client.download(`/invoices/${id}/document`)).status).toBe(403);
		}
		expect((await server.anonymous.download(`/invoices/${id}/document`)).status).toBe(401);
	});

	test.each([
		['another line of the purchase order', { purchase_order_line: '30' }, 'purchase_order_line'],
		['another amount', { amount_pence: 1 }, 'amount_pence'],
	])('with %s is not ready', async (_what, values, field) => {
		const { status, body } = await change({ ...values, status: 'ready' });
		expect([status, refusals(body).map(([name]) => name)]).toEqual([400, [field]]);
	});

	it('of a payment that waits for its PMI is not ready', async () => {
		const late = await payment('2024-03', 'delivery_fee_20');
		const record = { contract, number: 'I-2', cost_centre: '100', account_code: '5200' };
		const made = await manager.post('/items/invoices', { ...record, payment: late.id });
		await manager.upload(`/invoices/${made.body.data.id}/document`, { document: PDF });
		const waits = await manager.patch(`/items/invoices/${made.body.data.id}`, { status: 'ready', amount_pence: 1 });
		expect([waits.status, refusals(waits.body).map(([field]) => field)]).toEqual([400, ['payment']]);
	});

	test.each(['draft', 'ready'])('names no payment of another contract, not even as a %s', async (status) => {
		const { body, status: answered } = await world.west.manager.post('/items/invoices', {
			contract: world.west.contract,
			payment: fee.id,
			number: 'I-5',
			status,
		});
		expect([answered, refusals(body).map(([field]) => field)]).toEqual([400, ['payment']]);
		const own = await world.west.manager.post('/items/invoices', { contract: world.west.contract, number: 'I-6' });
		const changed = await world.west.manager.patch(`/items/invoices/${own.body.data.id}`, { payment: fee.id });
		expect([changed.status, refusals(changed.body).map(([field]) => field)]).toEqual([400, ['payment']]);
	});

	it('that is sent is changed no more, and its payment is claimed, once', async () => {
		expect((await change({ status: 'ready' })).status).toBe(200);
		expect((await change({ status: 'sent' })).status).toBe(400);
		expect((await change({ status: 'sent', sent_on: '2024-02-05' })).status).toBe(200);
		expect((await payment('2024-01', 'delivery_fee_80')).status).toBe('claimed');

		for (const values of [{ number: 'I-9' }, { amount_pence: 5 }, { purchase_order: 'PO-8' }]) {
			expect((await change(values)).status).toBe(400);
		}
		expect((await attach(PDF)).status).toBe(400);
		const again = await manager.post('/items/invoices', { contract, payment: fee.id, number: 'I-3', status: 'draft' });
		await manager.upload(`/invoices/${again.body.data.id}/document`, { document: PDF });
		const order = { purchase_order: 'PO-7', purchase_order_line: '20', cost_centre: '100', account_code: '5200' };
		const ready = await manager.patch(`/items/invoices/${again.body.data.id}`, {
			...order,
			amount_pence: fee.amount_pence,
			status: 'ready',
		});
		expect([ready.status, refusals(ready.body).map(([field]) => field)]).toEqual([400, ['payment']]);

		expect((await change({ status: 'paid' })).status).toBe(200);
		expect((await payment('2024-01', 'delivery_fee_80')).status).toBe('paid');
	});

	it('has its payment checked when it goes straight from draft to sent', async () => {
		const early = await payment('2027-11', 'delivery_fee_80');
		const made = await manager.post('/items/invoices', {
			contract,
			payment: early.id,
			number: 'I-4',
			cost_centre: '100',
			account_code: '5200',
		});
		await manager.upload(`/invoices/${made.body.data.id}/document`, { document: PDF });
		const { status, body } = await manager.patch(`/items/invoices/${made.body.data.id}`, {
			status: 'sent',
			sent_on: '2024-02-05',
		});
		expect([status, refusals(body).map(([field]) => field)]).toEqual([400, ['payment']]);
	});
});
