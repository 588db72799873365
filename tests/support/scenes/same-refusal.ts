/** Every way in which a record can be made or changed. */
import { expect } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';
import { STARTS } from '../complete-forms.ts';

let server: TestServer;
export let world: World;
export let mentor: Client;

interface Person {
	referral: string;
	reference: string;
	mentee: string;
}

/** A DWP customer who has started; somebody who is no customer and agreed to start; somebody only referred. */
export const people: Record<'customer' | 'other' | 'referred', Person> = {} as never;
export const PERSON = { first_name: 'Test', last_name: 'Person', received_on: '2023-10-02' };

async function refer(more: object): Promise<Person> {
	const { body } = await mentor.post('/items/referrals?fields=id,reference', { ...PERSON, ...more });
	return { referral: body.data.id, reference: body.data.reference, mentee: '' };
}

async function agree(person: Person): Promise<Person> {
	await mentor.post('/items/initial_meetings', { referral: person.referral, held_on: '2023-10-09', ...STARTS });
	const { body } = await mentor.get(`/items/mentees?filter[referral][_eq]=${person.referral}&fields=id`);
	return { ...person, mentee: body.data[0].id };
}

/** What a refusal says, whichever way it comes. */
async function refusalOf(answer: { status: number; body: { errors?: { message: string; extensions?: object }[] } }) {
	const [error] = answer.body.errors ?? [];
	return { refused: Boolean(error), message: error?.message };
}

/** A value as GraphQL writes it: keys without quotation marks. */
function literal(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	return `{${Object.entries(value)
		.map(([key, each]) => `${key}:${literal(each)}`)
		.join(',')}}`;
}

/** Only an Administrator writes over GraphQL at all (the guard closes it to everybody else); the rules hold for them too. */
const mutate = (text: string) => world.admin.post('/graphql', { query: `mutation { ${text} }` });

/** Every way to make a record. @param parent where it can be written along with another one */
export function waysToCreate(
	client: Client,
	collection: string,
	record: Record<string, unknown>,
	parent?: { collection: string; key: string; field: string },
) {
	const inline = Object.fromEntries(Object.entries(record).filter(([field]) => field !== parent?.field));
	return {
		'POST /items': () => client.post(`/items/${collection}`, record),
		'a batch': () => client.post(`/items/${collection}`, [record]),
		...(parent && {
			'a nested write': () =>
				client.patch(`/items/${parent.collection}/${parent.key}`, {
					[collection]: { create: [inline], update: [], delete: [] },
				}),
		}),
	};
}

/** Every way to change a Mentee. */
export function waysToChange({ mentee, referral }: Person, change: Record<string, unknown>) {
	return {
		'PATCH /items/:id': () => mentor.patch(`/items/mentees/${mentee}`, change),
		'PATCH of keys': () => mentor.patch('/items/mentees', { keys: [mentee], data: change }),
		'a batch': () => mentor.patch('/items/mentees', [{ id: mentee, ...change }]),
		GraphQL: () => mutate(`update_mentees_item(id: "${mentee}", data: ${literal(change)}) { id }`),
		'a nested write': () =>
			mentor.patch(`/items/referrals/${referral}`, {
				mentees: { create: [], update: [{ id: mentee, ...change }], delete: [] },
			}),
	};
}

/** The rows of everything that the attempts could have changed. */
export async function everything(): Promise<string> {
	const answers = await Promise.all(
		['referrals', 'initial_meetings', 'mentees', 'sessions', 'support_engagements', 'travel_claims', 'consents']
			.concat(['fte_assignments', 'marketing_products', 'office_visits'])
			.map((collection) => world.admin.get(`/items/${collection}?limit=-1&sort=id`)),
	);
	return JSON.stringify(answers.map(({ body }) => body.data));
}

export async function refusedAlike(ways: Record<string, () => ReturnType<Client['get']>>, message: RegExp) {
	const before = await everything();
	const said: Record<string, unknown> = {};
	for (const [way, attempt] of Object.entries(ways)) said[way] = await refusalOf(await attempt());
	const [first] = Object.values(said) as { message: string }[];
	expect(first?.message).toMatch(message);
	expect(said).toEqual(
		Object.fromEntries(Object.keys(ways).map((way) => [way, { refused: true, message: first?.message }])),
	);
	expect(await everything()).toBe(before);
	return first?.message as string;
}

export type Record_ = Record<string, unknown>;

export const met = { held_on: '2023-10-09', outcome: 'declined' };
export const atJobcentre = { ...met, place: 'jobcentre_plus', jobcentre_office: 'wrexham' };

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mentor = world.north.mentors[0]!.client;
	await world.admin.patch(`/items/call_off_contracts/${world.north.contract}`, { last_start_date: '2025-01-10' });
	people.customer = await agree(await refer({ route: 'jobcentre_plus', dwp_customer: 'yes' }));
	await mentor.patch(`/items/mentees/${people.customer.mentee}`, { start_on: '2023-10-16' });
	const session = { held_on: '2023-10-16', minutes: 60, mode: 'face_to_face', attendance: 'attended' };
	await mentor.post('/items/sessions', { mentee: people.customer.mentee, ...session });
	const thirdParty = { route: 'third_party', permission_obtained: true, dwp_customer: 'no' };
	people.other = await agree(await refer(thirdParty));
	people.referred = await refer({ route: 'jobcentre_plus', dwp_customer: 'yes' });
}

export const end = () => server.stop();
