/** The quarterly sample of SMART Action Plans is anonymised, reviewed, and released or rejected (2.25, 3.11). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPlans } from '../../../extensions/peer-mentoring/src/domain/returns/samples/plan-sample.ts';
import {
	analyst,
	begin,
	draw,
	end,
	fingerprints,
	made,
	manager,
	mentor,
	plans,
	release,
	reviewOf,
	rows,
	sampleId,
	samplesOf,
	server,
	WORKBOOK,
	world,
} from '../../support/scenes/plan-samples.ts';
import type { Client } from '../../support/server.ts';
import { sheetTexts } from '../../support/xlsx.ts';

beforeAll(async () => {
	await begin();
	for (const quarter of ['2024-Q1', '2024-Q2']) expect((await draw(quarter)).status).toBe(200);
}, 180_000);
afterAll(end);

describe('the review (3.11)', () => {
	it.each<[string, () => Client, number]>([
		['a Peer Mentor', () => mentor, 403],
		['another Supplier', () => world.west.manager, 403],
		['Supplier MI', () => world.north.mi, 403],
		['the Buyer', () => world.buyer, 403],
		['the analyst', () => analyst, 403],
		['nobody signed in', () => server.anonymous, 401],
	])('is closed to %s', async (_, client, refusedWith) => {
		const id = await sampleId();
		const answers = [
			await client().get(`/plan-samples/${id}/review`),
			await client().patch(`/plan-samples/${id}`, { redactions: ['x'] }),
			await client().post(`/plan-samples/${id}/release`),
			await client().post(`/plan-samples/${id}/reject`, { reason: 'because' }),
		];
		for (const { status } of answers) expect([refusedWith, 403]).toContain(status);
		expect((await samplesOf('2024-Q1'))[0]).toMatchObject({ status: 'drawn' });
	});

	it('shows the plan without anything that tells who the person is, and with each replacement', async () => {
		for (const quarter of ['2024-Q1', '2024-Q2']) {
			for (const { id } of await samplesOf(quarter)) {
				const review = await reviewOf(id);
				expect(review.passages.map((each: { kind: string }) => each.kind)).toEqual(['goal', 'action', 'review']);
				const text = shownText(review);
				expect(text).not.toMatch(/gwenllian|zebedee|wenllian|07700|QQ ?12|wrexham|wrecsam|2024-01-22|19 February/i);
				const originals = JSON.stringify(review.passages);
				for (const planted of ['Gwenllian', '07700 900417', 'Wrexham']) expect(originals).toContain(planted);
			}
		}
	});

	it('refuses what is no review, and changes nothing', async () => {
		const id = await sampleId();
		const before = await rows(world.admin, 'plan_samples', `filter[id][_eq]=${id}`);
		for (const body of [
			{},
			[],
			{ status: 'released' },
			{ anonymised: 'mine' },
			{ redactions: 'words' },
			{ redactions: [''] },
			{ redactions: ['…'] },
			{ redactions: [1] },
			{ redactions: Array.from({ length: 301 }, (_, index) => `word ${index}`) },
			{ redactions: ['x'.repeat(301)] },
			{ passages_read: ['nonsense'] },
			{ redactions: ['word'], supplier: world.west.id },
		]) {
			expect([body, (await manager.patch(`/plan-samples/${id}`, body)).status]).toEqual([body, 400]);
		}
		expect((await manager.patch('/plan-samples/not-a-key', { redactions: ['x'] })).status).toBe(403);
		expect(await rows(world.admin, 'plan_samples', `filter[id][_eq]=${id}`)).toEqual(before);
	});

	it('hides further words wherever they stand, and shows them again', async () => {
		const id = await sampleId();
		const { body } = await manager.patch(`/plan-samples/${id}`, { redactions: ['Zumba  class'] });
		expect(body.data.status).toBe('in_review');
		expect(shownText(body.data)).not.toMatch(/zumba/i);
		expect(shownText(body.data).match(/\[(?:redacted|wedi’i guddio)\]/g)).toHaveLength(2);
		expect(shownText((await manager.patch(`/plan-samples/${id}`, { redactions: [] })).body.data)).toMatch(
			/Zumba class/,
		);
	});

	it('releases only what a person has read as it stands now', async () => {
		const id = await sampleId();
		const unread = await manager.post(`/plan-samples/${id}/release`);
		expect([unread.status, unread.body.errors[0].message]).toEqual([400, expect.stringMatching(/3 to go/)]);
		const passages_read = fingerprints(await reviewOf(id));
		await manager.patch(`/plan-samples/${id}`, { passages_read });
		// What is hidden after the passage was read, and what a mentor adds, has not been read.
		await manager.patch(`/plan-samples/${id}`, { redactions: ['Zumba class'] });
		expect((await manager.post(`/plan-samples/${id}/release`)).status).toBe(400);
		await manager.patch(`/plan-samples/${id}`, { redactions: [] });
		const { action_plan } = (await samplesOf('2024-Q1'))[0]!;
		await made(mentor, 'actions', { action_plan, what: 'Buy shoes', due_on: '2024-03-04' });
		const { body } = await manager.post(`/plan-samples/${id}/release`);
		expect(body.errors[0].message).toMatch(/1 to go/);
	});

	it('is seen by the Buyer and the analyst only once it is released', async () => {
		for (const client of [world.buyer, analyst]) {
			expect(await rows(client, 'plan_samples', '')).toEqual([]);
			const { body } = await client.get('/items/plan_sample_draws?fields=*,plan_samples.*&sort=quarter');
			expect(body.data[0]).toMatchObject({ quarter: '2024-Q1', plan_samples: [] });
			expect(body.data[0]).not.toHaveProperty('seed');
			expect(body.data[0]).not.toHaveProperty('areas');
			const texts = await sheetTexts((await client.download(WORKBOOK('2024-Q1'))).content);
			expect(texts.join()).toMatch(/No plan of this quarter is released/);
		}
	});

	it('releases: by whom and when is kept, and nothing of it changes any more', async () => {
		const id = await sampleId();
		await release(id);
		const query = `filter[id][_eq]=${id}&fields=status,released_on,reviewed_on,reviewed_by.email,anonymised`;
		const [row] = await rows(world.admin, 'plan_samples', query);
		const today = new Date().toISOString().slice(0, 10);
		expect(row).toMatchObject({
			status: 'released',
			released_on: today,
			reviewed_on: today,
			reviewed_by: { email: 'test-9-manager@example.org' },
		});
		const { action_plan } = (await samplesOf('2024-Q1'))[0]!;
		await mentor.patch(`/items/action_plans/${action_plan}`, { goal: 'Another goal' });
		for (const answer of [
			await manager.patch(`/plan-samples/${id}`, { redactions: ['word'] }),
			await manager.post(`/plan-samples/${id}/release`),
			await manager.post(`/plan-samples/${id}/reject`, { reason: 'after all' }),
		]) {
			expect([answer.status, answer.body.errors[0].message]).toEqual([
				400,
				expect.stringMatching(/released, rejected/),
			]);
		}
		expect((await reviewOf(id)).passages).toEqual([]);
		expect((await rows(world.admin, 'plan_samples', query))[0]).toEqual(row);
	});

	it('rejects with a reason, and draws another in its place by the same seed carried on', async () => {
		const [first, second] = await samplesOf('2024-Q1');
		for (const body of [
			{},
			{ reason: '' },
			{ reason: 'x'.repeat(201) },
			{ reason: ['list'] },
			{ reason: 'Too\0special' },
		]) {
			expect((await manager.post(`/plan-samples/${second!.id}/reject`, body)).status).toBe(400);
		}
		const { body } = await manager.post(`/plan-samples/${second!.id}/reject`, { reason: 'Too special' });
		expect(body.data).toEqual({ status: 'rejected', another: true });
		const [, , third] = await samplesOf('2024-Q1');
		expect(third).toMatchObject({ position: 3, status: 'drawn', cpa: 9 });
		const [{ seed } = { seed: '' }] = await rows(
			manager,
			'plan_sample_draws',
			'filter[quarter][_eq]=2024-Q1&fields=seed',
		);
		const elsewhere = new Set((await samplesOf('2024-Q2')).map((each) => each.action_plan));
		const eligible = [1, 2, 3, 4]
			.map((number) => plans.get(number)!.plan)
			.map((id) => ({ id, drawn_before: elsewhere.has(id) ? 1 : 0 }));
		const order = drawPlans(String(seed), eligible, 4).filter(
			(id) => id !== first!.action_plan && id !== second!.action_plan,
		);
		expect(third!.action_plan).toBe(order[0]);
	});
});

/** Everything a reader sees. */
function shownText(review: { passages: { parts: { segments: { text: string }[] }[] }[] }): string {
	return review.passages
		.flatMap(({ parts }) => parts.map(({ segments }) => segments.map(({ text }) => text).join('')))
		.join('\n');
}
