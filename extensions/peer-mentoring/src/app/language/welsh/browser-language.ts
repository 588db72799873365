import { languageOf } from '../../shared/language.ts';
import type { Language } from '../../../domain/language/messages.ts';

const STORED = 'studio-language';

/**
 * The language for someone who has not signed in: `?lang=` in the address, else the last one used in this browser, else
 * Welsh where the browser prefers it, else the project's own (`undefined`).
 */
export function browserLanguage(): Language | undefined {
	const asked = new URLSearchParams(location.search).get('lang');
	if (asked) rememberLanguage(asked);
	const stored = asked ?? localStorage.getItem(STORED);
	if (stored) return languageOf(stored);
	return languageOf(navigator.language) === 'cy-GB' ? 'cy-GB' : undefined;
}

export function rememberLanguage(language: string): void {
	localStorage.setItem(STORED, language);
}
