/** A contract with its value and its payments. */
import type { Knex } from 'knex';
import { expect } from 'vitest';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export type Row = Record<string, unknown>;

export const VALUE = 1_234_567_89;
const COSTS = 90_000_00;
export let server: TestServer;
export let world: World;
export let knex: Knex;
export let manager: Client;
export let contract: string;

export async function payments(filter: string, client = manager): Promise<Row[]> {
	const query = `filter[contract][_eq]=${contract}&sort=month,line&limit=500&fields=*`;
	const { status, body } = await client.get(`/items/payments?${query}${filter}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.map((row: Row) => ({ ...row, amount_pence: Number(row.amount_pence) }));
}

export async function payment(month: string, line: string): Promise<Row> {
	const [found] = await payments(`&filter[month][_eq]=${month}&filter[line][_eq]=${line}`);
	return found as Row;
}

/** What was refused: the field and the words. */
export function refusals(body: { errors?: { message: string; extensions: Row }[] }) {
	return (body.errors ?? []).map(({ message, extensions }) => [extensions.field, message]);
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	knex = databaseOf(server);
	({ manager, contract } = world.north);
	const terms = {
		total_value_pence: VALUE,
		implementation_costs_pence: COSTS,
		purchase_order: 'PO-7',
		implementation_costs_line: '10',
		delivery_fee_80_line: '20',
		delivery_fee_20_line: '30',
	};
	const { status, body } = await world.admin.patch(`/items/call_off_contracts/${contract}`, terms);
	expect([status, body.errors]).toEqual([200, undefined]);
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}
