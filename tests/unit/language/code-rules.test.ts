/** What may be done to the values of a code list. */
import { describe, expect, it, test } from 'vitest';
import {
	codeLists,
	type Code,
	type CodeList,
} from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	changedCodeProblems,
	chosenProblems,
	deletedCodeProblems,
	newCodeProblems,
	type CodeFacts,
} from '../../../extensions/peer-mentoring/src/domain/language/code-rules.ts';
import {
	isOffered,
	offeredOn,
	PARTS,
	shortCodeFor,
	wholeLists,
} from '../../../extensions/peer-mentoring/src/domain/language/lists.ts';
import { isOpen, isRuled, OPEN_LISTS } from '../../../extensions/peer-mentoring/src/domain/language/open-lists.ts';
import { problemMessage } from '../../../extensions/peer-mentoring/src/domain/problems.ts';

const OTHERS = [{ value: 'health', code: 'HLTH' }];
const OWN: CodeFacts = { value: 'moved_abroad', code: 'MOAB', en: 'Moved abroad', ruled: false };
const fieldsOf = (problems: readonly { field: string; code: string }[]) =>
	problems.map(({ field, code }) => `${field}: ${code}`);

describe('a new value', () => {
	test.each<[string, Partial<CodeFacts>, string[]]>([
		['unlike the others', {}, []],
		['with words of any language', { value: 'Wedi symud', code: 'WS' }, []],
		['of 64 letters', { value: 'x'.repeat(64) }, []],
		['of 65 letters', { value: 'x'.repeat(65) }, ['value: value_form']],
		['of digits alone, which would come first whatever its place', { value: '2024' }, ['value: value_form']],
		['that would be two in an import file', { value: 'a;b' }, ['value: value_form']],
		['that reads as a list and its value', { value: 'a__b' }, ['value: value_form']],
		['that begins with a blank', { value: ' a' }, ['value: value_form']],
		['that is there, but for its capitals', { value: 'Health', code: 'H2' }, ['value: value_taken']],
		['with a code that is there', { code: 'hlth' }, ['code: code_taken']],
		['without words', { en: ' ' }, ['english: words_missing']],
		['that ends the day it begins', { from: '2024-01-02', until: '2024-01-02' }, []],
		['that ends before it begins', { from: '2024-01-02', until: '2024-01-01' }, ['in_use_until: until_before_from']],
	])('%s', (_, change, expected) => {
		expect(fieldsOf(newCodeProblems({ ...OWN, ...change }, OTHERS, true))).toEqual(expected);
	});

	it('is taken by no list that rules know whole', () => {
		expect(fieldsOf(newCodeProblems(OWN, OTHERS, false))).toEqual(['list: list_closed']);
	});
});

describe('a changed value', () => {
	const RULED = { ...OWN, value: 'completed', code: 'COMP', ruled: true };
	test.each<[string, CodeFacts, Partial<CodeFacts>, string[]]>([
		['has other words and another code', OWN, { en: 'Abroad', code: 'ABR' }, []],
		['keeps its own code', OWN, { code: 'MOAB' }, []],
		['goes out of use', OWN, { until: '2024-01-01' }, []],
		['is not stored otherwise', OWN, { value: 'abroad' }, ['value: value_fixed']],
		['gets no other’s code', OWN, { code: 'HLTH' }, ['code: code_taken']],
		['that rules depend on has other words', RULED, { en: 'Finished' }, []],
		['that rules depend on does not end', RULED, { until: '2099-01-01' }, ['in_use_until: ruled_value_stays']],
		['that rules depend on does not begin later', RULED, { from: '2099-01-01' }, ['in_use_from: ruled_value_stays']],
	])('%s', (_, before, change, expected) => {
		expect(fieldsOf(changedCodeProblems(before, { ...before, ...change }, OTHERS))).toEqual(expected);
	});
});

describe('a value that goes', () => {
	test.each([
		['no record has it', false, 0, []],
		['a record has it', false, 1, ['value: value_in_use']],
		['rules depend on it', true, 0, ['value: ruled_value_stays']],
	])('%s', (_, ruled, count, expected) => {
		expect(fieldsOf(deletedCodeProblems({ value: 'x', ruled }, count))).toEqual(expected);
	});
});

describe('a value that is chosen', () => {
	const CHOSEN: Code = {
		value: 'x',
		code: 'X',
		en: 'Moved',
		cy: 'Wedi symud',
		from: '2024-02-01',
		until: '2024-02-29',
	};
	test.each([
		['2024-01-31', ['end_reason: value_to_come']],
		['2024-02-01', []],
		['2024-02-29', []],
		['2024-03-01', ['end_reason: value_ended']],
	])('on %s', (on, expected) => {
		expect(fieldsOf(chosenProblems('end_reason', CHOSEN, on))).toEqual(expected);
		expect(isOffered(CHOSEN, on)).toBe(expected.length === 0);
	});

	it('is named in both languages, with the day', () => {
		const [problem] = chosenProblems('end_reason', CHOSEN, '2024-03-01');
		expect(problemMessage(problem as never, 'en-GB')).toBe(
			'“Moved” was in use until 29 February 2024. Choose another.',
		);
		expect(problemMessage(problem as never, 'cy-GB')).toBe(
			'Roedd “Wedi symud” mewn defnydd tan 29 Chwefror 2024. Dewiswch un arall.',
		);
	});

	it('is offered with the others of its list, in their order', () => {
		const lists = { ...codeLists, end_reason: [CHOSEN, ...codeLists.end_reason] };
		expect(
			offeredOn(lists, 'end_reason', '2024-02-10')
				.map(({ value }) => value)
				.slice(0, 2),
		).toEqual(['x', 'completed']);
		expect(offeredOn(lists, 'end_reason', '2024-03-10')[0]?.value).toBe('completed');
	});
});

describe('a short code', () => {
	test.each([
		['moved_abroad', [], 'MOAB'],
		['moved_abroad', ['moab'], 'MOAB2'],
		['health', [], 'HEAL'],
		['one_two_three_four', [], 'ONTWTH'],
	])('of %s beside %j is %s', (value, taken, expected) => {
		expect(shortCodeFor(value, taken)).toBe(expected);
	});
});

describe('the lists', () => {
	it('are whole again of the values that each has for itself', () => {
		const parts = (list: string) => PARTS.filter((part) => part.list === list);
		const own = (Object.entries(codeLists) as [CodeList, readonly Code[]][]).map(([list, codes]) => {
			const others = parts(list).reduce((count, { of }) => count + codeLists[of].length, 0);
			return [list, codes.slice(0, codes.length - others)] as const;
		});
		expect(wholeLists(new Map(own))).toEqual(codeLists);
	});

	it('that hold others, or are held, take no value of one’s own', () => {
		for (const { list, of } of PARTS) expect([list, isOpen(list), isOpen(of)]).toEqual([list, false, false]);
	});

	it('know on which values rules depend', () => {
		expect([isRuled('end_reason', 'dropout'), isRuled('end_reason', 'moved_away')]).toEqual([true, false]);
		expect([isRuled('journey_stage', 'left'), isOpen('end_reason'), isOpen('toString')]).toEqual([true, true, false]);
		for (const [list, values] of Object.entries(OPEN_LISTS)) {
			const known = codeLists[list as CodeList].map(({ value }) => value as string);
			expect(known).toEqual(expect.arrayContaining([...values]));
		}
	});
});
