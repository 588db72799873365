import { describe, expect, it, test } from 'vitest';
import { isInterviewCounted, unanswered } from '../../../extensions/peer-mentoring/src/domain/journey/interview.ts';
import { decidingInterview } from '../../../extensions/peer-mentoring/src/domain/journey/deciding.ts';
import {
	recordProblems,
	type PlainRecord,
} from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

const WHOLE = { aspirations: 'A job', needs: 'A home', barriers: ['none'] };
const barriers = (...chosen: string[]) => ({ barriers: chosen });

describe('what a Diagnostic Interview leaves unanswered (1.13, 2.27)', () => {
	test.each<[string, object, string[]]>([
		['nothing, with no barrier', {}, []],
		['nothing, as a database keeps a list', { barriers: '["none"]' }, []],
		['aspirations', { aspirations: ' ' }, ['aspirations']],
		['needs', { needs: null }, ['needs']],
		['barriers that were not asked', { barriers: null }, ['barriers']],
		['barriers that were left empty', { barriers: [] }, ['barriers']],
		['offending, which is not asked further', barriers('offending'), []],
		['which health', barriers('other_health'), ['health_needs']],
		['which housing', barriers('housing'), ['housing']],
		['which other', barriers('other', 'offending'), ['other_barriers']],
		[
			'none of the details',
			{
				...barriers('other_health', 'housing', 'other'),
				health_needs: ['mental_health'],
				housing: 'no_problem',
				other_barriers: ['debt'],
			},
			[],
		],
	])('%s', (_, over, expected) => expect(unanswered({ ...WHOLE, ...over })).toEqual(expected));

	it('does not take none together with a barrier', () => {
		const problems = recordProblems('diagnostic_interviews', barriers('none', 'housing'), day('2024-01-01'));
		expect(problems).toEqual([{ field: 'barriers', code: 'none_with_barriers' }]);
	});
});

describe('an interview counts (Table A)', () => {
	test.each<[string, boolean, PlainRecord]>([
		['complete', true, { complete: true, imported: false }],
		['typed and unfinished', false, { complete: false, imported: false }],
		['typed and unfinished, as SQLite keeps it', false, { complete: 0, imported: 0 }],
		['come with a file', true, { complete: false, imported: true }],
		['older than the rule', true, { complete: false, imported: null }],
	])('%s: %s', (_, counts, row) => expect(isInterviewCounted(row)).toBe(counts));

	it('and decides before one that was begun earlier', () => {
		const begun = { id: 'a', held_on: day('2023-10-16'), counted: false };
		const complete = { id: 'b', held_on: day('2023-10-20'), counted: true };
		expect(decidingInterview([begun, complete])).toBe(complete);
		expect(decidingInterview([begun])).toBe(begun);
	});
});
