import { createError } from '@directus/errors';
import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
import { isOfDirectory } from '../../domain/platform/second-factor.ts';
import { isFresh } from '../../domain/platform/sessions.ts';
import { sessionOf, type Proof } from '../../storage/platform/sign-in-sessions.ts';
import { standingOf } from '../../storage/platform/standing.ts';
import { languageIn } from './asked-language.ts';
import type { Accountability } from './caller.ts';

/** Directus's word for who asks, with the name of their session, which the guard has written on it. */
export type SignedInAs = NonNullable<Accountability> & { session_name?: string };

const TEXTS: Record<Language, Record<Proof | 'directory', string>> = {
	'en-GB': {
		code: 'Show once more that it is you: enter the code of your authenticator app. That holds for ten minutes.',
		password: 'Show once more that it is you: enter your present password. That holds for ten minutes.',
		directory:
			'Show once more that it is you: sign in again with your organisation’s account. That holds for ten minutes.',
	},
	'cy-GB': {
		code: 'Dangoswch unwaith eto mai chi sydd yno: rhowch god eich ap dilysu. Mae hynny’n para deng munud.',
		password: 'Dangoswch unwaith eto mai chi sydd yno: rhowch eich cyfrinair presennol. Mae hynny’n para deng munud.',
		directory:
			'Dangoswch unwaith eto mai chi sydd yno: mewngofnodwch eto â chyfrif eich sefydliad. Mae hynny’n para deng munud.',
	},
};

/** Somebody has to show once more that it is them; `proof` says by what, `POST /second-factor/proof` takes it. */
export const FreshProofRequiredError = createError<{ reason: string; proof: Proof }>(
	'FRESH_PROOF_REQUIRED',
	({ reason }) => reason,
	403,
);

/**
 * Refuses what asks for a fresh proof, where there is none: of the second factor where there is one, or else of the
 * password. A service's token can prove nothing, and is not asked; only an Administrator gives one.
 * @param by the proof that is asked for whatever the account has; of whoever has no password here, a fresh sign-in
 */
export async function demandProof(
	knex: Knex,
	accountability: SignedInAs | null | undefined,
	by?: Proof,
): Promise<void> {
	const { user, session_name: name } = accountability ?? {};
	if (!user || name === undefined) return;
	const [account, session] = await Promise.all([standingOf(knex, user), sessionOf(knex, name)]);
	const proof = by ?? (account?.factor ? 'code' : 'password');
	if (isFresh(session?.[`${proof}_at`] ?? null, Date.now())) return;
	const asked = proof === 'password' && isOfDirectory(account?.provider) ? 'directory' : proof;
	throw new FreshProofRequiredError({ reason: TEXTS[languageIn(account?.language)][asked], proof });
}
