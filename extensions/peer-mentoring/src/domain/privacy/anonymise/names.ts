/** Names as they are recorded. */
import { mutated, MUTATING } from './mutations.ts';
import type { Span } from './segments.ts';
import { fold, foldedWords, isCapital, wordsOf, type Word } from './words.ts';

export interface Named {
	first_name: string | null;
	last_name: string | null;
}

/** Names that are words in everyday use as well: without a capital they are taken for the word. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
	(
		'will mark may hope grace joy bill rob art drew faith summer autumn april june august rich guy miles lane page ' +
		'young brown white black green grey wood hill king price cook bird long short day week sharp wise love best good bell ' +
		'field banks brook rivers house work church read little small strong self cross spring winter grant ward stone rush ' +
		'speed power head hand test sample demo example mai haf medi glan mor tan or pen ben al mo an so no in on at to by my ' +
		'me he we us be do go up is as if it am'
	).split(' '),
);

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

/** Where recorded names stand in a text: whole, in part, mutated, with an initial, or as initials. */
export function recordedNamesIn(text: string, people: readonly Named[], others: readonly string[]): Span[] {
	const names = new Set(
		[...people.flatMap(({ first_name, last_name }) => [first_name ?? '', last_name ?? '']), ...others]
			.flatMap(foldedWords)
			.filter((word) => word.length > 1 && !PARTICLES.has(word) && !/^\d+$/.test(word)),
	);
	const changed = new Set([...names].flatMap(mutated).filter((form) => form.length > 1 && !names.has(form)));
	const words = wordsOf(text);
	const found = words.filter((word, index) => isName(word, index, words, text, names, changed));
	return [...found.map((word) => withPrefix(word, text)), ...initialsIn(text, people)];
}

/** The name with what leans on it from before: `O’` of O’Brien. */
function withPrefix({ start, end }: Word, text: string): Span {
	const prefix = /(?<![\p{L}\p{N}])[dlmo]['’]$/iu.exec(text.slice(0, start))?.[0] ?? '';
	return { start: start - prefix.length, end, kind: 'name' };
}

function isName(
	word: Word,
	index: number,
	words: readonly Word[],
	text: string,
	names: ReadonlySet<string>,
	changed: ReadonlySet<string>,
): boolean {
	const { folded } = word;
	// `Gwens` for Gwen’s.
	const name = names.has(folded) ? folded : folded.endsWith('s') && folded.length > 3 ? folded.slice(0, -1) : undefined;
	if (name !== undefined && names.has(name)) return !ALSO_WORDS.has(name) || isCapital(word);
	if (!changed.has(folded)) return false;
	const before = words[index - 1];
	const after = before !== undefined && MUTATING.has(before.folded);
	if (isCapital(word)) return after || !beginsSentence(word, before, text);
	return after && folded.length > 2 && !SHORT_WORDS.has(folded);
}

/** Ordinary words that a mutated name may look like: without a capital they are taken for the word. */
const SHORT_WORDS: ReadonlySet<string> = new Set(
	'men fen fair fan fel fod far ful gary lan les lin nan non ron dan dom dim don ian war ale all fill bill bob fob fab fry than thin then thy phone'.split(
		' ',
	),
);

function beginsSentence({ start }: Word, before: Word | undefined, text: string): boolean {
	return before === undefined || /[.!?:\n•–-]\s*["'“‘(]*$/u.test(text.slice(before.end, start));
}

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
