/** Whoever and whatever nobody recorded and no rule knows, told by its capital: what is left over is taken out (3.11). */
import { FIRST_NAMES } from './given-names.ts';
import { harmlessPhrasesIn, isNobody, isShop } from './not-names.ts';
import { isOrdinary, type IsWord } from './ordinary.ts';
import type { Span } from './segments.ts';
import { beginsSentence, fold, isCapital, wordsOf, type Word } from './words.ts';

const ARTICLES: ReadonlySet<string> = new Set(['the', 'y', 'yr', 'r']);
/** One word of everyday use with a capital after these is a name: `near Cork`. */
const BEFORE_ITS_NAME: ReadonlySet<string> = new Set(['near', 'outside', 'past', 'called', 'named', 'ger']);
/** `contact centre Rainbow Rooms`. */
const KINDS: ReadonlySet<string> = new Set(
	'centre hostel pub gym club shop cafe church school surgery rehab house college nursery salon garage'.split(' '),
);
const BEFORE_A_PLACE: ReadonlySet<string> = new Set(
	'in at from to near outside past around into through of yn ym yng i o ger'.split(' '),
);

/**
 * Words with a capital that may name somebody or some place: inside a sentence all that are not known to name nobody, but
 * for a word of everyday use that stands alone; at its beginning those that are in no dictionary.
 */
export function unknownNamesIn(text: string, isWord: IsWord): Span[] {
	const words = wordsOf(text);
	return runsOf(words, text).flatMap(([from, to]): Span[] => {
		const begins = beginsSentence(words[from] as Word, words[from - 1], text);
		// `Attend Hafan`: the first word has its capital from the sentence.
		const start = begins && isOrdinary((words[from] as Word).written, isWord) ? from + 1 : from;
		const run = words.slice(start, to);
		const isOwner =
			words[to]?.written === 's' && /^['’]$/.test(text.slice((run.at(-1) ?? words[from])?.end, words[to]?.start));
		const joined = text.slice(run[0]?.start, run.at(-1)?.end).includes('&');
		if (run.length === 0 || !(isOwner || isName(run, joined, isAfterItsWord(words, start, run.length), isWord)))
			return [];
		const kind = isAfterPlaceWord(words, start) ? 'place' : 'name';
		return [{ start: (run[0] as Word).start, end: (run.at(-1) as Word).end, kind, unsure: true }];
	});
}

/** Words of everyday use with capitals, `Blue Arrow`, are a name where one goes to it or works there; else a title. */
function isName(run: readonly Word[], isJoined: boolean, isPlace: boolean, isWord: IsWord): boolean {
	if (isJoined || !run.every(({ written }) => isOrdinary(written, isWord))) return true;
	if (run.every(({ written }) => written.length > 1 && written === written.toUpperCase())) return false;
	return isPlace || (run.length === 1 && FIRST_NAMES.has((run[0] as Word).folded));
}

/** One word needs more: `near Cork`, `at the Ship`, and not `in English`. */
function isAfterItsWord(words: readonly Word[], start: number, length: number): boolean {
	const word = words[start - 1];
	const before = word?.folded ?? '';
	// `with The Strand`, `Meithrin Y Gelli`, `Feddygfa’r Felin`.
	if (BEFORE_ITS_NAME.has(before) || before === 'r' || (word && ARTICLES.has(before) && isCapital(word) && start > 1))
		return true;
	if (length > 1 && KINDS.has(before)) return true;
	return isAfterPlaceWord(words, start) && (length > 1 || ARTICLES.has(before));
}

/** After `at`, `past the`, `yn y`; not after `look at`. */
function isAfterPlaceWord(words: readonly Word[], start: number): boolean {
	const at = ARTICLES.has(words[start - 1]?.folded ?? '') ? start - 2 : start - 1;
	return BEFORE_A_PLACE.has(words[at]?.folded ?? '') && words[at - 1]?.folded.startsWith('look') !== true;
}

/** Where words with a capital follow one another that are not known to name nobody: from the first to after the last. */
function runsOf(words: readonly Word[], text: string): [number, number][] {
	const runs: [number, number][] = [];
	const harmless = harmlessPhrasesIn(text);
	for (const [index, word] of words.entries()) {
		if (harmless.some(({ start, end }) => word.start >= start && word.end <= end)) continue;
		if (
			!isCapital(word) ||
			isNobody(word.written) ||
			isShop(word.written) ||
			/\d/.test(word.written) ||
			fold(word.written).length < 2
		)
			continue;
		const last = runs.at(-1);
		const before = words[index - 1];
		const follows = before && /^(?: | & |['’-])$/u.test(text.slice(before.end, word.start));
		if (last && last[1] === index && follows) last[1] = index + 1;
		else runs.push([index, index + 1]);
	}
	return runs;
}
