/** A contract whose service levels are counted. */
import type { Knex } from 'knex';
import { STARTS } from '../complete-forms.ts';
import { expect } from 'vitest';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export type Row = Record<string, unknown>;

export let server: TestServer;
export let world: World;
export let mentor: Client;
export let manager: Client;
export let contract: string;
export let knex: Knex;

export async function refer(received_on: string, more: object = {}): Promise<string> {
	const person = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', received_on, ...more };
	const { status, body } = await mentor.post('/items/referrals', person);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.id;
}

export async function meet(referral: string, held_on: string, outcome = 'declined'): Promise<string> {
	const answers = outcome === 'start' ? STARTS : { outcome };
	const { status, body } = await mentor.post('/items/initial_meetings', { referral, held_on, ...answers });
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.id;
}

export async function rows(client: Client, collection: string, query: string): Promise<Row[]> {
	const { status, body } = await client.get(`/items/${collection}?limit=500&${query}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
}

/** The service level of a month, in an area or the whole contract, as somebody reads it; empty where they read none. */
export async function result(month: string, level: string, client = manager, cpa: number | null = null): Promise<Row> {
	const area = cpa === null ? 'filter[cpa][_null]=true' : `filter[cpa][_eq]=${cpa}`;
	const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=${month}&filter[service_level][_eq]=${level}`;
	const found = await rows(client, 'service_level_results', `${filter}&${area}&fields=*`);
	expect(found.length).toBeLessThan(2);
	return found[0] ?? {};
}

export async function supported(received_on: string): Promise<{ referral: string; mentee: string }> {
	const referral = await refer(received_on);
	await meet(referral, received_on, 'start');
	const [mentee] = await rows(mentor, 'mentees', `filter[referral][_eq]=${referral}&fields=id`);
	return { referral, mentee: mentee!.id as string };
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mentor = (world.north.mentors[0] as { client: Client }).client;
	({ manager, contract } = world.north);
	knex = databaseOf(server);
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}
