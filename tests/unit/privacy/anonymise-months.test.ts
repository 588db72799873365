import { describe, expect, it, test } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { anonymise, type Known } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/anonymise.ts';
import { textOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';

/** Every date moves by thirty-five days. */
const KNOWN: Known = {
	people: [],
	otherNames: [],
	exact: [],
	places: [],
	moving: { days: 35, near: day('2024-06-15') },
};
const shown = (text: string) => textOf(anonymise(text, KNOWN));

const ENGLISH = 'January February March April May June July August September October November December'.split(' ');
const WELSH = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ');
const ENGLISH_SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WELSH_SHORT = 'Ion Chwef Maw Ebr Mai Meh Gorff Awst Med Hyd Tach Rhag'.split(' ');
const WELSH_SOFT = 'Ionawr Chwefror Fawrth Ebrill Fai Fehefin Orffennaf Awst Fedi Hydref Dachwedd Ragfyr'.split(' ');

/** The fifteenth of a month of 2024, moved. */
const moved = (month: number) => addDays(day(`2024-${String(month + 1).padStart(2, '0')}-15`), 35);
const inWords = (month: number, names: string[], withYear: boolean) => {
	const [year, of, on] = moved(month).split('-');
	return `[≈${Number(on)} ${names[Number(of) - 1]}${withYear ? ` ${year}` : ''}]`;
};

describe('each month is known', () => {
	const FORMS: [written: string, month: number, names: string[]][] = [
		...ENGLISH.map((name, month): [string, number, string[]] => [name, month, ENGLISH]),
		...ENGLISH_SHORT.map((name, month): [string, number, string[]] => [name, month, ENGLISH]),
		...WELSH.map((name, month): [string, number, string[]] => [name, month, WELSH]),
		...WELSH_SHORT.map((name, month): [string, number, string[]] => [name, month, WELSH]),
		...WELSH_SOFT.map((name, month): [string, number, string[]] => [name, month, WELSH]),
		['Sept', 8, ENGLISH],
	];

	test.each(FORMS)('by the name %s', (name, month, names) => {
		expect(shown(`15 ${name} 2024`)).toBe(inWords(month, names, true));
		expect(shown(`15 ${name.toUpperCase()}`)).toBe(inWords(month, names, false));
		expect(shown(`15 ${name.toLowerCase()} 2024`)).toBe(inWords(month, names, true));
	});

	test.each([
		...ENGLISH.map((name, month): [string, number, string[]] => [name, month, ENGLISH]),
		...WELSH.map((name, month): [string, number, string[]] => [name, month, WELSH]),
		...WELSH_SOFT.map((name, month): [string, number, string[]] => [name, month, WELSH]),
	])('where %s stands alone, with a capital', (name, month, names) => {
		// May is a word as well: it takes a day or a year to make it a month.
		const alone = name.length === 3 ? name : inWords(month, names, false).replace(/\d+ /, '');
		expect(shown(`yn ${name}.`)).toBe(`yn ${alone}.`);
		expect(shown(`yn ${name} 2024.`)).toBe(`yn ${inWords(month, names, true).replace(/≈\d+ /, '≈')}.`);
		expect(shown(`in ${name.toLowerCase()}.`)).toBe(`in ${name.toLowerCase()}.`);
	});

	test.each(['Jan', 'Feb', 'Sept', 'Gorff', 'Chwef', 'Tach', 'Rhag'])(
		'but not where %s does: it may be a name',
		(name) => {
			expect(shown(`see ${name} then`)).toBe(`see ${name} then`);
		},
	);
});

describe('a month that is a word as well is one without a capital only after a number', () => {
	test.each(['may', 'march', 'mar', 'mai', 'fai', 'awst', 'med', 'dec', 'ion', 'hyd', 'jan', 'maw', 'sep'])(
		'%s',
		(word) => {
			expect(shown(`they ${word} 3 times`)).toBe(`they ${word} 3 times`);
			expect(shown(`3 ${word} 2024`)).toMatch(/^\[≈\d+ \p{Lu}\p{L}+ 202[45]\]$/u);
			const capital = word.charAt(0).toUpperCase() + word.slice(1);
			expect(shown(`on ${capital} 3`)).toMatch(/^on \[≈\d+ \p{Lu}\p{L}+\]$/u);
		},
	);

	test.each(['june', 'feb', 'ebrill', 'tach'])('but %s is no word', (word) => {
		expect(shown(`on ${word} 3`)).toMatch(/^on \[≈\d+ \p{Lu}\p{L}+\]$/u);
	});

	it('English names do not mutate', () => {
		expect(shown('on 3 Farch, 3 Ddecember, 3 Hapril')).toBe('on 3 Farch, 3 Ddecember, 3 Hapril');
	});

	it('nor after a day of the week, or `every`', () => {
		expect(shown('bob Mawrth 3 awr')).toBe('bob Mawrth 3 awr');
		expect(shown('nos Fawrth')).toBe('nos Fawrth');
	});
});
