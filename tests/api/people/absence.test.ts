/** A Peer Mentor who is away: what falls due for their Mentees is their manager's until they are back (2.26). */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { flowOf } from '../../support/flows.ts';
import { begin, end, forgetReminders, inbox, mentor, referred, world } from '../../support/scenes/reminders.ts';

let remind: () => Promise<unknown>;
let reference: string;

beforeAll(async () => {
	await begin();
	remind = await flowOf(world.admin, { type: 'remind', options: { kinds: ['overdue'] } });
	({ reference } = await referred(mentor, '2024-01-08'));
});
beforeEach(forgetReminders);
afterAll(end);

const own = () => `/items/peer_mentors/${world.north.mentors[0]!.id}`;
const absence = (away_from_on: string | null, away_until_on: string | null) =>
	world.north.manager.patch(own(), { away_from_on, away_until_on });
const onHome = async () => (await world.north.manager.get('/home')).body.data.manager.away;
const told = async (client = mentor) => (await inbox(client)).some(({ message }) => message.includes(reference));

it('is told to nobody but the manager, who sees on Home who is away', async () => {
	expect((await absence('2024-06-10', null)).status).toBe(200);
	await remind();
	expect([await told(), await told(world.north.manager)]).toEqual([false, true]);
	const { id } = world.north.mentors[0]!;
	expect(await onHome()).toMatchObject([{ id, away_from_on: '2024-06-10', away_until_on: null }]);
});

it('is told again once it is over', async () => {
	expect((await absence('2024-06-10', '2024-06-12')).status).toBe(200);
	await remind();
	expect([await told(), await onHome()]).toEqual([true, []]);
});

it('does not end before it begins, also where one of the two is changed alone', async () => {
	const { status, body } = await absence('2024-06-10', '2024-06-09');
	expect([status, body.errors[0].extensions.field]).toEqual([400, 'away_until_on']);
	const alone = (away_from_on: string) => world.north.manager.patch(own(), { away_from_on });
	expect([(await alone('2024-06-13')).status, (await alone('2024-06-11')).status]).toEqual([400, 200]);
});

it('is not the mentor’s to say', async () => {
	expect((await absence(null, null)).status).toBe(200);
	expect((await mentor.patch(own(), { away_from_on: '2024-06-10' })).status).toBe(403);
	expect(await onHome()).toEqual([]);
});
