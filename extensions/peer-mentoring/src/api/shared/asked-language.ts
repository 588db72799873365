import type { Request } from 'express';
import type { Language } from '../../domain/language/messages.ts';

/** The language asked for in the address, or that of the account, or the browser's. */
export function askedLanguage(request: Request, ofAccount: Language | null = null): Language {
	const asked = String(request.query.lang ?? '');
	if (asked !== '') return languageIn(asked);
	return ofAccount ?? (request.acceptsLanguages(['en', 'cy']) === 'cy' ? 'cy-GB' : 'en-GB');
}

/** The language that a text names: Welsh, or else English. */
export function languageIn(text: unknown): Language {
	return /^cy\b/i.test(String(text)) ? 'cy-GB' : 'en-GB';
}
