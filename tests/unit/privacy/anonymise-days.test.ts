import { describe, expect, it, test } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { anonymise } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/anonymise.ts';
import { textOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';

const shown = (text: string, days = 35, near = '2024-03-01') =>
	textOf(anonymise(text, { people: [], otherNames: [], exact: [], places: [], moving: { days, near: day(near) } }));

describe('a date keeps the way in which it was written', () => {
	test.each([
		['2024/03/31', '[≈2024/05/05]'],
		['2024.03.31', '[≈2024.05.05]'],
		['2024-3-1', '[≈2024-04-05]'],
		['31 / 3 / 2024', '[≈05/05/2024]'],
		['31–3–24', '[≈05–05–24]'],
		['due 3/4', 'due [≈08/05]'],
		['erbyn 3/4', 'erbyn [≈08/05]'],
		['31/03', '[≈05/05]'],
		['3 March ’24', '[≈7 April 2024]'],
		["March 3rd, '24", '[≈7 April 2024]'],
		['3-March-2024', '[≈7 April 2024]'],
		['3 Mar. 2024', '[≈7 April 2024]'],
		['March the 3rd', '[≈7 April]'],
		['Mawrth y 3ydd 2024', '[≈7 Ebrill 2024]'],
		['3 o fis Mawrth 2024', '3 o fis [≈Ebrill 2024]'],
	])('%s', (text, expected) => expect(shown(text)).toBe(expected));

	test.each(['112/03/2024', '12/03/20245', '3 Marchants', 'x3 times', '3/4 of it', '30 mayors', 'on 3/4/5 of them'])(
		'"%s" is none',
		(text) => expect(shown(text)).toBe(text),
	);
});

describe('a date without a year is that of the year in which it is nearest', () => {
	test.each([
		['10 February', 35, '2024-03-01', '[≈16 March]'],
		['10 February', 35, '2023-03-01', '[≈17 March]'],
		['10 February', 35, '2024-12-20', '[≈17 March]'],
		['10 December', 182, '2024-01-15', '[≈9 June]'],
		['10 December', 182, '2024-12-15', '[≈10 June]'],
		['10 January', 182, '2023-12-15', '[≈10 July]'],
		['10 January', 182, '2023-01-15', '[≈11 July]'],
		['29 February', 35, '2023-06-01', '[≈4 April]'],
	])('%s, moved by %i days, of a plan of %s: %s', (text, days, near, expected) => {
		expect(shown(text, days, near)).toBe(expected);
	});
});

describe('a date that is far from its plan goes as a whole', () => {
	const near = day('2024-03-01');

	test.each([
		['ten years before', -3653, true],
		['a day more', -3654, false],
		['ten years after', 3653, true],
		['a day more', 3654, false],
	])('%s: %i days', (_, distance, kept) => {
		const on = addDays(near, distance);
		expect(shown(`by ${on}`)).toBe(`by ${kept ? `[≈${addDays(on, 35)}]` : '[date]'}`);
	});

	test.each([
		['born 3 March 1985', 'born [date]'],
		['in March 1985', 'in [date]'],
		['on 31.12.69', 'on [date]'],
		['on 1 May ’99', 'on [date]'],
		['on 2024-02-31', 'on [date]'],
		['on 31 June', 'on [date]'],
	])('%s', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('a day that is named goes as a whole', () => {
	const ONES = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
	const ENGLISH = [
		...ONES,
		...'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' '),
		...['twentieth', 'thirtieth', 'thirty-first', 'thirty first'],
		...ONES.flatMap((one) => [`twenty-${one}`, `twenty ${one}`]),
	];
	const WELSH = [
		...'cyntaf ail trydydd pedwerydd pumed chweched seithfed wythfed nawfed degfed deuddegfed pymthegfed ugeinfed'.split(
			' ',
		),
		...['unfed ar ddeg', 'trydydd ar ddeg', 'pedwerydd ar ddeg', 'unfed ar bymtheg', 'ail ar bymtheg', 'deunawfed'],
		...['pedwerydd ar bymtheg', 'unfed ar hugain', 'ail ar hugain', 'trydydd ar hugain', 'pedwerydd ar hugain'],
		...['pumed ar hugain', 'chweched ar hugain', 'seithfed ar hugain', 'wythfed ar hugain', 'nawfed ar hugain'],
		...['degfed ar hugain', 'unfed ar ddeg ar hugain'],
	];

	test.each(ENGLISH)('the %s', (ordinal) => {
		expect(shown(`by the ${ordinal} of June we meet`)).toBe('by [date] we meet');
		expect(shown(`by June the ${ordinal} we meet`)).toBe('by [date] we meet');
	});

	test.each(WELSH)('yr %s', (ordinal) => {
		expect(shown(`Cwrdd erbyn yr ${ordinal} o Fehefin yn y dref`)).toBe('Cwrdd erbyn [dyddiad] yn y dref');
	});

	const DAYS =
		'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun'.split(' ');
	const DYDDIAU = 'llun mawrth mercher iau gwener sadwrn sul'.split(' ');
	test.each([...DAYS, ...DYDDIAU.map((name) => `dydd ${name}`), 'nos lun', 'nos fawrth', 'nos fercher', 'nos wener'])(
		'%s with a number',
		(name) => {
			expect(shown(`meet ${name} 3rd`)).toBe('meet [date]');
			expect(shown(`meet ${name}, the 21st`)).toBe('meet [date]');
		},
	);

	test.each(['on', 'by', 'until', 'till', 'before', 'after', 'from', 'since', 'due'])('%s the 3rd', (word) => {
		expect(shown(`meet ${word} the 3rd.`)).toBe(`meet ${word} [date].`);
		expect(shown(`meet ${word} the 3rd at ten`)).toBe(`meet ${word} [date] at ten`);
		expect(shown(`meet ${word} the 3rd and talk`)).toBe(`meet ${word} [date] and talk`);
		expect(shown(`meet ${word} the 3rd floor`)).toBe(`meet ${word} the 3rd floor`);
	});

	const FEASTS =
		'Christmas|Christmas Day|Christmas Eve|Xmas|Boxing Day|New Year|New Year’s Day|New Years Eve|Easter|Easter Sunday|Easter Monday|' +
		'Good Friday|Halloween|Bonfire Night|Hogmanay|Valentine’s|Valentines Day|St David’s Day|Mother’s Day|Fathers Day|Ramadan|Eid|Diwali';
	test.each(FEASTS.split('|'))('%s', (feast) => {
		expect(shown(`see them by ${feast} again`)).toBe('see them by [date] again');
		expect(shown(`see them by ${feast.toLowerCase()} again`)).toBe('see them by [date] again');
	});

	const GWYLIAU =
		'y Nadolig|dydd Nadolig|Noswyl Nadolig|nos Galan|dydd Calan Gaeaf|Gŵyl San Steffan|dydd San Ffolant|dydd Sant Ffolant|Gŵyl Dewi|' +
		'Gwener y Groglith|Sul y Pasg|Llun y Pasg|y Pasg';
	it.each(GWYLIAU.split('|'))('%s', (feast) => {
		expect(shown(`Cwrdd erbyn ${feast} yn y dref`)).not.toContain(feast.split(' ').at(-1));
	});
});
