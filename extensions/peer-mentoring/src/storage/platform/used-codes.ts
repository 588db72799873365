/**
 * The codes of second factors that have been used: each works once, whichever instance it is sent to (RFC 6238, 5.2). Beside
 * the data model, so that no request reaches it.
 */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

export const USED_CODES = 'platform_used_codes';

/** Longer than any code is right for. */
const KEPT = 5 * 60 * 1000;

export async function createUsedCodesTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(USED_CODES)) return;
	await knex.schema.createTable(USED_CODES, (table) => {
		table.string('hash').primary();
		table.bigInteger('used_at').notNullable().index();
	});
}

/** Uses a code up; of two who send it at the same moment one is first. @returns whether it was unused */
export async function useCode(knex: Knex, user: string, code: string): Promise<boolean> {
	const now = Date.now();
	await knex(USED_CODES)
		.where('used_at', '<', now - KEPT)
		.delete();
	const hash = createHash('sha256').update(`${user} ${code}`).digest('base64url');
	const [row] = await knex(USED_CODES).insert({ hash, used_at: now }).onConflict('hash').ignore().returning('hash');
	return row !== undefined;
}
