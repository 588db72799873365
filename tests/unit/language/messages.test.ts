import { describe, expect, it, test } from 'vitest';
import { codeLists, type Code } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { dayInWords, type Language } from '../../../extensions/peer-mentoring/src/domain/language/messages.ts';
import { FIELDS } from '../../../extensions/peer-mentoring/src/domain/journey/messages.ts';
import {
	MESSAGES,
	problemMessage,
	type Problem,
	type ProblemCode,
} from '../../../extensions/peer-mentoring/src/domain/problems.ts';
import { RECORD_RULES } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';

const LANGUAGES = ['en-GB', 'cy-GB'] as const satisfies Language[];
const CODES = Object.keys(MESSAGES) as ProblemCode[];
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** A value for each thing that a message can name. */
const PARAMS = {
	day: '2024-01-16',
	today: '2024-01-15',
	earliest: '2024-01-17',
	latest: '2024-01-10',
	engaged: '2023-12-01',
	from: '2024-02-01',
	predecessor: 'start_on',
	outcome: 'declined',
	list: 'claim_status',
	because: 'paid',
	time: '08:30',
	minutes: 700,
	most: 600,
	longest: 300,
	number: 3,
	least: 1,
	cpa: 9,
	cpas: '8, 9',
	fte: 5.2,
	maximum: 5,
	district: 'North and Mid Wales',
	name: 'Stage',
	line: '30',
	first: '2023-01-09',
	last: '2023-03-31',
	pence: 123456,
	month: '2024-06',
	count: 3,
	figure: 'referrals_total.total',
	sheet: 'Return',
	cell: 'Return!B7',
	first_cell: 'A7',
	range: 'B1:B5',
	other: 2,
	row: 0,
	rows: 'mentees',
	other_rows: 'costs',
	column: 'nino',
	letters: 'AB',
	other_column: 'start_date',
	key: 'wrexham',
	collection: 'Delivery areas',
	hours: 56,
	numbers: '2, 5',
	referring: 'Referrals',
	milestones: 'Start-up meeting',
	end: '2025-03-07',
	until: '2025-03-31',
	value: 'health',
	label: 'Health',
	en: 'Health',
	cy: 'Iechyd',
	span: 35,
	usual_number: 10,
};
const filled = (code: ProblemCode, language: Language, field = 'start_on') =>
	problemMessage({ field, code, params: PARAMS }, language);

