/** Words that are written with a capital and name nobody and no place of somebody's. */
import { dateNames } from '../../language/date-names.ts';
import capitals from './harmless-capitals.json' with { type: 'json' };

/** What begins sentences of plans; the rest, by subject, is in `harmless-capitals.json`. */
const OPENINGS = `
	I A An The And But Or So Then Who When Where What Why How He She They It We You My Her His Our Their Your This That These
	Those In On At To If Is Was Will Has Have Had Are Be By For From With Of As Not No Yes Do Does Did Can Could Should Would
	May Also All Any Some Each Every Both Once Next Last Local After Before During Until Since Because Please Today Tomorrow
	Yesterday Agreed Attend Ask Call Check Complete Contact Continue Discuss Find Finish Get Give Go Help Join Keep Learn Look
	Make Meet Phone Read Register Ring See Send Set Sign Speak Start Stay Stop Take Talk Tell Text Travel Try Update Use Visit
	Volunteer Write Apply Line Module Part Week Month Afternoon Evening Evenings Male Female Number Page Chapter
	Mae Ond Bydd Pan Fy Ei Eu Ein Eich Dy Ni Hi Fe Fo Mi Os Pwy Beth Pryd Ble Sut Adolygiad Gofyn Ffonio Cwrdd Mynd Mynychu
	Siarad Gweld Cysylltu Ymuno Cadw Dechrau Gorffen Gwneud Trefnu Parhau Ysgrifennu Heddiw Yfory Ddoe
`;

const WORDS = [
	...OPENINGS.trim().split(/\s+/),
	...Object.values(capitals.words).flatMap((lines) => lines.join(' ').split(' ')),
];

/** As they are written. */
const NOT_NAMES: ReadonlySet<string> = new Set([
	...WORDS,
	...dateNames['en-GB'].weekdays,
	...dateNames['en-GB'].months,
	...dateNames['cy-GB'].weekdays.flatMap((weekday) => weekday.split(' ')),
	...dateNames['cy-GB'].months,
]);

/** Whether a word with a capital names nobody: `Monday`, `Universal`, or letters in a row (`CSCS`). */
export function isNobody(word: string): boolean {
	const bare = word.replace(/['’]\p{L}*$/u, '');
	return [word, bare, bare.replace(/s$/, '')].some((form) => NOT_NAMES.has(form)) || /^\p{Lu}{2,5}s?$/u.test(bare);
}

const source = [...NOT_NAMES].sort((a, b) => b.length - a.length).join('|');

/** Source of an expression for a word with a capital that may name somebody. */
export const CAPITAL_WORD = `(?!(?:${source})(?![\\p{L}\\p{N}]))\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*`;

const SHOPS: ReadonlySet<string> = new Set(capitals.shops.split(' '));

/** Whether it is a shop that everybody goes to: it names nobody, unless somebody works there. */
export function isShop(word: string): boolean {
	return SHOPS.has(word);
}

const PHRASES = new RegExp(`(?<![\\p{L}\\p{N}])(?:${capitals.phrases.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** Where capitals stand that name nobody together: `Red Cross`, although a Red Lion is somebody's public house. */
export function harmlessPhrasesIn(text: string): { start: number; end: number }[] {
	return [...text.matchAll(PHRASES)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
