/** The data model, and the database behind the platform. */
import type { Knex } from 'knex';
import { readModel } from '../../../directus/lib/model/model-file.ts';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export const model = readModel();
let server: TestServer;
export let knex: Knex;
export let world: World;
export let admin: Client;

export const relations = model.relations.flatMap(({ collection, field, related_collection, schema }) =>
	related_collection ? [{ collection, field, related: related_collection, onDelete: schema?.on_delete }] : [],
);

export const nameOf = ({ collection, field }: { collection: string; field: string }) => `${collection}.${field}`;

export const unknownKeyFor = (collection: string, field: string) => {
	const { type } = model.fields.find((each) => each.collection === collection && each.field === field)!;
	if (type === 'uuid') return '99999999-9999-4999-8999-999999999999';
	return type === 'integer' ? 987_654 : 'no-such-record';
};

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	knex = databaseOf(server);
	world = await worldOf(server);
	admin = world.admin;
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}
