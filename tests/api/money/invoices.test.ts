/** Section 4: invoices with their one PDF (4.9 to 4.11). */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { MOST_BYTES } from '../../support/environment.ts';
import {
	begin,
	contract,
	end,
	knex,
	manager,
	payment,
	refusals,
	server,
	world,
	type Row,
} from '../../support/scenes/payments.ts';

const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

beforeAll(begin);
afterAll(end);

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

	it('is refused in the language of whoever sends it', async () => {
		const email = 'manager-welsh-invoice@example.org';
		const { client } = await world.user('Supplier Manager', email, world.north.id, 'cy-GB');
		const said = async (content: string) => (await attach(content, client)).body.errors[0].message;
		expect(await said('PK')).toBe('Nid PDF yw hwn. Cadwch yr anfoneb fel PDF ac anfonwch hwnnw (4.11).');
		expect(await said(PDF + ' '.repeat(MOST_BYTES.INVOICE))).toMatch(/^Mae’r ddogfen yn fwy na 0\.0 MB/);
		expect((await client.upload(`/invoices/${id}/document`, {})).body.errors[0].message).toMatch(/^Anfonwch PDF/);
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
		const large = await attach(`${PDF}${' '.repeat(MOST_BYTES.INVOICE)}%%EOF`);
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

it('an invoice of Implementation Costs waits for what was planned for its month (4.7)', async () => {
	const costs = await payment('2023-01', 'implementation_costs');
	expect(costs).toMatchObject({ status: 'planned', waits_for: ['start_up_meeting', 'implementation_plan'] });
	const own = { contract, payment: costs.id, number: 'Inv 23/01', cost_centre: '100', account_code: '5200' };
	const { id } = (await manager.post('/items/invoices', own)).body.data;
	expect((await manager.upload(`/invoices/${id}/document`, { document: PDF })).status).toBe(200);
	const ready = () => manager.patch(`/items/invoices/${id}`, { status: 'ready' });
	expect(refusals((await ready()).body)).toEqual([
		['payment', expect.stringMatching(/planned for the month: .+; .+\. /)],
	]);
	const planned = await knex('milestones')
		.where({ contract })
		.whereIn('milestone', costs.waits_for as string[]);
	for (const each of planned) {
		expect(
			(await manager.patch(`/items/milestones/${each.id}`, { met_on: '2023-01-20', evidence: 'Note' })).status,
		).toBe(200);
	}
	expect(await payment('2023-01', 'implementation_costs')).toMatchObject({ status: 'due', waits_for: null });
	expect((await ready()).status).toBe(200);
});
