/** Makes the trail append-only in the database itself, and notes what is written into it. */
import type { Knex } from 'knex';
import { isSqlite } from '../../database/day-columns.ts';
import { signOldSubmissions } from '../accounts.ts';
import { postgresTriggers, removePostgresTriggers } from './postgres-triggers.ts';
import { removeSqliteTriggers, sqliteTriggers } from './sqlite-triggers.ts';
import { CHAIN, CLOSED, COPIED, OPEN, TRAIL, UNSEALED } from './tables.ts';

/** Makes what is missing, and whatever is another than it should be; at every start and after every change of the model. */
export async function installTrail(knex: Knex): Promise<void> {
	if (!(await knex.schema.hasTable(CHAIN))) {
		// Also what an older version has written comes into the chain; all of it or nothing, should it be interrupted.
		await knex.transaction(async (transaction) => {
			await signOldSubmissions(transaction);
			await createTables(transaction);
			await noteWhatIsThere(transaction);
		});
	}
	if (isSqlite(knex)) await sqliteTriggers(knex);
	else await postgresTriggers(knex);
}

/** Takes the triggers off: for the migrations of a new version of Directus, which come before the platform serves. */
export async function openForMigrations(knex: Knex): Promise<void> {
	if (isSqlite(knex)) await removeSqliteTriggers(knex);
	else await removePostgresTriggers(knex);
}

async function createTables(transaction: Knex): Promise<void> {
	await transaction.schema.createTable(UNSEALED, (table) => {
		table.bigIncrements('n');
		table.string('source', 64).notNullable();
		table.string('item').notNullable();
		table.string('what', 20).notNullable();
		table.string('note', 100);
	});
	await transaction.schema.createTable(OPEN, (table) => table.string('note', 100).notNullable());
	await transaction.schema.createTable(CLOSED, (table) => table.string('collection').primary());
	await transaction.schema.createTable(COPIED, (table) => {
		table.string('id', 20).primary();
		table.bigInteger('seq').notNullable();
	});
	await transaction.schema.createTable(CHAIN, (table) => {
		table.bigInteger('seq').primary();
		table.string('source', 64).notNullable();
		table.string('item').notNullable();
		table.string('what', 20).notNullable();
		table.string('note', 100);
		table.string('digest', 64).notNullable();
		table.string('hash', 64).notNullable();
		table.bigInteger('sealed_at').notNullable();
		table.index(['source', 'item'], 'platform_trail_chain_item');
	});
}

async function noteWhatIsThere(transaction: Knex): Promise<void> {
	for (const { name } of TRAIL) {
		const rows = transaction(name)
			.select(transaction.raw("?, cast(id as varchar(255)), 'row'", [name]))
			.orderBy('id');
		await transaction(transaction.raw('?? (??, ??, ??)', [UNSEALED, 'source', 'item', 'what'])).insert(rows);
	}
}
