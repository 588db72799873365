import { mutated } from './mutations.ts';
import type { Span } from './segments.ts';
import towns from './towns.json' with { type: 'json' };
import { foldedWords, wordsOf } from './words.ts';

/** Parts of a district or an office that make a place out of the name of a town. */
const PARTS_OF_A_TOWN: ReadonlySet<string> = new Set(
	'city central centre north south east west reep jobcentre plus district the'.split(' '),
);

/**
 * The forms in which a place of the reference data is written: as it stands, each of what it joins, and the town
 * without its part (`Bristol North / East` is Bristol as well).
 */
function formsOf(place: string): string[][] {
	const printed = place.replace(/\[sic:?([^\]]*)\]/g, '/$1');
	const joined = printed.split(/\s+and\s+|\s+a\s+|[/,()]/).map(foldedWords);
	const towns = joined.map((words) => {
		const last = words.findLastIndex((word) => !PARTS_OF_A_TOWN.has(word));
		return words.slice(0, last + 1);
	});
	return [
		foldedWords(printed),
		...joined,
		...towns,
		...towns.map((words) => words.filter((word) => word !== 'y')),
	].filter((words) => words.some((word) => word.length > 2 && !PARTS_OF_A_TOWN.has(word)));
}

/** Towns and cities of the United Kingdom whose names are no other word. */
export const TOWNS: readonly string[] = towns.flatMap((line) => line.split(', '));

/** Of a district of Annex C, for which the reference data has no Welsh name. */
const WELSH_DISTRICTS = ['Gogledd Cymru', 'y Gogledd'];

/** The forms of a list of places by their first word, worked out once for each list. */
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, string[][]>>();

function indexOf(places: readonly string[]): ReadonlyMap<string, string[][]> {
	const known = indexes.get(places);
	if (known) return known;
	const forms = new Map<string, string[][]>();
	for (const form of [...places, ...WELSH_DISTRICTS].flatMap(formsOf)) {
		for (const first of [form[0] as string, ...mutated(form[0] as string)]) {
			forms.set(first, [...(forms.get(first) ?? []), [first, ...form.slice(1)]]);
		}
	}
	indexes.set(places, forms);
	return forms;
}

/** Where places of the reference data stand in a text, mutated ones too (`i Frychdyn` for Brychdyn). */
export function placesIn(text: string, places: readonly string[]): Span[] {
	const forms = indexOf(places);
	const words = wordsOf(text);
	return words.flatMap((word, index) => {
		const own = (forms.get(word.folded) ?? []).filter((form) =>
			form.every((part, at) => words[index + at]?.folded === part),
		);
		const longest = Math.max(0, ...own.map(({ length }) => length));
		const last = words[index + longest - 1];
		return longest > 0 && last && isPlace(text.slice(word.start, last.end))
			? [{ start: word.start, end: last.end, kind: 'place' as const }]
			: [];
	});
}

/** A place has a capital: `hull` and `gosport` in small letters do too, but not what is a word as well. */
function isPlace(written: string): boolean {
	return /\p{Lu}/u.test(written) || !SMALL_WORDS.has(written);
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['hull', 'broadwalk', 'stocwell']);
