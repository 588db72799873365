/** The quarterly sample of SMART Action Plans: who reads what is released, and who leaves it (1.29, 2.25, 3.11). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	agreedPlan,
	analyst,
	begin,
	draw,
	end,
	made,
	manager,
	mentor,
	officer,
	plans,
	release,
	rows,
	samplesOf,
	server,
	WORKBOOK,
	world,
} from '../../support/scenes/plan-samples.ts';
import type { Client } from '../../support/server.ts';
import { sheetTexts } from '../../support/xlsx.ts';
import { STATEMENT } from '../../support/complete-forms.ts';

beforeAll(async () => {
	await begin();
	expect((await draw('2024-Q1')).status).toBe(200);
	const [first] = await samplesOf('2024-Q1');
	await release(first!.id);
	// What a mentor writes after the release is not in it.
	await mentor.patch(`/items/action_plans/${first!.action_plan}`, { goal: 'Another goal' });
}, 180_000);
afterAll(end);

describe('what is released', () => {
	it('is read by the Buyer and the analyst: rows without any text, and a workbook without formulas', async () => {
		for (const client of [world.buyer, analyst]) {
			const [row, ...others] = await rows(client, 'plan_samples', '');
			expect(others).toEqual([]);
			expect(Object.keys(row!).sort()).toEqual(
				['contract', 'cpa', 'draw', 'id', 'position', 'quarter', 'released_on', 'status', 'supplier'].sort(),
			);
			const { status, content, headers } = await client.download(WORKBOOK('2024-Q1'));
			expect(status).toBe(200);
			expect(headers.get('content-disposition')).toContain('plan-samples-TEST-9-2024-Q1.xlsx');
			const texts = (await sheetTexts(content)).join('\n');
			expect(texts).toMatch(/\[(?:name|enw)\]/);
			expect(texts).toMatch(/Not started/);
			expect(texts).not.toMatch(/gwenllian|zebedee|07700|QQ ?12|wrexham|another goal/i);
			expect(texts).not.toMatch(/^=/m);
		}
	});

	it.each<[string, string]>([
		['the plan behind it', 'fields=action_plan'],
		['its text by a filter', 'filter[anonymised][_contains]=name'],
		['its words by a filter', 'filter[redactions][_nnull]=true'],
		['the Mentee by a nested filter', 'filter[action_plan][mentee][first_name][_eq]=Gwenllian'],
		['the reviewer', 'fields=reviewed_by.email'],
		['the seed', 'fields=draw.seed'],
		['the plan by an order', 'sort=action_plan'],
		['the text by an aggregate', 'aggregate[max]=anonymised'],
		['the plans by groups', 'groupBy[]=action_plan&aggregate[count]=id'],
	])('tells the analyst and the Buyer nothing of %s', async (_, query) => {
		for (const client of [analyst, world.buyer]) {
			expect((await client.get(`/items/plan_samples?${query}`)).status).toBe(403);
		}
	});

	it('tells nothing more by GraphQL', async () => {
		const query = 'query { plan_sample_draws { plan_samples { status anonymised action_plan { goal } } } }';
		for (const client of [analyst, world.buyer]) {
			const { body } = await client.post('/graphql', { query });
			expect(JSON.stringify(body)).not.toMatch(/\[(?:name|enw)\]|goal":/);
			const released = await client.post('/graphql', { query: 'query { plan_samples { position status } }' });
			expect(released.body.data.plan_samples).toEqual([{ position: 1, status: 'released' }]);
		}
	});

	it.each<[string, () => Client, number]>([
		['a Peer Mentor', () => mentor, 403],
		['another Supplier', () => world.west.manager, 404],
		['a Data Protection Officer', () => officer, 403],
		['nobody signed in', () => server.anonymous, 401],
	])('is not given to %s', async (_, client, refusedWith) => {
		const { status } = await client().get(WORKBOOK('2024-Q1'));
		expect([refusedWith, 403]).toContain(status);
	});

	it('is refused for a quarter that is none, and for a contract that is none', async () => {
		expect((await analyst.get(WORKBOOK('2024-Q9'))).status).toBe(400);
		expect((await analyst.get('/plan-samples/NONE/2024-Q1.xlsx')).status).toBe(404);
	});

	it('leaves a trace: who was given how many plans of what', async () => {
		const trace = await rows(
			officer,
			'access_log',
			'filter[subject][_eq]=plan samples TEST-9 2024-Q1&sort=at&fields=action,records',
		);
		expect(trace.at(-1)).toEqual({ action: 'export', records: 1 });
		expect(trace).toHaveLength(2);
	});

	it('is seen no more once consent is withdrawn, and again once it is given (2.25)', async () => {
		const [first] = await samplesOf('2024-Q1');
		const own = [...plans.values()].find(({ plan }) => plan === first!.action_plan)!;
		const decide = (decision: string, decided_on: string) =>
			made(mentor, 'consents', { mentee: own.mentee, decision, decided_on, ...STATEMENT });
		await decide('withdrawn', '2024-07-01');
		for (const client of [analyst, world.buyer, manager]) {
			expect((await rows(client, 'plan_samples', 'filter[status][_eq]=released')).length).toBe(0);
		}
		expect((await sheetTexts((await analyst.download(WORKBOOK('2024-Q1'))).content)).join()).toMatch(/No plan/);
		await decide('given', '2024-07-02');
		expect(await rows(analyst, 'plan_samples', '')).toHaveLength(1);
	});
});

describe('whoever leaves the sample before its release (2.25)', () => {
	it('drops out when consent is withdrawn, and another is drawn in the place', async () => {
		await agreedPlan(6);
		await agreedPlan(7);
		expect((await draw('2025-Q1')).status).toBe(200);
		const before = await samplesOf('2025-Q1');
		const own = [...plans.values()].find(({ plan }) => plan === before[0]!.action_plan)!;
		await manager.patch(`/plan-samples/${before[0]!.id}`, { redactions: ['Zumba'] });
		await made(mentor, 'consents', { mentee: own.mentee, decision: 'withdrawn', decided_on: '2025-04-01' });
		const [gone] = await rows(world.admin, 'plan_samples', `filter[id][_eq]=${before[0]!.id}`);
		expect(gone).toMatchObject({ status: 'removed', restricted: true, redactions: null });
		const after = await samplesOf('2025-Q1');
		expect(after.map(({ position, status }) => [position, status])).toEqual([
			[2, 'drawn'],
			[3, 'drawn'],
		]);
		expect(after.map((each) => each.action_plan)).not.toContain(own.plan);
		expect((await manager.get(`/plan-samples/${before[0]!.id}/review`)).status).toBe(403);
		expect((await manager.post(`/plan-samples/${before[0]!.id}/release`)).status).toBe(403);
	});

	it('drops out when erased, and what was released of an erased person is emptied', async () => {
		const [second] = await samplesOf('2025-Q1');
		await manager.patch(`/plan-samples/${second!.id}`, { redactions: ['Zumba'] });
		const erase = async (plan: unknown) => {
			const { referral } = [...plans.values()].find((each) => each.plan === plan)!;
			await made(officer, 'erasures', { referral, requested_on: '2025-05-01', reason: 'Article 17(1)(b)' });
		};
		await erase(second!.action_plan);
		const [gone] = await rows(world.admin, 'plan_samples', `filter[id][_eq]=${second!.id}`);
		expect(gone).toMatchObject({ status: 'removed', restricted: true, redactions: null });
		const [released] = await rows(world.admin, 'plan_samples', 'filter[status][_eq]=released');
		if (released!.action_plan !== second!.action_plan) await erase(released!.action_plan);
		const [empty] = await rows(world.admin, 'plan_samples', `filter[id][_eq]=${released!.id}`);
		expect(empty).toMatchObject({ status: 'released', restricted: true, anonymised: null });
		expect(await rows(analyst, 'plan_samples', '')).toEqual([]);
	});
});
