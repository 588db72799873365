import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	ERASURE_MESSAGES,
	erasedValue,
	erasureProblem,
} from '../../../extensions/peer-mentoring/src/domain/privacy/erasure.ts';
import { isPersonal } from '../../../extensions/peer-mentoring/src/domain/privacy/personal-data.ts';

const TODAY = day('2026-11-22');
const problem = (reason: string, words: string[], requested_on: string | null = '2026-11-22') =>
	erasureProblem({ requested_on: requested_on === null ? null : day(requested_on), reason }, words, TODAY);

describe('the reason of an erasure tells nothing of the person (2.25)', () => {
	test.each<[string, string, string[], boolean]>([
		['a name', 'Asked by Zoë', ['Zoë'], true],
		['a name alone', 'Zoë', ['Zoë'], true],
		['a name of two words, both of them', 'Zoë Test asked', ['Zoë Test'], true],
		['one word of two', 'Test asked', ['Zoë Test'], false],
		['two letters', 'Al asked', ['Al'], true],
		['one letter, which is an initial', 'A letter', ['A'], false],
		['a number of four digits, which may be an article', 'Article 1717', ['1717'], false],
		['a number of five digits', 'About 17171', ['17171'], true],
		['digits with a letter', 'About 1717a', ['1717A'], true],
		['nothing recorded', 'Consent withdrawn', ['', ' ', '--'], false],
		['no words at all', '', ['Zoë'], false],
	])('%s', (_, reason, words, tells) => {
		expect(problem(reason, words)).toEqual(tells ? { code: 'names_the_person', field: 'reason' } : undefined);
	});

	it('and the day comes first', () => {
		expect(problem('Zoë', ['Zoë'], '2026-11-23')).toEqual({ code: 'in_future', field: 'requested_on' });
		expect(problem('Zoë', ['Zoë'], null)).toEqual({ code: 'names_the_person', field: 'reason' });
	});
});

test.each([
	[undefined, true],
	['personal', true],
	['special_category', true],
	['organisation', true],
	['none', false],
] as const)('a field of the class %s is personal: %s (5.4)', (sensitivity, personal) => {
	expect(isPersonal(sensitivity as never)).toBe(personal);
});

test.each([
	[undefined, null],
	['', 'erased'],
	[0, 'erased'],
	[false, 'erased'],
])('of %j a word is left where the column may not be empty', (value, left) => {
	expect(erasedValue({ name: 'note', nullable: false }, value, 'E-1')).toBe(left);
});

test('whoever cannot erase is told so in whole sentences, in both languages', () => {
	const codes = ['in_future', 'names_the_person', 'unknown', 'already', 'erased', 'final'];
	expect(Object.keys(ERASURE_MESSAGES)).toEqual(codes);
	for (const texts of Object.values(ERASURE_MESSAGES)) {
		for (const text of Object.values(texts)) expect(text).toMatch(/^[A-Z].+\. .+\.$/);
		expect(texts['cy-GB']).not.toBe(texts['en-GB']);
	}
});
