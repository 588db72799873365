/** Which key a database is encrypted with, and the work of every connection with it. */
import type { Knex } from 'knex';
import { cipherOf, type Cipher } from './cipher.ts';
import { sealStatements } from './compiler.ts';
import { opened, sealedRow } from './content.ts';

/** Holds one text that only the right key opens, and since when. Beside the data model, so that no request reaches it. */
export const FIELD_KEYS = 'platform_field_keys';
const SAID = 'The key of the fields is this one.';

/** What {@link asStored} marks. */
interface Context {
	asStored?: boolean;
}

/** A query that is answered with what the database holds: for backups, and for the digests of the trail. */
export function asStored<Query extends { queryContext(context: object): unknown }>(query: Query): Query {
	query.queryContext({ asStored: true } satisfies Context);
	return query;
}

/**
 * Lets the platform and Directus work with a database whose fields are encrypted, as with one whose fields are not. A key
 * that is not the database's is refused before anything is read or written; a new database takes the one that it is given.
 * @param key `FIELD_KEY`, or nothing
 */
export async function useFieldKey(knex: Knex, key: string): Promise<void> {
	const kept = await readMark(knex);
	if (key === '') {
		if (kept !== undefined) {
			throw new Error(
				'FIELD_KEY is not set, and National Insurance numbers in this database are encrypted: set it to the key that they are encrypted with.',
			);
		}
		return workWith(knex, undefined);
	}
	const cipher = cipherOf(key);
	if (kept === undefined) {
		if (await holdsReadable(knex)) {
			throw new Error(
				'FIELD_KEY is set, and National Insurance numbers in this database are not encrypted yet: stop every instance, take a backup and run `npm run field-key`.',
			);
		}
		await writeMark(knex, cipher);
	} else if (!opens(cipher, kept)) {
		throw new Error(
			'FIELD_KEY is not the key that National Insurance numbers in this database are encrypted with: set it to that one.',
		);
	}
	workWith(knex, cipher);
}

function workWith(knex: Knex, cipher: Cipher | undefined): void {
	const { client } = knex;
	sealStatements(client);
	Object.assign(client.config, {
		sealedFields: cipher,
		sealedRow: cipher ? (row: object) => sealedRow(row, cipher) : undefined,
		postProcessResponse: cipher
			? (answer: unknown, context?: Context) => (context?.asStored ? answer : opened(answer, cipher))
			: undefined,
	});
}

export const opens = (cipher: Cipher, mark: string) => cipher.open(mark) === SAID;

export async function readMark(knex: Knex): Promise<string | undefined> {
	if (!(await knex.schema.hasTable(FIELD_KEYS))) return undefined;
	const row = await asStored(knex(FIELD_KEYS).orderBy('since', 'desc').first('mark'));
	return (row?.mark as string | undefined) || undefined;
}

/** @param cipher nothing where no field is encrypted from now on */
export async function writeMark(knex: Knex, cipher: Cipher | undefined, id = '1'): Promise<void> {
	if (!(await knex.schema.hasTable(FIELD_KEYS))) {
		await knex.schema.createTable(FIELD_KEYS, (table) => {
			table.string('id', 36).primary();
			table.bigInteger('since').notNullable();
			table.string('mark').notNullable();
		});
	}
	await knex(FIELD_KEYS).insert({ id, since: Date.now(), mark: cipher?.seal(SAID) ?? '' });
}

/** Whether the fields were given another key under this name. */
export async function isChangeOfKey(knex: Knex, id: string): Promise<boolean> {
	return (await knex.schema.hasTable(FIELD_KEYS)) && Boolean(await knex(FIELD_KEYS).where({ id }).first('id'));
}

async function holdsReadable(knex: Knex): Promise<boolean> {
	if (!(await knex.schema.hasTable('mentees'))) return false;
	return Boolean(await knex('mentees').whereNotNull('nino').whereNot('nino', '').first('id'));
}
