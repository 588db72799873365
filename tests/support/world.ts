/** Two Suppliers with people of their own, made through the API as an Administrator would make them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signIn, type Client } from './client.ts';
import { ADMIN } from './environment.ts';
import type { TestServer } from './server.ts';

export const PASSWORD = 'quiet otter violin plum';

export interface Supplier {
	id: string;
	contract: string;
	reference: string;
	cpa: number;
	manager: Client;
	mi: Client;
	/** Two Peer Mentors with their accounts. */
	mentors: { id: string; user: string; email: string; client: Client }[];
}

export interface World {
	admin: Client;
	north: Supplier;
	west: Supplier;
	buyer: Client;
	/** One more Peer Mentor of a Supplier, without an account or a post. */
	mentor(supplier: string): Promise<string>;
	user(role: string, email: string, supplier?: string, language?: string): Promise<{ id: string; client: Client }>;
}

/** What is kept beside a database with the world in it: the keys of its records. */
type Kept = Omit<Supplier, 'manager' | 'mi' | 'mentors'> & { mentors: Omit<Supplier['mentors'][number], 'client'>[] };
const FILE = 'world.json';

const BUYER = 'buyer-test@example.org';
const address = (reference: string, who: string) => `${reference.toLowerCase()}-${who}@example.org`;

/** The world of a server that began with it (`seed: 'world'`), everybody signed in. */
export async function worldOf(server: TestServer): Promise<World> {
	const as = (email: string) => signIn(server.url, { email, password: PASSWORD });
	const supplier = async (kept: Kept): Promise<Supplier> => {
		const [manager, mi, ...mentors] = await Promise.all([
			as(address(kept.reference, 'manager')),
			as(address(kept.reference, 'mi')),
			...kept.mentors.map(async (mentor) => ({ ...mentor, client: await as(mentor.email) })),
		]);
		return { ...kept, manager, mi, mentors };
	};
	const kept = JSON.parse(readFileSync(join(server.data, FILE), 'utf8')) as { north: Kept; west: Kept };
	const [admin, north, west, buyer] = await Promise.all([
		server.admin(),
		supplier(kept.north),
		supplier(kept.west),
		as(BUYER),
	]);
	const makeUser = await accounts(admin);
	return {
		admin,
		north,
		west,
		buyer,
		user: async (role, email, ...more) => ({ id: await makeUser(role, email, ...more), client: await as(email) }),
		mentor: async (supplier) => {
			const person = { first_name: 'Test', last_name: 'Mentor-more', supplier };
			return (await admin.post('/items/peer_mentors', person)).body.data.id;
		},
	};
}

/** Makes the world in a platform with the reference data, and keeps beside its database what it made. */
export async function makeWorld(url: string, data: string): Promise<void> {
	const admin = await signIn(url, ADMIN);
	const user = await accounts(admin);

	const supplier = async (name: string, reference: string, cpa: number, area: string): Promise<Kept> => {
		const id = await made(admin, '/items/suppliers', { name });
		const contract = await made(admin, '/items/call_off_contracts', {
			reference,
			supplier: id,
			cpas: [{ contract_package_area: cpa }],
			start_date: '2023-01-09',
			implementation_end_date: '2023-03-31',
			end_date: '2027-12-31',
			working_day_calendar: 'england-and-wales',
		});
		const mentors = [];
		for (const number of [1, 2]) {
			const email = address(reference, `mentor${number}`);
			const account = await user('Peer Mentor', email, id);
			const person = { first_name: 'Test', last_name: `Mentor-${number}`, supplier: id, user: account };
			const mentor = await made(admin, '/items/peer_mentors', person);
			await made(admin, '/items/fte_assignments', {
				peer_mentor: mentor,
				contract,
				delivery_area: area,
				weekly_hours: 40,
				starts_on: '2023-04-03',
			});
			mentors.push({ id: mentor, user: account, email });
		}
		await user('Supplier Manager', address(reference, 'manager'), id);
		await user('Supplier MI', address(reference, 'mi'), id);
		return { id, contract, reference, cpa, mentors };
	};

	const north = await supplier('North Test Supplier', 'TEST-9', 9, 'wrexham');
	const west = await supplier('West Test Supplier', 'TEST-1', 1, 'hull');
	await user('Buyer', BUYER);
	writeFileSync(join(data, FILE), JSON.stringify({ north, west }));
}

/** Makes accounts of the tests, and answers with their keys. */
async function accounts(admin: Client) {
	const { body: roles } = await admin.get('/roles?fields=id,name&limit=-1');
	const roleOf = (name: string) => roles.data.find((role: { name: string }) => role.name === name).id;
	return (role: string, email: string, supplier?: string, language = 'en-GB'): Promise<string> =>
		made(admin, '/users', {
			email,
			password: PASSWORD,
			role: roleOf(role),
			supplier: supplier ?? null,
			first_name: 'Test',
			last_name: role,
			language,
		});
}

async function made(admin: Client, path: string, values: object): Promise<string> {
	const { status, body } = await admin.post(path, values);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data.id;
}