describe('every message', () => {
	test.each(CODES)('%s is a text of its own in each language', (code) => {
		const { en: english, cy: welsh } = MESSAGES[code];
		expect(welsh).not.toBe(english);
		expect(filled(code, 'cy-GB')).not.toBe(filled(code, 'en-GB'));
	});

	test.each(CODES)('%s names the same things in both languages', (code) => {
		expect(placeholders(MESSAGES[code].cy)).toEqual(placeholders(MESSAGES[code].en));
	});

	test.each(CODES)('%s is said in full sentences, for any field', (code) => {
		for (const language of LANGUAGES) {
			for (const field of ['start_on', 'no_field_of_that_name']) {
				const text = filled(code, language, field);
				expect(text).toMatch(/^“?\p{Lu}.*[^. ]\.$/u);
				expect(text, 'a sentence that begins small').not.toMatch(/\. \p{Ll}/u);
				expect(text, 'something not put into words').not.toMatch(/[{}_]|undefined|null|\d{4}-\d\d|\s{2}/);
			}
		}
	});

	test.each(CODES)('%s has no dashes, and the right apostrophes and quotation marks', (code) => {
		for (const text of Object.values(MESSAGES[code])) {
			expect(text).not.toMatch(/[—–'"]/);
			expect(text.split('“')).toHaveLength(text.split('”').length);
		}
	});

	it('says an amount of money in pounds', () => {
		expect(filled('other_amount', 'en-GB')).toBe('The amount that can be claimed is £1,234.56 (4.4).');
		expect(filled('other_amount', 'cy-GB')).toBe('Y swm y gellir ei hawlio yw £1,234.56 (4.4).');
	});

	it('names only what these tests give a value for', () => {
		const named = new Set(CODES.flatMap((code) => placeholders(MESSAGES[code].en)));
		const given = [...Object.keys(PARAMS), 'field', 'start', 'usual', 'pounds'].map((each) => `{${each}}`);
		expect(given).toEqual(expect.arrayContaining([...named]));
	});
});

describe('the names of fields', () => {
	test.each(Object.entries(FIELDS))('%s fits into a sentence of either language', (_, name) => {
		expect(name.cy).not.toBe(name.en);
		for (const text of Object.values(name)) expect(text).toMatch(/^\p{Ll}[^.—–']*[^. ]$/u);
		expect(name.en).toMatch(/^the /);
	});

	const future = (field: string, language: Language = 'en-GB') =>
		problemMessage({ field, code: 'in_future', params: { day: '2024-01-16', today: '2024-01-15' } }, language);

	test.each([
		[
			'start_on',
			'The start date, 16 January 2024, is in the future. It must be today, 15 January 2024, or in the past.',
		],
		['sold_on', 'This date, 16 January 2024, is in the future. It must be today, 15 January 2024, or in the past.'],
		['held_on', 'This date, 16 January 2024, is in the future. It must be today, 15 January 2024, or in the past.'],
	])('%s', (field, text) => expect(future(field)).toBe(text));

	it('stand for an unknown field in Welsh, too', () => {
		expect(future('sold_on', 'cy-GB')).toMatch(/^Mae’r dyddiad hwn, sef 16 Ionawr 2024, /);
	});

	it('an unknown predecessor stands as it is given', () => {
		const params = { day: '2024-01-10', earliest: '2024-01-11', predecessor: 'dawn' };
		expect(problemMessage({ field: 'start_on', code: 'before_predecessor', params }, 'en-GB')).toContain(
			'is before dawn, 11 January 2024.',
		);
	});

	test.each(['received_on', 'ended_on', 'held_on'])(
		'%s of another record is not called by the journey’s name',
		(field) => {
			const text = filled('day_in_future', 'en-GB', field);
			expect(text).toMatch(/^This date, 16 January 2024, is in the future\./);
		},
	);
});

describe('answers of a list', () => {
	const because = (params: Problem['params'], language: Language) =>
		problemMessage({ field: 'paid_on', code: 'required_when', params }, language);

	it('are called what people read', () => {
		const params = { list: 'complaint_stage', because: 'independent_case_examiner' };
		expect(because(params, 'en-GB')).toBe(
			'Answer this: it is needed with the answer “With the Independent Case Examiner”.',
		);
	});

	const needed = Object.entries(RECORD_RULES).flatMap(([collection, rules]) =>
		(rules.needed ?? []).map(({ when }) => [collection, when.is, when.list] as const),
	);

	test.each([...new Map(needed.map((each) => [each.join(), each])).values()])('%s: %s (%s)', (_, is, list) => {
		const code = (codeLists[list] as readonly Code[]).find(({ value }) => value === is) as Code;
		expect(because({ list, because: is }, 'en-GB')).toContain(`“${code.en}”`);
		expect(because({ list, because: is }, 'cy-GB')).toContain(`“${code.cy}”`);
	});

	it('that the list does not have stand as they are given', () => {
		expect(because({ list: 'claim_status', because: 'lost' }, 'en-GB')).toContain('“lost”');
	});

	it('the outcomes of the initial meeting are named in both languages', () => {
		const problem: Problem = { field: 'start_on', code: 'start_without_agreement', params: { outcome: 'declined' } };
		expect(problemMessage(problem, 'en-GB')).toBe(
			'There is a start date, but the outcome of the initial meeting is “Eligible but does not want to start”. Remove the start date, or correct the outcome to “Eligible and agrees to start”.',
		);
		for (const { value, cy } of codeLists.initial_meeting_outcome) {
			expect(problemMessage({ ...problem, params: { outcome: value } }, 'cy-GB')).toContain(`“${cy}”`);
		}
	});
});

describe('days in words', () => {
	test.each([
		['2023-12-05', '5 December 2023', '5 Rhagfyr 2023'],
		['2024-02-29', '29 February 2024', '29 Chwefror 2024'],
		['2024-01-01', '1 January 2024', '1 Ionawr 2024'],
		['2024-08-10', '10 August 2024', '10 Awst 2024'],
	])('%s: %s, %s', (day, english, welsh) => {
		expect(dayInWords(day, 'en-GB')).toBe(english);
		expect(dayInWords(day, 'cy-GB')).toBe(welsh);
	});

	test.each(LANGUAGES)('twelve months, each of its own name, in %s', (language) => {
		const months = Array.from({ length: 12 }, (_, index) =>
			dayInWords(`2024-${String(index + 1).padStart(2, '0')}-01`, language),
		);
		expect(new Set(months).size).toBe(12);
		for (const month of months) expect(month).toMatch(/^1 \p{Lu}\p{Ll}+ 2024$/u);
	});
});
