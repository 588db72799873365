import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	interviewsOf,
	nextFocusGroupDueOn,
	type Participation,
} from '../../../extensions/peer-mentoring/src/domain/contract/evaluation.ts';

const interview = (held_on: string, minutes: number | null = 60): Participation => ({
	kind: 'interview',
	held_on: day(held_on),
	minutes,
});
const focusGroup = (held_on: string): Participation => ({ kind: 'focus_group', held_on: day(held_on), minutes: 90 });

describe('interviews of the Evaluation (1.28)', () => {
	it.each([
		['a Peer Mentor who gave none', 'peer_mentor', [], { held: 0, missing: 2 }],
		['a Peer Mentor who gave one', 'peer_mentor', [interview('2024-02-01')], { held: 1, missing: 1 }],
		[
			'a Peer Mentor who gave three',
			'peer_mentor',
			[interview('2024-02-01'), interview('2024-05-01'), interview('2024-08-01', 75)],
			{ held: 3, missing: 0 },
		],
		['one that was too short', 'peer_mentor', [interview('2024-02-01', 59)], { held: 0, missing: 2 }],
		['one of unknown length', 'peer_mentor', [interview('2024-02-01', null)], { held: 1, missing: 1 }],
		['a focus group, which is none', 'peer_mentor', [focusGroup('2024-02-01')], { held: 0, missing: 2 }],
		['the Supplier, without one', 'supplier_representative', [], { held: 0, missing: 1 }],
		['the Supplier, with one', 'supplier_representative', [interview('2024-02-01')], { held: 1, missing: 0 }],
	] as const)('%s', (_, party, taken, expected) => expect(interviewsOf(party, taken)).toEqual(expected));
});

describe('focus groups every two to three months (1.28)', () => {
	it.each([
		['none yet: three months from the start', [], '2024-04-09'],
		['three months after the last one', [focusGroup('2024-05-31'), focusGroup('2024-03-01')], '2024-08-31'],
		[
			'whatever number there were',
			[focusGroup('2024-02-10'), focusGroup('2024-05-31'), focusGroup('2024-03-01')],
			'2024-08-31',
		],
		['interviews are none', [interview('2024-05-31')], '2024-04-09'],
	])('%s', (_, taken, due) => expect(nextFocusGroupDueOn(taken, day('2024-01-09'))).toBe(due));
});
