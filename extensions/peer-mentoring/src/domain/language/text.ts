import type { CodeOf } from './code-lists.ts';
import type { Words } from './words.ts';

export type Language = CodeOf<'language'>;
export const LANGUAGES: readonly Language[] = ['en-GB', 'cy-GB'];
export type Texts = Record<Language, string>;

/** The column of the translators' files that a language is. */
const COLUMN = { 'en-GB': 'en', 'cy-GB': 'cy' } as const satisfies Record<Language, keyof Words>;

/** A text in both languages. */
export function text(en: string, cy: string): Texts {
	return { 'en-GB': en, 'cy-GB': cy };
}

export function inLanguage(words: Words, language: Language): string {
	return words[COLUMN[language]];
}
