/** Two Suppliers with people of their own, made through the API as an Administrator would make them. */
import type { Client, TestServer } from './server.ts';

export const PASSWORD = 'tests-only-password';

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

export async function makeWorld(server: TestServer): Promise<World> {
	const admin = await server.admin();
	const { body: roles } = await admin.get('/roles?fields=id,name&limit=-1');
	const roleOf = (name: string) => roles.data.find((role: { name: string }) => role.name === name).id;
	const user = async (role: string, email: string, supplier?: string, language = 'en-GB') => {
		const { status, body } = await admin.post('/users', {
			email,
			password: PASSWORD,
			role: roleOf(role),
			supplier: supplier ?? null,
			first_name: 'Test',
			last_name: role,
			language,
		});
		if (status !== 200) throw new Error(JSON.stringify(body));
		return { id: body.data.id as string, client: await server.login(email, PASSWORD) };
	};

	const mentor = async (supplier: string): Promise<string> => {
		const person = { first_name: 'Test', last_name: 'Mentor-more', supplier };
		return (await admin.post('/items/peer_mentors', person)).body.data.id;
	};

	const supplier = async (name: string, reference: string, cpa: number, area: string): Promise<Supplier> => {
		const created = await admin.post('/items/suppliers', { name });
		const id = created.body.data.id;
		const contract = await admin.post('/items/call_off_contracts', {
			reference,
			supplier: id,
			cpas: [{ contract_package_area: cpa }],
			start_date: '2023-01-09',
			implementation_end_date: '2023-03-31',
			end_date: '2027-12-31',
			working_day_calendar: 'england-and-wales',
		});
		if (contract.status !== 200) throw new Error(JSON.stringify(contract.body));
		const mentors = [];
		for (const number of [1, 2]) {
			const email = `${reference.toLowerCase()}-mentor${number}@example.org`;
			const account = await user('Peer Mentor', email, id);
			const mentor = await admin.post('/items/peer_mentors', {
				first_name: 'Test',
				last_name: `Mentor-${number}`,
				supplier: id,
				user: account.id,
			});
			if (mentor.status !== 200) throw new Error(JSON.stringify(mentor.body));
			await admin.post('/items/fte_assignments', {
				peer_mentor: mentor.body.data.id,
				contract: contract.body.data.id,
				delivery_area: area,
				weekly_hours: 40,
				starts_on: '2023-04-03',
			});
			mentors.push({ id: mentor.body.data.id, user: account.id, email, client: account.client });
		}
		return {
			id,
			contract: contract.body.data.id,
			reference,
			cpa,
			manager: (await user('Supplier Manager', `${reference.toLowerCase()}-manager@example.org`, id)).client,
			mi: (await user('Supplier MI', `${reference.toLowerCase()}-mi@example.org`, id)).client,
			mentors,
		};
	};

	return {
		admin,
		north: await supplier('North Test Supplier', 'TEST-9', 9, 'wrexham'),
		west: await supplier('West Test Supplier', 'TEST-1', 1, 'hull'),
		buyer: (await user('Buyer', 'buyer-test@example.org')).client,
		user,
		mentor,
	};
}
