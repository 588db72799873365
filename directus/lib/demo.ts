import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readImport } from '../../extensions/peer-mentoring/src/import/read-import.ts';
import { loadImport } from '../../extensions/peer-mentoring/src/storage/loading/load-import.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { NORTH_WEST, PLUS, WALES } from '../../seed/demo/contracts.ts';
import { demoFiles } from '../../seed/demo/generate.ts';
import { deliveryAreas } from '../../seed/reference/annex-c.ts';
import { loadDemoRecords } from './demo-records.ts';
import { answerDemoMisses, payDemoContracts, sendDemoReturns } from './demo-returns.ts';
import { directus, type Item, type Knex } from './directus.ts';
import { keptSecret } from './environment.ts';
import { progress } from './progress.ts';

const PASSWORD_FILE = 'demo-password';

interface DemoUser {
	role: string;
	email: string;
	/** The contract of the Supplier that the person works for. */
	contract?: string;
	language?: 'cy-GB';
	/** The account comes with the demo Peer Mentors; only the password is added. */
	imported?: boolean;
}

/** One person for each role, and three Peer Mentors: two of North Wales, one of them a Welsh speaker. */
const DEMO_USERS: DemoUser[] = [
	{ role: 'Peer Mentor', email: 'mentor1@example.org', imported: true },
	{ role: 'Peer Mentor', email: 'mentor2@example.org', language: 'cy-GB', imported: true },
	{ role: 'Peer Mentor', email: 'mentor3@example.org', imported: true },
	{ role: 'Supplier Manager', email: 'manager@example.org', contract: WALES },
	{ role: 'Supplier MI', email: 'mi@example.org', contract: WALES },
	{ role: 'Supplier MI', email: 'mi-northwest@example.org', contract: NORTH_WEST },
	{ role: 'Supplier Manager', email: 'manager-plus@example.org', contract: PLUS },
	{ role: 'Supplier MI', email: 'mi-plus@example.org', contract: PLUS },
	{ role: 'Buyer', email: 'buyer@example.org' },
	{ role: 'Buyer Analyst', email: 'analyst@example.org' },
	{ role: 'Referrer', email: 'referrer@example.org' },
	{ role: 'Data Protection Officer', email: 'dpo@example.org' },
	{ role: 'Platform Administrator', email: 'platform-admin@example.org' },
];

/** Loads the invented Suppliers through the same import that a real one uses, and opens the demo accounts. */
export async function loadDemoData(knex: Knex, data: string): Promise<void> {
	const files = Object.entries(demoFiles({ today: today() })).map(([form, content]) => ({
		name: `${form}.csv`,
		content,
	}));
	const records = await readImport(files, { deliveryAreas });
	await loadImport(knex, records, { today: today(), user: null, supplier: null });
	await loadDemoRecords(knex);
	const password = keptSecret(data, PASSWORD_FILE, 9);
	const { ItemsService } = await directus('services/items');
	const { getSchema } = await directus('utils/get-schema');
	const users = new ItemsService('directus_users', { schema: await getSchema() });
	for (const user of DEMO_USERS) {
		const account: Item = { password, language: user.language ?? 'en-GB' };
		if (user.imported) {
			const { id } = await knex('directus_users').where({ email: user.email }).first('id');
			await users.updateOne(id, account);
			continue;
		}
		const role = await knex('directus_roles').where({ name: user.role }).first('id');
		const contract = await knex('call_off_contracts')
			.where({ reference: user.contract ?? '' })
			.first('supplier');
		await users.createOne({
			...account,
			email: user.email,
			first_name: 'Demo',
			last_name: user.role,
			role: role.id,
			supplier: contract?.supplier ?? null,
		});
	}
	progress('sending the demo returns');
	await sendDemoReturns(knex);
	await payDemoContracts(knex);
	await answerDemoMisses(knex);
	progress('the demo is there');
}

export interface Login {
	role: string;
	email: string;
	password: string;
}

/** What to print after a start: the demo logins where they were made, and where to find the Administrator's password. */
export function demoLogins(data: string): Login[] {
	const path = join(data, `${PASSWORD_FILE}.txt`);
	if (!existsSync(path)) return [];
	const password = keptSecret(data, PASSWORD_FILE, 9);
	const mentors = ['', ' (Welsh speaker)', ' (another Supplier)'];
	return DEMO_USERS.map(({ role, email }, index) => ({ role: role + (mentors[index] ?? ''), email, password }));
}
