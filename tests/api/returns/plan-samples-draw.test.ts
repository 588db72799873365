/** The quarterly sample of SMART Action Plans is drawn (3.11): by whom, from what, and once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPlans } from '../../../extensions/peer-mentoring/src/domain/returns/samples/plan-sample.ts';
import {
	agreedPlan,
	analyst,
	begin,
	draw,
	end,
	manager,
	mentor,
	officer,
	plans,
	rows,
	sampleId,
	samplesOf,
	world,
} from '../../support/scenes/plan-samples.ts';
import type { Client } from '../../support/server.ts';

beforeAll(begin, 180_000);
afterAll(end);

describe('a draw (3.11)', () => {
	it.each([
		['2024-1', /year and Q1 to Q4/],
		['2022-Q4', /does not run in this quarter/],
		['2027-Q1', /ends on 31 March 2027/],
		['2023-Q1', /No Peer Mentor was in post on 31 March 2023/],
		['2023-Q4', /No SMART Action Plan had been agreed by 31 December 2023/],
	])('of %s is refused: %s', async (quarter, message) => {
		const { status, body } = await draw(quarter);
		expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(message)]);
		expect(await rows(manager, 'plan_sample_draws', '')).toEqual([]);
	});

	it.each<[string, () => Client]>([
		['a Peer Mentor', () => mentor],
		['another Supplier', () => world.west.manager],
		['Supplier MI', () => world.north.mi],
		['the Buyer', () => world.buyer],
		['the analyst', () => analyst],
		['the Data Protection Officer', () => officer],
	])('is not made by %s', async (_, client) => {
		expect((await draw('2024-Q1', client())).status).toBe(403);
		expect(await rows(manager, 'plan_sample_draws', '')).toEqual([]);
	});

	it('takes one plan for each FTE of the area, notes what it drew from, and is made once', async () => {
		const fixed = { seed: 'mine', areas: [], sample_size: 9, plan_samples: [{ action_plan: plans.get(1)!.plan }] };
		const { status, body } = await manager.post('/items/plan_sample_draws', {
			contract: world.north.contract,
			quarter: '2024-Q1',
			...fixed,
		});
		expect(status).toBe(200);
		expect(body.data).toMatchObject({
			sample_size: 2,
			drawn_from: 4,
			areas: [{ cpa: 9, fte: 2, wanted: 2, eligible: 4, drawn: 2 }],
		});
		expect(body.data.seed).not.toBe('mine');
		const samples = await samplesOf('2024-Q1');
		expect(samples.map(({ position, status: now, cpa }) => [position, now, cpa])).toEqual([
			[1, 'drawn', 9],
			[2, 'drawn', 9],
		]);
		// Anybody can repeat it from the seed.
		const eligible = [...plans.values()].map(({ plan: id }) => ({ id, drawn_before: 0 }));
		expect(samples.map((each) => each.action_plan)).toEqual(drawPlans(body.data.seed, eligible, 2));
		const again = await draw('2024-Q1');
		expect([again.status, again.body.errors[0].message]).toEqual([400, expect.stringMatching(/were drawn on .*once/)]);
		expect(await samplesOf('2024-Q1')).toHaveLength(2);
	});

	it('draws no plan again while others remain, and starts over when none does', async () => {
		expect((await draw('2024-Q2')).status).toBe(200);
		const both = [...(await samplesOf('2024-Q1')), ...(await samplesOf('2024-Q2'))].map((each) => each.action_plan);
		expect(new Set(both).size).toBe(4);
		expect((await draw('2024-Q3')).status).toBe(200);
		expect(await samplesOf('2024-Q3')).toHaveLength(2);
	});

	it('leaves whoever has not started, has not agreed in time, or lacks consent', async () => {
		const drawn = new Set<unknown>();
		for (const quarter of ['2024-Q1', '2024-Q2', '2024-Q3']) {
			for (const { action_plan } of await samplesOf(quarter)) drawn.add(action_plan);
		}
		await agreedPlan(5);
		const terms = (consent_required_to_start: boolean) =>
			world.admin.patch(`/items/call_off_contracts/${world.north.contract}`, { consent_required_to_start });
		await terms(false);
		await agreedPlan(8, { dwp_customer: 'no' }, { dwp_customer: 'no', nino: null });
		await terms(true);
		await agreedPlan(9, {}, { start_on: null });
		expect((await mentor.patch(`/items/action_plans/${plans.get(5)!.plan}`, { agreed_on: '2025-01-06' })).status).toBe(
			200,
		);
		const { body } = await draw('2024-Q4');
		expect(body.data).toMatchObject({ drawn_from: 4 });
		expect((await samplesOf('2024-Q4')).map((each) => each.action_plan)).not.toContain(plans.get(5)!.plan);
		expect(drawn.size).toBe(4);
	});

	it.each<[string, () => Promise<{ status: number }>]>([
		['a change', async () => manager.patch(`/items/plan_sample_draws/${await drawId()}`, { seed: 'x' })],
		[
			'another quarter',
			async () => world.admin.patch(`/items/plan_sample_draws/${await drawId()}`, { quarter: '2025-Q1' }),
		],
		['a deletion', async () => world.admin.delete(`/items/plan_sample_draws/${await drawId()}`)],
		['a plan put in', async () => putIn(manager)],
		['a plan put in by the Administrator', async () => putIn(world.admin)],
		['a status', async () => world.admin.patch(`/items/plan_samples/${await sampleId()}`, { status: 'released' })],
		[
			'a status in a batch',
			async () => world.admin.patch('/items/plan_samples', [{ id: await sampleId(), status: 'released' }]),
		],
		[
			'a nested write',
			async () =>
				world.admin.patch(`/items/plan_sample_draws/${await drawId()}`, {
					plan_samples: [{ id: await sampleId(), status: 'released' }],
				}),
		],
	])('is not altered by %s', async (_, write) => {
		const before = await rows(world.admin, 'plan_samples', 'sort=id');
		const { status } = await write();
		expect([400, 403]).toContain(status);
		expect(await rows(world.admin, 'plan_samples', 'sort=id')).toEqual(before);
	});
});

async function drawId(): Promise<unknown> {
	return (await rows(manager, 'plan_sample_draws', 'filter[quarter][_eq]=2024-Q1&fields=id'))[0]!.id;
}

async function putIn(client: Client) {
	const sample = { draw: await drawId(), contract: world.north.contract, quarter: '2024-Q1', cpa: 9, position: 3 };
	return client.post('/items/plan_samples', { ...sample, action_plan: plans.get(3)!.plan, supplier: world.north.id });
}
