import type { Texts } from './message-texts.ts';

/** A text in both languages. */
export function text(en: string, cy: string): Texts {
	return { 'en-GB': en, 'cy-GB': cy };
}
