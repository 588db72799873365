/** Supplier MI who send the returns of a contract. */
import type { Knex } from 'knex';
import { expect } from 'vitest';
import { REPORT_PARTS } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export type Row = Record<string, unknown>;

export let server: TestServer;
export let world: World;
export let knex: Knex;
export let mi: Client;
export let mentor: Client;
export let contract: string;

export async function refer(received_on: string): Promise<{ id: string; reference: string }> {
	const person = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', received_on };
	const { status, body } = await mentor.post('/items/referrals', person);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
}

/** January 2024 is twelve months from the start: the registers are due with its return. */
export const NO_REGISTERS = { nil: ['contract_cost_register', 'ipr_log'] };
/** Nothing to report beside the figures (2.25). */
export const NO_NARRATIVE = [...REPORT_PARTS];
export const acknowledged = [{ code: 'received_on_missing', reason: 'Referred before the records began' }];
export const submit = (month: string, body: object = {}, client = mi) => {
	const { nil = [] } = body as { nil?: unknown };
	const said = Array.isArray(body) ? body : { ...body, nil: Array.isArray(nil) ? [...NO_NARRATIVE, ...nil] : nil };
	return client.post(`/pmi/TEST-9/${month}/submit`, said);
};

/** What a refusal says is missing: the code and, of an exception, the record. */
export function missing(body: { errors?: { extensions: Row }[] }) {
	return (body.errors ?? []).map(({ extensions }) => [extensions.missing, extensions.reference].filter(Boolean));
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	knex = databaseOf(server);
	({ mi, contract } = world.north);
	mentor = world.north.mentors[0]!.client;
	await world.admin.patch(`/items/call_off_contracts/${contract}`, {
		total_value_pence: 1_000_000_00,
		implementation_costs_pence: 100_000_00,
	});
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}
