import { describe, expect, it, test } from 'vitest';
import {
	codeLists,
	isCode,
	parseCode,
	valuesOf,
} from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	codeText,
	dayInWords,
	labelOf,
	monthInWords,
	poundsText,
} from '../../../extensions/peer-mentoring/src/domain/language/in-words.ts';
import { say, type Speech } from '../../../extensions/peer-mentoring/src/domain/language/messages.ts';
import { inLanguage, text } from '../../../extensions/peer-mentoring/src/domain/language/text.ts';

const MONTHS = [
	['January', 'Ionawr'],
	['February', 'Chwefror'],
	['March', 'Mawrth'],
	['April', 'Ebrill'],
	['May', 'Mai'],
	['June', 'Mehefin'],
	['July', 'Gorffennaf'],
	['August', 'Awst'],
	['September', 'Medi'],
	['October', 'Hydref'],
	['November', 'Tachwedd'],
	['December', 'Rhagfyr'],
].map(([english, welsh], index) => [String(index + 1).padStart(2, '0'), english, welsh] as const);

describe('days, months and money in words', () => {
	test.each(MONTHS)('month %s is %s, %s', (month, english, welsh) => {
		expect([monthInWords(`2023-${month}`, 'en-GB'), monthInWords(`2023-${month}`, 'cy-GB')]).toEqual([
			`${english} 2023`,
			`${welsh} 2023`,
		]);
		expect([dayInWords(`2023-${month}-05`, 'en-GB'), dayInWords(`2023-${month}-25`, 'cy-GB')]).toEqual([
			`5 ${english} 2023`,
			`25 ${welsh} 2023`,
		]);
	});

	test.each([
		[-1, '-£0.01'],
		[99, '£0.99'],
		[100, '£1.00'],
		[99_999, '£999.99'],
		[100_000, '£1,000.00'],
		[123_456_789, '£1,234,567.89'],
	])('%i pence are %s', (pence, words) => expect(poundsText(pence)).toBe(words));
});

describe('the lists of choices', () => {
	test.each([
		['jobcentre_plus', 'jobcentre_plus'],
		[' JCP ', 'jobcentre_plus'],
		['tp', 'third_party'],
		['Third_Party', 'third_party'],
		['friend', undefined],
		['', undefined],
	])('"%s" in a spreadsheet is %s', (given, value) => expect(parseCode('referral_route', given)).toBe(value));

	it('have their values, and no others', () => {
		expect(valuesOf('referral_route')).toEqual(['jobcentre_plus', 'third_party']);
		expect(['jobcentre_plus', 'JCP', '', null].map((value) => isCode('referral_route', value))).toEqual([
			true,
			false,
			false,
			false,
		]);
	});

	it('say a value in each language, or as it is stored where they do not have it', () => {
		expect(codeText('referral_route', 'third_party')).toEqual(
			text('Third-party organisation', 'Sefydliad trydydd parti'),
		);
		expect(labelOf('referral_route', 'friend', 'cy-GB')).toBe('friend');
	});

	it('have the milestones and requests among the clocks, each with a code of its own', () => {
		const clocks = codeLists.clock.map(({ value, code }) => [value, code] as const);
		for (const [prefix, list] of [
			['milestone', 'milestone'],
			['request', 'information_request_kind'],
		] as const) {
			for (const { value, code } of codeLists[list]) {
				expect(clocks).toContainEqual([`${prefix}_${value}`, `${prefix.charAt(0)}${code}`]);
			}
		}
		expect(new Set(clocks.map(([, code]) => code)).size).toBe(clocks.length);
	});
});

describe('a sentence about a problem', () => {
	const speech: Speech<'late' | 'due' | 'dear'> = {
		messages: {
			late: { en: '{field} of {number} is late', cy: 'Mae {field} yn hwyr: {number}' },
			due: {
				en: 'due {day}, {month}, {code}, {other}, {gone}.',
				cy: 'erbyn {day}, {month}, {code}, {other}. Mae y {gone}.',
			},
			dear: { en: 'at most {pounds} because {because}', cy: '{pounds}: {because}' },
		},
		fields: { start_on: { en: 'the start', cy: 'y dechrau' } },
		params: { number: (value, language) => (language === 'cy-GB' ? `rhif ${value}` : `number ${value}`) },
	};
	const said = (code: 'late' | 'due' | 'dear', field = 'start_on') =>
		(['en-GB', 'cy-GB'] as const).map((language) => {
			const params = {
				number: 3,
				day: '2023-12-05',
				month: '2023-12',
				code: 'x2023-12-05',
				other: 'x2023-12',
				pence: 5,
				list: 'referral_route',
				because: 'third_party',
			};
			return say(speech, { field, code, params }, language);
		});

	it('begins with a capital, and names the field, or this date where that has no name', () => {
		expect(said('late')).toEqual(['The start of number 3 is late', 'Mae’r dechrau yn hwyr: rhif 3']);
		expect(said('late', 'x_on')).toEqual(['This date of number 3 is late', 'Mae’r dyddiad hwn yn hwyr: rhif 3']);
	});

	it('has days and months in words, and everything else as it was given', () => {
		expect(said('due')).toEqual([
			'Due 5 December 2023, December 2023, x2023-12-05, x2023-12, .',
			'Erbyn 5 Rhagfyr 2023, Rhagfyr 2023, x2023-12-05, x2023-12. Mae y .',
		]);
	});

	it('has pounds for pence, and the label of what calls for something', () => {
		expect(said('dear')).toEqual(['At most £0.05 because Third-party organisation', '£0.05: Sefydliad trydydd parti']);
	});

	it('is said without values, too', () => {
		expect(say(speech, { field: 'start_on', code: 'late' }, 'en-GB')).toBe('The start of number  is late');
		expect(inLanguage({ en: 'a', cy: 'b' }, 'cy-GB')).toBe('b');
	});
});
