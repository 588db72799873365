import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	handOverProblems,
	type HandOverFacts,
} from '../../../extensions/peer-mentoring/src/domain/people/hand-over.ts';

const FINE: HandOverFacts = {
	assignments: [{ cpa: 9, from: day('2023-04-03'), to: null }],
	wishes: [],
	cpa: 9,
	on: day('2024-02-01'),
	held_since: day('2024-01-08'),
};
const since = (since_on: string, until_on: string | null = null) => ({
	since_on: day(since_on),
	until_on: until_on === null ? null : day(until_on),
});

describe('a hand-over (2.6, 2.25, 2.26)', () => {
	test.each<[string, Partial<HandOverFacts>, string[]]>([
		['to somebody in post', {}, []],
		['on the day the present one began', { held_since: day('2024-02-01') }, []],
		['before the present one began', { held_since: day('2024-02-02') }, ['from_on hand_over_too_early']],
		['to somebody of another area', { cpa: 7 }, ['peer_mentor mentor_not_in_post']],
		[
			'to somebody who is not there yet',
			{ on: day('2023-04-02'), held_since: null },
			['peer_mentor mentor_not_in_post'],
		],
		['on the last day of somebody', { assignments: [{ cpa: 9, from: day('2023-04-03'), to: day('2024-02-01') }] }, []],
		[
			'the day after it',
			{ assignments: [{ cpa: 9, from: day('2023-04-03'), to: day('2024-01-31') }] },
			['peer_mentor mentor_not_in_post'],
		],
		['to somebody without hours', { assignments: [] }, ['peer_mentor mentor_not_in_post']],
		['against a wish', { wishes: [since('2024-01-15')] }, ['peer_mentor not_to_work_together']],
		['against a wish of that day', { wishes: [since('2024-02-01')] }, ['peer_mentor not_to_work_together']],
		['before a wish', { wishes: [since('2024-02-02')] }, []],
		['once a wish is taken back', { wishes: [since('2024-01-15', '2024-02-01')] }, []],
	])('%s', (_, over, expected) => {
		const found = handOverProblems({ ...FINE, ...over });
		expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
	});
});
