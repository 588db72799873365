/** What a Peer Mentor's last day leaves behind (2.6, 2.26). */
import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { FteAssignment } from '../../../extensions/peer-mentoring/src/domain/people/fte.ts';
import {
	gapAfter,
	lastDayOf,
	lastDayOutstanding,
} from '../../../extensions/peer-mentoring/src/domain/people/last-day.ts';

const TODAY = day('2024-03-01');
const post = (mentor: string, to: string | null, cpa = 9, weekly_hours = 40): FteAssignment => ({
	mentor,
	cpa,
	delivery_area: 'Wrexham',
	weekly_hours,
	from: day('2023-04-03'),
	to: to === null ? null : day(to),
});

describe('the last day in post', () => {
	test.each([
		[[], null],
		[[post('A', null)], null],
		[[post('A', '2024-03-29'), post('A', null, 8)], null],
		[[post('A', '2024-03-29'), post('A', '2024-04-26', 8)], '2024-04-26'],
	])('of %j is %s', (posts, expected) => expect(lastDayOf(posts)).toBe(expected));
});

describe('the FTE missing after it', () => {
	const cpas = [
		{ cpa: 9, minimum: 2, maximum: 5 },
		{ cpa: 8, minimum: 1, maximum: 2 },
	];
	const gap = (own: FteAssignment[], others: FteAssignment[]) =>
		gapAfter(own, { everybody: [...own, ...others], cpas, today: TODAY });

	test.each<[string, FteAssignment[], FteAssignment[], number | null]>([
		['nobody takes over', [post('A', '2024-03-29')], [post('B', null)], 1],
		['enough are left', [post('A', '2024-03-29')], [post('B', null), post('C', null)], 0],
		['half a post is missing', [post('A', '2024-03-29', 9, 20)], [post('B', null), post('C', null, 9, 20)], 0.5],
		['it is no last day', [post('A', null)], [], null],
		['it is over', [post('A', '2024-02-29')], [], null],
		['only the area that is left counts', [post('A', '2024-03-29'), post('A', '2024-02-01', 8)], [post('B', null)], 1],
	])('%s', (_, own, others, expected) => expect(gap(own, others)).toBe(expected));
});

test.each([
	[null, 5, null, []],
	['2024-03-29', 0, 0, []],
	['2024-03-29', 1, 0, ['mentees_to_hand_over']],
	['2024-03-29', 0, 0.5, ['fte_gap_ahead']],
	['2024-02-29', 3, null, ['mentees_to_hand_over']],
	['2024-03-29', 2, 1, ['mentees_to_hand_over', 'fte_gap_ahead']],
])(
	'a last day on %s with %s Mentees and %s FTE missing asks for %j',
	(leaves_on, mentees_now, fte_gap_after, expected) => {
		const last = leaves_on === null ? null : day(leaves_on);
		expect(lastDayOutstanding({ leaves_on: last, mentees_now, fte_gap_after })).toEqual(expected);
	},
);
