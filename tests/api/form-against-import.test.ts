import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASELOAD, type Files } from '../support/comparison/caseload.ts';
import { Forms } from '../support/comparison/forms.ts';
import { differences } from '../support/comparison/tables.ts';
import { csv } from '../support/csv.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';

/**
 * One caseload twice: recorded in the forms of one installation, and loaded from files into another. Whatever the
 * platform makes of a record is the same. Only a consent says which way it came.
 */
let typed: { server: TestServer; admin: Client; forms: Forms };
let loaded: typeof typed;

const EXPECTED = ['consents.imported'];

async function installation(): Promise<typeof typed> {
	const server = await startTestServer();
	const admin = await server.admin();
	return { server, admin, forms: new Forms(admin) };
}

async function load(files: Partial<Files>): Promise<void> {
	const parts = Object.entries(files).map(([form, lines]) => [form, csv(form as keyof Files, lines)]);
	const { status, body } = await loaded.admin.upload('/caseload/import', Object.fromEntries(parts));
	if (status !== 200) throw new Error(JSON.stringify(body));
}

const different = () => differences(typed.server, loaded.server, EXPECTED);

beforeAll(async () => {
	typed = await installation();
	loaded = await installation();
	await typed.forms.record(CASELOAD);
	await load({ ...CASELOAD });
	await loaded.forms.complement(CASELOAD.caseload);
}, 240_000);
afterAll(async () => {
	await typed?.server.stop();
	await loaded?.server.stop();
});

describe('a caseload that is typed and the same one loaded from files', () => {
	it('are the same in every column of every table', async () => {
		expect(await different()).toEqual([]);
	});
});
