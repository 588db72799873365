import type { Request } from 'express';
import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
import { languageOfAccount } from '../../storage/platform/accounts.ts';
import type { Accountability } from './caller.ts';

/** The language asked for in the address, or that of the account, or the browser's. */
export function askedLanguage(request: Request, ofAccount: Language | null = null): Language {
	const asked = String(request.query.lang ?? '');
	if (asked !== '') return languageIn(asked);
	return ofAccount ?? (request.acceptsLanguages(['en', 'cy']) === 'cy' ? 'cy-GB' : 'en-GB');
}

/** The language of whoever asks, as far as it can be told while the database is in trouble. */
export async function languageInTrouble(knex: Knex, request: Request): Promise<Language> {
	const { user } = (request as Request & { accountability?: Accountability }).accountability ?? {};
	const ofAccount = user ? await languageOfAccount(knex, user).catch(() => null) : null;
	return askedLanguage(request, ofAccount);
}

/** The language that a text names: Welsh, or else English. */
export function languageIn(text: unknown): Language {
	return /^cy\b/i.test(String(text)) ? 'cy-GB' : 'en-GB';
}
