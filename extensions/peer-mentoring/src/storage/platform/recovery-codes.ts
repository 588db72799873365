/** Codes for whoever has lost the device of their second factor: each works once, and only its hash is kept. */
import { createHash, randomInt } from 'node:crypto';
import type { Knex } from 'knex';

export const RECOVERY_CODES = 'platform_recovery_codes';

const CODES = 10;
/** Without letters that are read as another one. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 138 bits, so that whoever has the hashes cannot try them all either. */
const LENGTH = 28;
/** Those that were made first have 79 bits, and are good until they are used or made anew. */
const LENGTH_BEFORE = 16;
const GROUP = 4;

export async function createRecoveryCodesTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(RECOVERY_CODES)) return;
	await knex.schema.createTable(RECOVERY_CODES, (table) => {
		table.string('hash').primary();
		table.uuid('user').notNullable().index();
	});
}

/** Whether somebody typed a code of this kind where the six digits of their device would be. */
export function isRecoveryCode(text: unknown): text is string {
	return typeof text === 'string' && [LENGTH, LENGTH_BEFORE].includes(bare(text).length);
}

/** Makes new codes for somebody; those they had work no more. @returns the codes, which are never shown again */
export async function newRecoveryCodes(knex: Knex, user: string): Promise<string[]> {
	const codes = Array.from({ length: CODES }, () =>
		Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
	);
	await knex.transaction(async (transaction) => {
		await forgetRecoveryCodes(transaction, [user]);
		await transaction(RECOVERY_CODES).insert(codes.map((code) => ({ hash: hashOf(user, code), user })));
	});
	return codes.map((code) => (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-'));
}

/** Uses a code up. @returns whether it was one of this person's */
export async function useRecoveryCode(knex: Knex, user: string, code: string): Promise<boolean> {
	return (
		(await knex(RECOVERY_CODES)
			.where({ user, hash: hashOf(user, bare(code)) })
			.delete()) > 0
	);
}

export async function recoveryCodesLeft(knex: Knex, user: string): Promise<number> {
	const row = await knex(RECOVERY_CODES).where({ user }).count({ number: '*' }).first();
	return Number(row?.number ?? 0);
}

export async function forgetRecoveryCodes(knex: Knex, users: readonly string[]): Promise<void> {
	await knex(RECOVERY_CODES).whereIn('user', users).delete();
}

/** As it is compared: with or without hyphens and capitals. */
function bare(code: string): string {
	return code.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A code has too much chance in it to be guessed from its hash, so that a quick hash is enough. */
function hashOf(user: string, code: string): string {
	return createHash('sha256').update(`${user} ${code}`).digest('base64url');
}
