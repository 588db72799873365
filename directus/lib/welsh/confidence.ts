/** How sure we are of a Welsh text, and what a translator is to look at in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface Term {
	english: string;
	welsh: string;
	plural: string;
	/** `H`, `M` or `L`: how sure the source of the term is. */
	confidence: string;
}

export type Confidence = 'approved' | 'high' | 'medium' | 'low';

/** A sentence as long as this has more than its terms to go wrong in. */
const MANY_WORDS = 25;

/** The terms of the field, out of official and published Welsh. */
export function readGlossary(): Term[] {
	return parse(readFileSync(join(import.meta.dirname, 'glossary.csv')), { columns: true });
}

/** The terms that an English text has and that its Welsh does not render as the glossary does. */
export function otherwiseRendered(english: string, welsh: string, glossary: readonly Term[]): Term[] {
	const [said, told] = [english.toLowerCase(), welsh.toLowerCase()];
	return glossary.filter((term) => {
		const asked = term.english.toLowerCase();
		const pattern = new RegExp(`(?<![\\p{L}])${asked.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u');
		return pattern.test(said) && ![term.welsh, term.plural].some((each) => each !== '' && isWithin(each, told));
	});
}

/** Whether each word of a term is in a text, whatever a mutation has made of its beginning. */
function isWithin(term: string, text: string): boolean {
	const words =
		term
			.toLowerCase()
			.replaceAll(/\(.*?\)/g, '')
			.match(/[\p{L}]+/gu) ?? [];
	return words.every((word) => text.includes(word.length > 4 ? word.slice(2) : word.slice(1)));
}

/** @param approved whether a translator has said that this Welsh of this English is right */
export function confidenceIn(
	{ english, welsh }: { english: string; welsh: string },
	approved: boolean,
	glossary: readonly Term[],
): Confidence {
	if (approved) return 'approved';
	const term = glossary.find((each) => each.english.toLowerCase() === english.toLowerCase());
	const same = term !== undefined && term.welsh.toLowerCase() === welsh.toLowerCase();
	if (same) return term.confidence === 'H' ? 'high' : 'medium';
	const long = english.split(/\s+/).length >= MANY_WORDS;
	return long || otherwiseRendered(english, welsh, glossary).length > 0 ? 'low' : 'medium';
}
