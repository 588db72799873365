import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { isSqlite } from '../../../storage/database/day-columns.ts';
import { alike, type Asked, type Statement } from './alike.ts';

interface Client {
	driver: { types?: { setTypeParser: (type: number, parse: (text: string) => number) => void } };
	queryCompiler: (builder: { _statements: Statement[] }, bindings?: unknown) => unknown;
}

/** PostgreSQL's types for a count or another large number, and for a decimal, which its driver gives as text. */
const INT8 = 20;
const NUMERIC = 1700;

/**
 * The same question has the same answer on both databases, whoever asks and however: decimals and counts are numbers,
 * empty values come last in a list, and text is found whatever its case.
 */
export default defineHook(({ init }, { database, getSchema }) => {
	const knex = database as unknown as Knex;
	const client = knex.client as Client;
	client.driver.types?.setTypeParser(INT8, Number);
	client.driver.types?.setTypeParser(NUMERIC, Number);

	init('app.before', async () => {
		const database = isSqlite(knex) ? 'sqlite' : 'postgres';
		const asked: Asked = { database, neverEmpty: namesNeverEmpty(await getSchema()), raw: knex.raw.bind(knex) };
		// What runs in a transaction has a client of its own, made from the same prototype.
		const prototype = Object.getPrototypeOf(client) as Client;
		const compilerOf = prototype.queryCompiler;
		prototype.queryCompiler = function (builder, bindings) {
			for (const statement of builder._statements) alike(statement, asked);
			return compilerOf.call(this, builder, bindings);
		};
	});
});

interface Overview {
	collections: Record<string, { fields: Record<string, { nullable: boolean }> }>;
}

function namesNeverEmpty({ collections }: Overview): ReadonlySet<string> {
	const fields = Object.values(collections).flatMap((collection) => Object.entries(collection.fields));
	const empty = new Set(fields.filter(([, { nullable }]) => nullable).map(([name]) => name));
	return new Set(fields.map(([name]) => name).filter((name) => !empty.has(name)));
}
