/** A relation that names nothing, or nothing that could be a key, is refused in words or left empty: never with a 5xx. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../../directus/lib/model/model-file.ts';
import type { Client } from '../../support/client.ts';
import { databaseOf } from '../../support/database.ts';
import { long } from '../../support/sample.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let admin: Client;
let knex: Knex;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	admin = await server.admin();
	knex = databaseOf(server);
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

const NAMES_NOTHING = long ? [null, '', 'x', {}, [], [null], { id: null }] : [null, 'x', {}];
const relations = Map.groupBy(
	readModel().relations.filter(({ collection }) => !collection.startsWith('directus_')),
	({ collection }) => collection,
);

describe.each([...relations])('in %s', (collection, fields) => {
	it('a change and a new record with such a relation are answered, and not with a 5xx', async () => {
		const rows = await knex(collection).limit(1);
		const key = rows[0]?.id;
		for (const { field } of fields) {
			for (const value of NAMES_NOTHING) {
				const given = { [field]: value };
				const answers = [await admin.post(`/items/${collection}`, given)];
				if (key !== undefined) answers.push(await admin.patch(`/items/${collection}/${key}`, given));
				for (const { status, body } of answers) {
					expect([given, status < 500, status < 500 || body.errors]).toEqual([given, true, true]);
				}
			}
		}
	});
});
