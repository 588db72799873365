/** With `FIELD_KEY`, what an import writes by statements of its own is encrypted too, whichever way it is loaded. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { csv } from '../support/csv.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { worldOf, type World } from '../support/world.ts';

let server: TestServer;
let world: World;
let knex: Knex;
beforeAll(async () => {
	const env = { FIELD_KEY: 'a key of the tests, which has thirty-two letters' };
	server = await startTestServer({ seed: 'world', own: true, env });
	world = await worldOf(server);
	knex = databaseOf(server);
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

it.each([
	['at once', '', 200, 'QQ414243B'],
	['as a job', '?job=true', 202, 'QQ515253C'],
])('%s', async (_, way, expected, nino) => {
	const { mi, mentors } = world.north;
	const person = {
		...{ reference: `SEALED-${nino}`, contract: 'TEST-9', cpa: 9, route: 'jobcentre_plus', received_on: '2023-10-02' },
		...{ mentor_email: mentors[0]!.email, first_name: 'Ann', last_name: 'Test-Sealed', dwp_customer: 'yes', nino },
		...{ initial_meeting_on: '2023-10-05', initial_meeting_outcome: 'start', start_on: '2023-10-06' },
	};
	const caseload = csv('caseload', [person]);
	const { status, body } = await mi.upload(`/caseload/import${way}`, { caseload });
	expect([status, body.errors]).toEqual([expected, undefined]);
	const path = `/items/mentees?filter[nino][_eq]=${nino}&fields=id,nino`;
	const found = async () => (await mentors[0]!.client.get(path)).body.data as { id: string; nino: string }[];
	await expect.poll(found, { timeout: 60_000 }).toEqual([{ id: expect.any(String), nino }]);
	const { id } = (await found())[0]!;
	expect((await knex('mentees').where({ id }).first('nino')).nino).toMatch(/^sealed\.1\./);
	// Brought again it is the same record, unchanged.
	const again = await mi.upload('/caseload/import', { caseload });
	expect(again.body.data.caseload).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
});
