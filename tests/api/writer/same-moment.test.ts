/** Many people record at the same moment: what follows from each record stands when its answer comes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '../../support/sample.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type Supplier, type World } from '../../support/world.ts';
import { STARTS } from '../../support/complete-forms.ts';

/** A few in every run; twenty with `npm run test:long`. */
const ROUNDS = sample(20, 3);
const REFERRALS = 32;
const AT_ONCE = 8;
const TIME = 120_000 * ROUNDS;

const PERSON = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', dwp_customer: 'yes' };
const SESSION = { minutes: 60, mode: 'digital', attendance: 'attended', digital_agreed: true };

let server: TestServer;
let world: World;

/** A Mentee whose sessions are counted, and the days of those whose answer has come. */
interface Counted {
	id: string;
	client: Client;
	asked: number;
	answered: number;
}
const mentees: Counted[] = [];

const one = async (client: Client, path: string) => (await client.get(path)).body.data[0];
const clocksOf = async (client: Client, referral: string): Promise<string[]> => {
	const { body } = await client.get(
		`/items/service_level_clocks?filter[referral][_eq]=${referral}&fields=service_level`,
	);
	return body.data.map(({ service_level }: { service_level: string }) => service_level).sort();
};
const day = (number: number) => new Date(Date.UTC(2024, 0, 2 + number)).toISOString().slice(0, 10);

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	for (const { mentors } of [world.north, world.west]) {
		for (const { client } of mentors) {
			const { body } = await client.post('/items/referrals', { ...PERSON, received_on: '2023-10-02' });
			const referral = body.data.id;
			await client.post('/items/initial_meetings', { referral, held_on: '2023-10-09', ...STARTS });
			const { id } = await one(client, `/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
			await client.patch(`/items/mentees/${id}`, { start_on: '2023-10-16' });
			mentees.push({ id, client, asked: 0, answered: 0 });
		}
	}
});
afterAll(() => server.stop());

/** What is missing after an answer, in words; nothing where all of it stands. */
type Step = () => Promise<string[]>;

async function refer(client: Client): Promise<{ id: string; missing: string[] }> {
	const { status, body } = await client.post('/items/referrals', { ...PERSON, received_on: '2023-10-02' });
	if (status !== 200) return { id: '', missing: [`referral answered ${status}: ${JSON.stringify(body)}`] };
	const { id } = body.data;
	const row = await one(client, `/items/referrals?filter[id][_eq]=${id}&fields=stage,next_due_on`);
	const found = { ...row, clocks: await clocksOf(client, id) };
	const wanted = { stage: 'referred', next_due_on: '2023-10-16', clocks: ['initial_meeting'] };
	return { id, missing: differences('referral', found, wanted) };
}

async function meet(client: Client, referral: string): Promise<string[]> {
	const meeting = { referral, held_on: '2023-10-09', ...STARTS };
	const { status, body } = await client.post('/items/initial_meetings', meeting);
	if (status !== 200) return [`meeting answered ${status}: ${JSON.stringify(body)}`];
	const row = await one(client, `/items/mentees?filter[referral][_eq]=${referral}&fields=stage,next_due_on`);
	const found = { ...row, clocks: await clocksOf(client, referral) };
	const wanted = { stage: 'met', next_due_on: '2023-10-23', clocks: ['diagnostic_interview', 'initial_meeting'] };
	return differences('meeting', found, wanted);
}

async function hold(mentee: Counted): Promise<string[]> {
	const session = { ...SESSION, mentee: mentee.id, held_on: day(mentee.asked++) };
	const { status, body } = await mentee.client.post('/items/sessions', session);
	if (status !== 200) return [`session answered ${status}: ${JSON.stringify(body)}`];
	mentee.answered++;
	const least = mentee.answered;
	const row = await one(mentee.client, `/items/mentees?filter[id][_eq]=${mentee.id}&fields=sessions_counted`);
	return row.sessions_counted >= least ? [] : [`session: ${row.sessions_counted} counted of ${least}`];
}

/** A record of the contract itself, whose clock nobody's referral has. */
async function ask({ manager, contract }: Supplier, number: number): Promise<string[]> {
	const request = { contract, kind: 'freedom_of_information', requested_on: day(number % 20), request: 'Test' };
	const { status, body } = await manager.post('/items/information_requests', request);
	if (status !== 200) return [`request answered ${status}: ${JSON.stringify(body)}`];
	const found = await one(manager, `/items/service_level_clocks?filter[subject][_eq]=${body.data.id}&fields=due_on`);
	return found?.due_on ? [] : ['request: no clock'];
}

function differences(what: string, found: object, wanted: object): string[] {
	const [is, ought] = [JSON.stringify(found), JSON.stringify(wanted)];
	return is === ought ? [] : [`${what}: ${is} instead of ${ought}`];
}

/** Takes the steps in their order, so many at a time. */
async function atOnce(steps: Step[]): Promise<string[]> {
	const missing: string[] = [];
	let next = 0;
	const worker = async () => {
		while (next < steps.length) missing.push(...(await (steps[next++] as Step)()));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return missing;
}

function round(): Step[] {
	const steps: Step[] = [];
	for (let number = 0; number < REFERRALS; number++) {
		const supplier = number % 4 === 3 ? world.west : world.north;
		const { client } = supplier.mentors[number % 2]!;
		steps.push(async () => {
			const { id, missing } = await refer(client);
			return number % 2 === 0 && id ? [...missing, ...(await meet(client, id))] : missing;
		});
		if (number % 2) steps.push(() => hold(mentees[number % mentees.length]!));
		if (number % 8 === 5) steps.push(() => ask(supplier, number));
	}
	return steps;
}

describe('32 referrals, 8 at a time, with meetings and sessions between', () => {
	it(
		`have their clocks, stage and due date when they are answered, ${ROUNDS} times over`,
		async () => {
			for (let number = 1; number <= ROUNDS; number++) {
				expect(await atOnce(round()), `round ${number}`).toEqual([]);
			}
			for (const { id, client, asked } of mentees) {
				const { sessions_counted } = await one(client, `/items/mentees?filter[id][_eq]=${id}&fields=sessions_counted`);
				expect(sessions_counted).toBe(asked);
			}
		},
		TIME,
	);
});
