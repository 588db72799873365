/** Names that no record has, and that the words around them give away. */
import { FIRST_NAMES } from './given-names.ts';
import { isAlsoWord } from './ambiguous.ts';
import { CAPITAL_WORD, isNobody } from './not-names.ts';
import { OCCUPATION, RELATION } from './people-words.ts';
import { TOWNS } from './places.ts';
import type { Span } from './segments.ts';
import { beginsSentence, foldedWords, isCapital, wordsOf, type Word } from './words.ts';

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const NAME = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*";

const TITLES: readonly (readonly [Span['kind'], string])[] = [
	[
		'professional',
		'Dr|Doctor|Prof|Professor|Nurse|Matron|PC|PCSO|Sgt|Sergeant|Insp|Inspector|Judge|Rev|Reverend|Cllr|Councillor|Meddyg|Nyrs|Athro|Parch|Parchedig|Cwnstabl|Rhingyll|Barnwr|Cyng',
	],
	['name', 'Mr|Mrs|Ms|Miss|Mx'],
];

/** Titles that are no other word in small letters: `mrs evans`. */
const SMALL_TITLES = '[Mm][Rr]|[Mm][Rr][Ss]|[Mm][Ss]|[Mm][Xx]';
const NOT_A_NAME = 'the|and|for|who|that|was|has|had|will|with|from|about|yn|ac|sydd|oedd|mae';

const inAnyCase = (words: string) =>
	words.replace(/[A-Za-z]/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);

const TITLED: readonly (readonly [Span['kind'], RegExp])[] = [
	...TITLES.map(
		([kind, titles]) =>
			[
				kind,
				new RegExp(
					`${START}(?:${inAnyCase(titles)})(?:\\.\\s?|\\s+)(?:\\p{Lu}\\.?\\s+)?${NAME}(?:[ -](?!(?:I|A|O|Y|Yn|At|On|In)\\s)${NAME}){0,2}${END}`,
					'gu',
				),
			] as const,
	),
	[
		'name',
		new RegExp(`${START}(?:${SMALL_TITLES})(?:\\.\\s?|\\s+)(?!(?:${NOT_A_NAME})${END})[\\p{L}'’-]{3,}${END}`, 'gu'),
	],
];

/** A title with the name that follows it: `Dr Jones` is a professional, `Mrs Evans` is somebody. */
export function titledNamesIn(text: string): Span[] {
	return TITLED.flatMap(([kind, pattern]) =>
		[...text.matchAll(pattern)].map((match): Span => ({
			start: match.index,
			end: match.index + match[0].length,
			kind,
		})),
	);
}

/** A name does not go on in the next line. */
const S = '[^\\S\\n]';
const ONE = CAPITAL_WORD;
const WHOLE = `${ONE}(?:${S}(?:(?:ap|ab|de|van|von|al)${S})?${ONE})?`;
const ALL = `${WHOLE}(?:(?:,${S}|,?${S}(?:and|a|ac|&)${S})${WHOLE})*`;
/** Between the word and the name: `my son, called Tom`, `fy mab o’r enw Tom`, `ei wraig ef, Carol`. */
const BETWEEN = `(?:${S}(?:i|e|ef|hi|o|nhw|ni))?(?:,${S}?|${S}?\\(|${S}[-–]${S}?|:${S}?|${S})(?:(?:who is |who’s |sef |yw |is )?(?:called|named|is called|is|o’r enw|o'r enw|sef|yw|of)${S})?`;
const OWN = '(?:my|his|her|their|our|your|the|a|an|fy|ei|eu|dy|ein|eich|y|yr)';

const AFTER: readonly (readonly [Span['kind'], RegExp])[] = [
	['name', new RegExp(`(${START}(?:${RELATION})${BETWEEN})${ALL}${END}`, 'gu')],
	['professional', new RegExp(`(${START}(?:${OCCUPATION})${BETWEEN})${WHOLE}${END}`, 'gu')],
];
/** `Carol (my wife)`, `Anna Price, her key worker`. */
const BEFORE: readonly (readonly [Span['kind'], RegExp])[] = [
	[
		'name',
		new RegExp(
			`${START}${WHOLE}(?=(?:,?${S}\\(|,${S}|${S}[-–]${S})(?:${OWN}${S})(?:\\p{Ll}+${S})?(?:${RELATION})${END})`,
			'gu',
		),
	],
	[
		'professional',
		new RegExp(
			`${START}${WHOLE}(?=(?:,?${S}\\(|,${S}|${S}[-–]${S})(?:${OWN}${S})(?:\\p{Ll}+${S})?(?:${OCCUPATION})${END})`,
			'gu',
		),
	],
];

