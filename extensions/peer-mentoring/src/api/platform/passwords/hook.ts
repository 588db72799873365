import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { text } from '../../../domain/language/text.ts';
import { PASSWORD_WEAKNESSES, weaknessOf } from '../../../domain/language/password.ts';
import { isOfDirectory } from '../../../domain/platform/second-factor.ts';
import { ACCOUNTS, languageOfAccount, ownersOfPasswords, wordsAround } from '../../../storage/platform/accounts.ts';
import { languageOf, refused } from '../../shared/errors.ts';
import { demandProof, type SignedInAs } from '../../shared/fresh-proof.ts';

type Change = Record<string, unknown>;
interface Context {
	database: unknown;
	accountability: unknown;
}

const NO_PASSWORD = text(
	'This account signs in with its organisation’s account: it has no password here, and none is set.',
	'Mae’r cyfrif hwn yn mewngofnodi â chyfrif ei sefydliad: nid oes ganddo gyfrinair yma, ac ni osodir un.',
);

/**
 * Holds for every way in which a password is set: by an Administrator, by its owner, with an invitation, after it was
 * forgotten. Whoever changes their own shows that they know the present one.
 */
export default defineHook(({ filter }) => {
	const refuseWeak = async (password: unknown, people: readonly Change[], context: Context, keys: string[] = []) => {
		const { user } = (context.accountability ?? {}) as SignedInAs;
		const knex = context.database as Knex;
		for (const person of people) {
			const weakness = weaknessOf(String(password), await wordsAround(knex, person));
			const fault = isOfDirectory(person.provider) ? NO_PASSWORD : weakness && PASSWORD_WEAKNESSES[weakness];
			if (!fault) continue;
			// Who accepts an invitation has signed in as nobody yet.
			const language = user
				? await languageOf(knex, user)
				: ((await languageOfAccount(knex, keys[0] ?? '')) ?? 'en-GB');
			throw refused(ACCOUNTS, 'password', fault[language]);
		}
	};

	filter<Change>('users.create', async (account, _meta, context) => {
		if (isSet(account)) await refuseWeak(account.password, [account], context);
		return account;
	});
	filter<Change>('users.update', async (change, { keys }, context) => {
		if (!isSet(change)) return change;
		const knex = context.database as unknown as Knex;
		const accountability = context.accountability as SignedInAs | null;
		const owners = (await ownersOfPasswords(knex, keys)).map((owner) => ({ ...owner, ...change }));
		const hasOne = owners.every(({ provider }: Change) => !isOfDirectory(provider));
		if (hasOne && keys.includes(accountability?.user)) await demandProof(knex, accountability, 'password');
		await refuseWeak(change.password, owners, context, keys);
		return change;
	});
});

function isSet({ password }: Change): boolean {
	return password !== undefined && password !== null;
}
