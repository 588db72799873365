/** Nobody finds out what is held of a colleague's account through a record that names it; found by the canaries. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { worldOf, type World } from '../support/world.ts';

let server: TestServer;
let world: World;
let knex: Knex;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	knex = databaseOf(server);
	const person = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', received_on: '2023-10-02' };
	for (const { client } of world.north.mentors) {
		expect((await client.post('/items/referrals', person)).status).toBe(200);
	}
	// The other one's: whose second factor is changed is signed out.
	await knex('directus_users').where({ id: world.north.mentors[1]!.user }).update({ tfa_secret: 'JBSWY3DPEHPK3PXP' });
});
afterAll(async () => {
	await knex?.destroy();
	await server?.stop();
});

const ATTACKS = [
	'filter[mentor_user][tfa_secret][_starts_with]=JBSW',
	'filter[user_created][email][_starts_with]=test',
	'filter[_or][0][mentor_user][last_name][_contains]=Peer',
	'sort=user_created.email',
	'filter[contract][supplier][peer_mentors][user][email][_contains]=@',
];

test.each(ATTACKS)('%s', async (attack) => {
	for (const who of [world.north.manager, world.north.mi, world.north.mentors[0]!.client]) {
		const { status, body } = await who.get(`/items/referrals?fields=id&${attack}`);
		expect([status, body.data]).toEqual([403, undefined]);
	}
});

it('neither by a search, nor by GraphQL, nor within deep', async () => {
	const filter = { mentor_user: { tfa_secret: { _starts_with: 'J' } } };
	expect((await world.north.mi.search('/items/referrals', { query: { fields: ['id'], filter } })).status).toBe(403);
	const query = '{ referrals(filter: { mentor_user: { tfa_secret: { _starts_with: "J" } } }) { id } }';
	expect((await world.north.mi.post('/graphql', { query })).body.data?.referrals).toBeFalsy();
});

it('what is asked by the key of an account is answered', async () => {
	const own = world.north.mentors[0]!;
	const { status, body } = await own.client.get(
		'/items/referrals?fields=id&filter[mentor_user][_eq]=$CURRENT_USER&sort=mentor_user',
	);
	expect([status, body.data.length]).toEqual([200, 1]);
});
