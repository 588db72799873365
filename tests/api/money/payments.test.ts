/** Section 4: the schedule of payments, and what is deferred. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { nowColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import {
	begin,
	contract,
	end,
	knex,
	manager,
	payment,
	payments,
	refusals,
	VALUE,
	world,
	type Row,
} from '../../support/scenes/payments.ts';

const total = (rows: Row[]) => rows.reduce((sum, { amount_pence }) => sum + Number(amount_pence), 0);

beforeAll(begin);
afterAll(end);

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
