/** The quarterly and six-monthly returns of a contract. */
import type { Knex } from 'knex';
import { expect } from 'vitest';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export type Row = Record<string, unknown>;

export let server: TestServer;
export let world: World;
export let knex: Knex;
export let manager: Client;
export let mi: Client;
export let contract: string;

export async function returns(filter = '', client = mi): Promise<Row[]> {
	const query = `filter[contract][_eq]=${contract}&sort=month,kind&limit=-1&fields=*${filter}`;
	const { status, body } = await client.get(`/items/periodic_returns?${query}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
}

export async function one(kind: string, month: string): Promise<Row> {
	const [found] = await returns(`&filter[kind][_eq]=${kind}&filter[month][_eq]=${month}`);
	return found as Row;
}

export const spend = (values: Row, client = mi) =>
	client.post('/items/spend_entries', {
		contract,
		kind: 'subcontractor',
		organisation: 'Outreach Ltd',
		spent_on: '2023-05-10',
		amount_pence: 1250_50,
		...values,
	});

export const declare = (id: unknown, nil_declared: boolean, client = mi) =>
	client.patch(`/items/periodic_returns/${String(id)}`, { nil_declared });

/** What was refused: the field and the words. */
export function refusals(body: { errors?: { message: string; extensions: Row }[] }) {
	return (body.errors ?? []).map(({ message, extensions }) => [extensions.field, message]);
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	knex = databaseOf(server);
	({ manager, mi, contract } = world.north);
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}
