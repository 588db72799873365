/** Names as they are recorded. */
import { isAlsoWord, isMeantAsName } from './ambiguous.ts';
import { isPetFormOf, otherFormsOf } from './given-names.ts';
import { isMisspelt } from './misspelt.ts';
import { mutated, MUTATING } from './mutations.ts';
import { isNobody } from './not-names.ts';
import type { Span } from './segments.ts';
import type { IsWord } from './ordinary.ts';
import { beginsSentence, fold, foldedWords, isCapital, wordsOf, type Word } from './words.ts';

export interface Named {
	first_name: string | null;
	last_name: string | null;
}

/** Words inside a recorded name that are nobody's name. */
const PARTICLES: ReadonlySet<string> = new Set(
	'the and of from at for de da van von der den la le ap ab ferch bin binti el y yr mr mrs ms miss dr jobcentre team office service nurse doctor prof work coach manager'.split(
		' ',
	),
);

/** Letters in a row that are common in this work and are then nobody's initials. */
const ACRONYMS: ReadonlySet<string> = new Set(
	'UC GP CV AA NA CA IT HR ID TV PC JC NI WC PM AM CC DM ER UK OK NO GO TO IN ON AT BY OF OR SO IF IS AS UP WE DO MY ME HE BE PIP ESA JSA DWP CBT NHS'.split(
		' ',
	),
);

/** The names that are looked for, folded. */
interface Wanted {
	/** As recorded, and the first names as they are shortened. */
	names: ReadonlySet<string>;
	first: readonly string[];
	recorded: readonly string[];
	mutated: ReadonlySet<string>;
	/** Those that are words as well. */
	words: ReadonlySet<string>;
}

/** Where recorded names stand in a text: whole, in part, shortened, misspelt, mutated, with an initial, or as initials. */
export function recordedNamesIn(
	text: string,
	people: readonly Named[],
	others: readonly string[],
	isWord: IsWord = () => false,
): Span[] {
	const wanted = wantedFrom(people, others, isWord);
	const words = wordsOf(text);
	const found = words.flatMap((word, index) => {
		const sure = isName(words, index, text, wanted);
		if (!sure && !isNearName(words, index, text, wanted, isWord)) return [];
		const doubt =
			sure && !wanted.words.has(withoutS(word.folded, wanted.names)) ? undefined : { unsure: true as const };
		return [{ ...withPrefix(word, text), ...doubt }];
	});
	return [...found, ...initialsIn(text, people)];
}

function wantedFrom(people: readonly Named[], others: readonly string[], isWord: IsWord): Wanted {
	const wordsIn = (texts: readonly (string | null)[]) =>
		texts
			.flatMap((each) => foldedWords(each ?? ''))
			.filter((word) => word.length > 1 && !PARTICLES.has(word) && !/^\d+$/.test(word));
	const first = wordsIn([...people.map(({ first_name }) => first_name), ...others]);
	const recorded = [...first, ...wordsIn(people.map(({ last_name }) => last_name))];
	const names = new Set([...recorded, ...first.flatMap(otherFormsOf)]);
	return {
		names,
		first,
		recorded,
		words: new Set([...names].filter((name) => isAlsoWord(name) || isWord(name))),
		mutated: new Set([...names].flatMap(mutated).filter((form) => form.length > 1 && !names.has(form))),
	};
}

/** `gwen` of `Gwens`, written for Gwen’s. */
function withoutS(folded: string, names: ReadonlySet<string>): string {
	if (names.has(folded) || !folded.endsWith('s') || folded.length <= 3) return folded;
	return folded.slice(0, -1);
}

/** The name with what leans on it from before: `O’` of O’Brien. */
function withPrefix({ start, end }: Word, text: string): Span {
	const prefix = /(?<![\p{L}\p{N}])[dlmo]['’]$/iu.exec(text.slice(0, start))?.[0] ?? '';
	return { start: start - prefix.length, end, kind: 'name' };
}

function isName(
	words: readonly Word[],
	index: number,
	text: string,
	{ names, words: also, mutated: changed }: Wanted,
): boolean {
	const word = words[index] as Word;
	const before = words[index - 1];
	const name = withoutS(word.folded, names);
	const begins = beginsSentence(word, before, text);
	if (names.has(name)) return !also.has(name) || isMeantAsName(name, words, index, begins);
	if (!changed.has(word.folded)) return false;
	const after = before !== undefined && MUTATING.has(before.folded);
	if (isCapital(word)) return after || !begins;
	return after && word.folded.length > 2 && !SHORT_WORDS.has(word.folded);
}

const LEAST_IN_SMALL_LETTERS = 6;

/** A pet form, or one letter wrong. */
function isNearName(
	words: readonly Word[],
	index: number,
	text: string,
	{ first, recorded }: Wanted,
	isWord: IsWord,
): boolean {
	const word = words[index] as Word;
	const bare = word.folded.replace(/s$/, '');
	if (word.folded.length < 4 || isNobody(word.written) || isAlsoWord(word.folded) || isAlsoWord(bare)) return false;
	const begins = beginsSentence(word, words[index - 1], text);
	if ((begins || !isCapital(word)) && isWord(word.written.toLowerCase())) return false;
	const isNear = (name: string) => isMisspelt(word.folded, name) || isMisspelt(bare, name);
	if (!isCapital(word)) {
		if (word.folded.length < LEAST_IN_SMALL_LETTERS) return false;
		return recorded.some((name) => name[0] === word.folded[0] && !name.startsWith(bare) && isNear(name));
	}
	if (recorded.some(isNear)) return true;
	return first.some((name) => isPetFormOf(word.folded, name));
}

/** Ordinary words that a mutated name may look like: without a capital they are taken for the word. */
const SHORT_WORDS: ReadonlySet<string> = new Set(
	'men fen fair fan fel fod far ful gary lan les lin nan non ron dan dom dim don ian war ale all fill bill bob fob fab fry than thin then thy phone'.split(
		' ',
	),
);

/** `G.E.`, `G E`, `GE` of Gwen Evans, and `G.` before a recorded surname. */
function initialsIn(text: string, people: readonly Named[]): Span[] {
	return people.flatMap(({ first_name, last_name }) => {
		const first = initialOf(first_name);
		const last = initialOf(last_name);
		if (!first || !last) return [];
		const bare = ACRONYMS.has(first + last) ? '' : `|${first}${last}`;
		const patterns = [
			`(?<![\\p{L}\\p{N}.])(?:${first}\\s?\\.\\s?${last}\\b\\.?|${first}\\s${last}${bare})(?![\\p{L}\\p{N}])`,
			`(?<![\\p{L}\\p{N}])${first}\\.?\\s?(?=${nameSource(last_name)}(?![\\p{L}\\p{N}]))`,
			`(?<=(?<![\\p{L}\\p{N}])${nameSource(first_name)}\\s)${last}\\.?(?![\\p{L}\\p{N}])`,
		];
		return patterns.flatMap((pattern, index) =>
			[...text.matchAll(new RegExp(pattern, index === 0 ? 'gu' : 'giu'))].map((match): Span => ({
				start: match.index,
				end: match.index + match[0].trimEnd().length,
				kind: 'name',
			})),
		);
	});
}

function initialOf(name: string | null): string | undefined {
	return fold(name ?? '')
		.match(/[a-z]/)?.[0]
		.toUpperCase();
}

function nameSource(name: string | null): string {
	return (name ?? '').trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
