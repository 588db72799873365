/**
 * The secrets that the platform has made for whoever sets up a second factor, so that nobody brings one of their own, which
 * others may know. Their hashes alone are kept, for a short while, beside the data model, where every instance finds them.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

export const OFFERED_SECRETS = 'platform_offered_secrets';

/** Time enough to install an app first. */
const KEPT = 30 * 60 * 1000;
/** As long as the digest that codes are made with (RFC 4226, 4), and as authenticator apps read it. */
const BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export async function createOfferedSecretsTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(OFFERED_SECRETS)) return;
	await knex.schema.createTable(OFFERED_SECRETS, (table) => {
		table.string('hash').primary();
		table.uuid('user').notNullable().index();
		table.bigInteger('offered_at').notNullable().index();
	});
}

/** @returns a new secret, which this person may set up their second factor with */
export async function offerSecret(knex: Knex, user: string): Promise<string> {
	const secret = base32(randomBytes(BYTES));
	const now = Date.now();
	await knex(OFFERED_SECRETS)
		.where('offered_at', '<', now - KEPT)
		.delete();
	await knex(OFFERED_SECRETS).insert({ hash: hashOf(user, secret), user, offered_at: now });
	return secret;
}

/** Whether it was made here, for this person, and a short while ago. */
export async function isOffered(knex: Knex, user: string, secret: string): Promise<boolean> {
	const offer = await knex(OFFERED_SECRETS)
		.where({ hash: hashOf(user, secret) })
		.andWhere('offered_at', '>=', Date.now() - KEPT)
		.first('hash');
	return offer !== undefined;
}

export async function forgetOffers(knex: Knex, user: string): Promise<void> {
	await knex(OFFERED_SECRETS).where({ user }).delete();
}

function hashOf(user: string, secret: string): string {
	return createHash('sha256').update(`${user} ${secret}`).digest('base64url');
}

function base32(bytes: Buffer): string {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[parseInt(five, 2)]).join('');
}
