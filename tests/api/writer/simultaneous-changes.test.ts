/** Two change records at the same moment, and both changes together would break a rule: the second sees the first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';
import { STARTS } from '../../support/complete-forms.ts';

const PAIRS = 20;
const PERSON = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', dwp_customer: 'yes' };
const SESSION = { minutes: 60, mode: 'face_to_face', attendance: 'attended' };

let server: TestServer;
let world: World;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
});
afterAll(() => server.stop());

type Answer = Awaited<ReturnType<Client['get']>>;
const idOf = ({ status, body }: Answer): string => {
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data.id;
};
const codesOf = (answers: Answer[]) => answers.map(({ status }) => status).sort();

describe(`${PAIRS} pairs of changes at once`, () => {
	it('never take the hours of one person over 48 (2.26)', { timeout: 180_000 }, async () => {
		const { manager, contract, id: supplier } = world.north;
		const pairs: [string, string][] = [];
		for (let number = 0; number < PAIRS; number++) {
			// Each Peer Mentor in a year of their own, so that the area stays within its maximum.
			const post = {
				peer_mentor: await world.mentor(supplier),
				contract,
				delivery_area: 'wrexham',
				weekly_hours: 20,
				starts_on: `${2030 + number}-01-01`,
				ends_on: `${2030 + number}-12-31`,
			};
			const made = async () => idOf(await manager.post('/items/fte_assignments', post));
			pairs.push([await made(), await made()]);
		}
		const more = (id: string) => manager.patch(`/items/fte_assignments/${id}`, { weekly_hours: 28 });
		const answers = await Promise.all(pairs.map((pair) => Promise.all(pair.map(more))));
		expect(answers.map(codesOf)).toEqual(pairs.map(() => [200, 400]));
		const { body } = await manager.get('/items/fte_assignments?fields=weekly_hours&filter[starts_on][_gte]=2030-01-01');
		const hours = body.data.map((row: { weekly_hours: unknown }) => Number(row.weekly_hours));
		expect(hours.sort()).toEqual([...Array(PAIRS).fill(20), ...Array(PAIRS).fill(28)]);
	});

	it('never leave an attended session after the end of the support (2.27)', { timeout: 180_000 }, async () => {
		const { client } = world.north.mentors[0]!;
		const mentees: string[] = [];
		for (let number = 0; number < PAIRS; number++) {
			const referral = idOf(await client.post('/items/referrals', { ...PERSON, received_on: '2023-10-02' }));
			idOf(await client.post('/items/initial_meetings', { referral, held_on: '2023-10-09', ...STARTS }));
			const { body } = await client.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
			mentees.push(body.data[0].id);
			idOf(await client.patch(`/items/mentees/${body.data[0].id}`, { start_on: '2023-10-16' }));
		}
		const end = (id: string) =>
			client.patch(`/items/mentees/${id}`, { ended_on: '2023-11-06', end_reason: 'moved_away' });
		const late = (mentee: string) => client.post('/items/sessions', { ...SESSION, mentee, held_on: '2023-11-13' });
		const answers = await Promise.all(mentees.map((each) => Promise.all([end(each), late(each)])));
		expect(answers.map(codesOf)).toEqual(mentees.map(() => [200, 400]));
	});
});
