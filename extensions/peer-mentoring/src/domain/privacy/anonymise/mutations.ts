import { fold } from './words.ts';

/** What the beginning of a Welsh word turns into; the longer letters first. */
const MUTATIONS: readonly (readonly [string, readonly string[]])[] = [
	['ll', ['l']],
	['rh', ['r']],
	['ch', []],
	['dd', []],
	['ff', []],
	['ph', []],
	['th', []],
	['p', ['b', 'mh', 'ph']],
	['t', ['d', 'nh', 'th']],
	['c', ['g', 'ngh', 'ch']],
	['b', ['f', 'm']],
	['d', ['dd', 'n']],
	['g', ['', 'ng']],
	['m', ['f']],
];

/** Little words after which a name may be mutated: `i Wen`, `gan Ddafydd`, `a Thomos`. */
export const MUTATING: ReadonlySet<string> = new Set(
	'i o ar at am dan dros drwy trwy heb hyd gan wrth dy fy ei yn ym yng a na gyda tua neu y yr n weld gweld gwelodd ffonio'.split(
		' ',
	),
);

/** How a folded word may begin when Welsh mutates it (soft, nasal, aspirate), without the word itself. */
export function mutated(word: string): string[] {
	const rule = MUTATIONS.find(([letters]) => word.startsWith(letters));
	if (rule) return rule[1].map((letters) => letters + word.slice(rule[0].length));
	return /^[aeiou]/.test(word) ? [`h${word}`] : [];
}

/** What a word may be the mutated form of: `ddaeth` of `daeth`. */
export function unmutated(word: string): string[] {
	const rules = MUTATIONS.flatMap(([letters, forms]) => forms.map((form) => [letters, form] as const));
	const whole = rules
		.filter(([, form]) => word.startsWith(form))
		.map(([letters, form]) => letters + word.slice(form.length));
	return word.startsWith('h') ? [...whole, word.slice(1)] : whole;
}

/** Welsh words and how they stand after `fy`, `ei`, `dy`: `gwraig`, `wraig`, `ngwraig`. */
export function withMutations(words: readonly string[]): string[] {
	return words.flatMap((word) => {
		const changed = mutated(fold(word)).filter((form) => form.length > 2);
		return [word, fold(word), ...changed, ...(word === 'gŵr' ? ['ŵr', 'ngŵr'] : [])];
	});
}

/** Source of an expression for any of these words, with or without a capital; the longest first. */
export function sourceOf(words: readonly string[]): string {
	return [...new Set(words)]
		.sort((a, b) => b.length - a.length)
		.map((word) => word.replace(/\p{L}/u, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`))
		.join('|');
}
