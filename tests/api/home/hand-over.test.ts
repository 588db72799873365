/** When a mentor leaves: many Mentees are handed over at once, all of them or none (2.6, 2.25, 2.26). */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { agreed, begin, end, manager, mentor, world } from '../../support/scenes/support-journey.ts';

const people: string[] = [];
const holders = async () => {
	const filter = encodeURIComponent(JSON.stringify({ id: { _in: people } }));
	const { body } = await manager.get(`/items/mentees?filter=${filter}&fields=id,peer_mentor&sort=id`);
	return new Set(body.data.map(({ peer_mentor }: { peer_mentor: string }) => peer_mentor));
};
const handOver = (mentees: object[], more: object = {}) => ({
	because: 'mentor_leaves',
	from_on: today(),
	mentees,
	...more,
});
const to = (index: number) => people.map((mentee) => ({ mentee, peer_mentor: world.north.mentors[index]!.id }));

beforeAll(async () => {
	await begin();
	for (let count = 0; count < 3; count += 1) people.push((await agreed()).mentee);
});
afterAll(end);

describe('a hand-over of many', () => {
	it('is none where one of them may not be', async () => {
		const [first, second] = to(1);
		const elsewhere = { mentee: people[2], peer_mentor: world.west.mentors[0]!.id };
		const { status, body } = await manager.post('/hand-over', handOver([first!, second!, elsewhere]));
		expect(status).toBe(400);
		expect(body.errors[0].extensions).toMatchObject({ code: 'FAILED_VALIDATION', field: 'peer_mentor' });
		expect(await holders()).toEqual(new Set([world.north.mentors[0]!.id]));
		const { body: opened } = await manager.get(`/items/allocations?filter[mentee][_eq]=${people[0]}&fields=id`);
		expect(opened.data).toHaveLength(1);
	});

	test.each<[string, object]>([
		['nobody', handOver([])],
		['no list', { because: 'mentor_leaves', from_on: today() }],
		['a reason that there is not', handOver([{}], { because: 'holiday' })],
		['no day', handOver([{}], { from_on: '2026-02-30' })],
		['a key that is none', handOver([{ mentee: 'x', peer_mentor: 'y' }])],
	])('with %s is refused', async (_, body) => {
		const { status, body: answer } = await manager.post('/hand-over', body);
		expect([status, answer.errors[0].extensions.code]).toEqual([400, 'INVALID_QUERY']);
	});

	it('of somebody twice is refused', async () => {
		const [first] = to(1);
		expect((await manager.post('/hand-over', handOver([first!, first!]))).status).toBe(400);
	});

	it('is the managers’ of their own Supplier', async () => {
		const body = handOver(to(1));
		expect((await mentor.post('/hand-over', body)).status).toBe(403);
		expect((await world.north.mi.post('/hand-over', body)).status).toBe(403);
		expect([400, 403]).toContain((await world.west.manager.post('/hand-over', body)).status);
		expect(await holders()).toEqual(new Set([world.north.mentors[0]!.id]));
	});

	it('gives each to its new mentor, with the one reason, and closes what held before', async () => {
		const { status, body } = await manager.post('/hand-over', handOver(to(1), { reason: 'Moves away' }));
		expect([status, body.data]).toEqual([200, { handed_over: 3 }]);
		expect(await holders()).toEqual(new Set([world.north.mentors[1]!.id]));
		const filter = encodeURIComponent(JSON.stringify({ mentee: { _in: people }, because: { _eq: 'mentor_leaves' } }));
		const { body: allocations } = await manager.get(
			`/items/allocations?filter=${filter}&fields=reason,from_on,until_on`,
		);
		expect(allocations.data).toEqual(people.map(() => ({ reason: 'Moves away', from_on: today(), until_on: null })));
		expect((await mentor.get('/items/mentees')).body.data).toEqual([]);
	});
});
