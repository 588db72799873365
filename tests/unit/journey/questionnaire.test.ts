/** What may be answered to the questions of the Baseline Survey (1.27). */
import { describe, expect, test } from 'vitest';
import {
	answerProblems,
	returnProblems,
	type Question,
} from '../../../extensions/peer-mentoring/src/domain/journey/questionnaire.ts';

const question = (id: string, kind: Question['kind'], must_answer = false): Question => ({
	id,
	number: Number(id),
	kind,
	choices: 3,
	must_answer,
});
const QUESTIONS = [
	question('1', 'yes_no', true),
	question('2', 'scale', true),
	question('3', 'choice'),
	question('4', 'number'),
	question('5', 'text'),
];
const ALL = { 1: false, 2: 0, 3: 2, 4: -1.5, 5: 'Words' };

describe('the answers of a survey', () => {
	test.each<[string, Record<string, unknown> | null, boolean, string[]]>([
		['all of them', ALL, true, []],
		['those that have to be there', { 1: true, 2: 10 }, true, []],
		['none, as long as it is not complete', null, false, []],
		['none of a complete one', null, true, ['answers_missing 1, 2']],
		['one missing of a complete one', { 1: true, 2: null }, true, ['answers_missing 2']],
		['beyond the scale', { ...ALL, 2: 11 }, true, ['answer_unfit 2']],
		['half a step of the scale', { ...ALL, 2: 1.5 }, true, ['answer_unfit 2']],
		['a choice that is not offered', { ...ALL, 3: 3 }, false, ['answer_unfit 3']],
		['words for yes or no', { ...ALL, 1: 'yes' }, true, ['answer_unfit 1']],
		['words for a number', { ...ALL, 4: '4' }, true, ['answer_unfit 4']],
		['a number for words', { ...ALL, 5: 5 }, true, ['answer_unfit 5']],
		['an answer to no question', { ...ALL, 6: 'What?' }, true, ['answer_of_no_question ']],
	])('%s', (_, answers, completed, expected) => {
		const found = answerProblems(QUESTIONS, answers, completed);
		expect(found.map(({ code, params }) => `${code} ${params?.number ?? params?.numbers ?? ''}`)).toEqual(expected);
	});
});

test.each([
	['2024-01-08', 'paper', []],
	['2024-01-08', null, ['returned_by']],
	['2024-01-08', '', ['returned_by']],
	[null, null, []],
	[null, 'paper', []],
])('a survey returned on %s by %s says how', (returned_on, returned_by, expected) => {
	expect(returnProblems({ returned_on, returned_by }).map(({ field }) => field)).toEqual(expected);
});
