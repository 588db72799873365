import { FORMULA_SIGN } from '../language/plain-text.ts';

/**
 * Text that a spreadsheet would take for a formula (or that has been made harmless already), as a CSV must not carry it.
 */
const LIVE = new RegExp(`^'*${FORMULA_SIGN}`);
const HARMLESS = new RegExp(`^'+${FORMULA_SIGN}`);

/** The text as a CSV carries it: what would be a formula begins with an apostrophe. */
export function neutralised(text: string): string {
	return LIVE.test(text) ? `'${text}` : text;
}

/** The text as it was before {@link neutralised}. */
export function asItWas(text: string): string {
	return HARMLESS.test(text) ? text.slice(1) : text;
}