/** What begins a sentence before a comma: `Sadly, my mother`. */
const OPENING =
	/^(?:\p{L}+ly|Afterwards|Later|Instead|However|Meanwhile|Now|Here|There|Maybe|Perhaps|Together|Overall|Sometimes|Often|Otherwise|Still|Soon|Though|Although|Thanks|Well|Together|Besides|Anyway|Wedyn|Weithiau|Efallai|Nawr|Rwan|Rŵan)$/u;

/** The name of somebody of the family or near to it, or at work with them: `fy mab, Tomos`, `key worker Anna Price`. */
export function relatedNamesIn(text: string): Span[] {
	const after = AFTER.flatMap(([kind, pattern]) =>
		[...text.matchAll(pattern)].map((match): Span => ({
			start: match.index + (match[1] as string).length,
			end: match.index + match[0].length,
			kind,
		})),
	);
	const before = BEFORE.flatMap(([kind, pattern]) =>
		[...text.matchAll(pattern)]
			.filter(({ 0: found }) => !OPENING.test(found))
			.map((match): Span => ({ start: match.index, end: match.index + match[0].length, kind })),
	);
	return [...after.filter(({ start, end }) => !isNobody(text.slice(start, end))), ...before];
}

/** First names that everybody knows for names, where nobody is recorded so. */
export function listedNamesIn(text: string): Span[] {
	const words = wordsOf(text);
	return words
		.filter((word, index) => isListed(word) && !isWordThere(word, words[index - 1], text))
		.map(({ start, end }) => ({ start, end, kind: 'name', unsure: true }));
}

/** The surname after such a first name: `Davies` of Sharon Davies. A place that stands there is told by other rules. */
export function listedSurnamesIn(text: string): Span[] {
	const words = wordsOf(text);
	return words.flatMap((word, index): Span[] => {
		const first = words[index - 1];
		const isNext = first && isListed(first) && text.slice(first.end, word.start) === ' ';
		if (!isNext || !isCapital(word) || word.written.length < 2 || isNobody(word.written)) return [];
		return [{ start: word.start, end: word.end, kind: 'name', unsure: true }];
	});
}

function isListed(word: Word): boolean {
	const name = FIRST_NAMES.has(word.folded) ? word.folded : word.folded.replace(/s$/, '');
	return isCapital(word) && FIRST_NAMES.has(name);
}

/** `Poppy fields` and `Hope is important`: where a sentence begins, a name that is a word is the word. */
function isWordThere(word: Word, before: Word | undefined, text: string): boolean {
	return (isAlsoWord(word.folded) || isAlsoWord(word.folded.replace(/s$/, ''))) && beginsSentence(word, before, text);
}

const TITLE_WORDS: ReadonlySet<string> = new Set(
	TITLES.flatMap(([, titles]) => titles.toLowerCase().split('|')).flatMap(foldedWords),
);

const TOWN_WORDS: ReadonlySet<string> = new Set(TOWNS.flatMap(foldedWords));

/** The names that a text gives away once, to be looked for wherever else they stand. */
export function namesGivenAwayIn(text: string): string[] {
	return [...titledNamesIn(text), ...relatedNamesIn(text), ...listedNamesIn(text), ...listedSurnamesIn(text)].flatMap(
		({ start, end }) =>
			wordsOf(text.slice(start, end))
				.filter((word) => word.folded.length > 2 && isCapital(word) && !isNobody(word.written))
				.map(({ folded }) => folded)
				// `Gwen Wrexham` is Gwen, of Wrexham.
				.filter((folded) => !TITLE_WORDS.has(folded) && !TOWN_WORDS.has(folded)),
	);
}
