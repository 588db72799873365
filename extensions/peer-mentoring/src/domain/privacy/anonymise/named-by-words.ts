/** Names that no record has, and that the words before them give away. */
import { dateNames } from '../../language/date-names.ts';
import type { Span } from './segments.ts';

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

const RELATIONS =
	'wife|husband|partner|girlfriend|boyfriend|fiancée?|ex|ex-wife|ex-husband|ex-partner|son|daughter|sons|daughters|child|children|baby|kids|brother|sister|mother|father|mum|mam|dad|nan|nana|nain|taid|gran|grandmother|grandfather|granddaughter|grandson|aunt|auntie|uncle|cousin|niece|nephew|friend|mate|neighbour|sponsor|landlord|landlady|boss|stepson|stepdaughter|stepfather|stepmother|' +
	'gwraig|wraig|ngwraig|gŵr|ŵr|ngŵr|partner|bartner|mhartner|phartner|cariad|gariad|nghariad|chariad|mab|fab|merch|ferch|plentyn|blentyn|mhlentyn|plant|blant|mhlant|phlant|brawd|frawd|mrawd|chwaer|tad|dad|nhad|thad|mam|fam|taid|daid|nhaid|nain|modryb|fodryb|ewythr|cefnder|gefnder|nghefnder|cyfnither|gyfnither|nghyfnither|ffrind|cyfaill|gyfaill|nghyfaill|cymydog|gymydog|nghymydog|noddwr';
const NOT_NAMES = [
	...'I|A|The|And|But|Who|When|He|She|They|It|We|My|Her|His|In|On|At|To|If|Is|Was|Will|Has|Mae|Yn|Ac|Ond|Bydd|Pan|Fy|Ei|UC|GP|CV|AA|NA|DWP|NHS|Jobcentre|Universal'.split(
		'|',
	),
	...dateNames['en-GB'].weekdays,
	...dateNames['en-GB'].months,
	...dateNames['cy-GB'].weekdays.flatMap((weekday) => weekday.split(' ')),
].join('|');

const ONE = `(?!(?:${NOT_NAMES})${END})${NAME}`;
const RELATED = new RegExp(
	`(${START}(?:${RELATIONS.replace(/(?<!\p{L})(\p{L})/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)})(?:,\\s?|\\s\\(|\\s[-–]\\s?|:\\s?|\\s)(?:(?:called|named|is called|is|o’r enw|o'r enw)\\s)?)${ONE}(?:\\s${ONE})?(?:(?:,\\s|\\s(?:and|a|ac)\\s)${ONE})*${END}`,
	'gu',
);

/** The name of somebody of the family or near to it: `my wife Carol`, `fy mab, Tomos`. */
export function relatedNamesIn(text: string): Span[] {
	return [...text.matchAll(RELATED)].map((match) => ({
		start: match.index + (match[1] as string).length,
		end: match.index + match[0].length,
		kind: 'name',
	}));
}
