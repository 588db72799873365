import { describe, expect, it, test } from 'vitest';
import {
	agreedToStart,
	countedSessions,
	saidNoToStart,
	stageOf,
} from '../../../extensions/peer-mentoring/src/domain/journey/progress.ts';
import { journey, session, sessions } from '../support/journeys.ts';

describe('the stage of a journey whose start is not recorded (Annex B)', () => {
	const planned = { action_plan_agreed_on: '2023-11-30', action_plan_evidence: 'wet' } as const;

	test.each<[string, Parameters<typeof journey>[0], string]>([
		['began with the first session attended, whatever their order', { sessions: sessions('2023-11-23') }, 'started'],
		[
			'is in support from the second on',
			{ ...planned, sessions: sessions('2023-12-07', '2023-11-23', '2023-11-30') },
			'in_support',
		],
		['is planned after the first', { ...planned, sessions: sessions('2023-11-23') }, 'planned'],
		[
			'is planned where none was attended',
			{ ...planned, sessions: [session('2023-12-01', { attendance: 'missed' })] },
			'planned',
		],
		[
			'began with the interview',
			{ ...planned, diagnostic_interview_on: '2023-11-16', sessions: sessions('2023-11-23') },
			'in_support',
		],
		['is not starting where the person is not eligible', { initial_meeting_outcome: 'not_eligible' }, 'not_starting'],
	])('%s', (_, over, stage) => expect(stageOf(journey(over))).toBe(stage));
});

describe('an initial meeting whose outcome is not recorded', () => {
	test.each([
		[null, null, false],
		['2023-11-16', null, true],
		[null, '2023-11-16', true],
		['2023-11-16', '2023-11-16', true],
	])('start %s, interview %s: agreed %s', (start_on, diagnostic_interview_on, agreed) => {
		expect(agreedToStart(journey({ start_on, diagnostic_interview_on }))).toBe(agreed);
	});
});

test.each([
	['start', false],
	['declined', true],
	['not_eligible', true],
	['not_suitable', true],
	['did_not_attend', false],
	[null, false],
] as const)('an initial meeting that ended with %s said no: %s', (initial_meeting_outcome, no) => {
	expect(saidNoToStart(journey({ initial_meeting_outcome }))).toBe(no);
	expect(agreedToStart(journey({ initial_meeting_outcome }))).toBe(initial_meeting_outcome === 'start');
});

it('counted sessions are in order of their days, those of one day as they were given', () => {
	const days = ['2023-11-23', '2023-11-16', '2023-12-07', '2023-11-16', '2023-11-30'];
	const given = days.map((on, index) => session(on, { minutes: 60 + index }));
	const order = (of: typeof given) => countedSessions(of, 60).map(({ held_on, minutes }) => `${held_on} ${minutes}`);
	expect(order(given)).toEqual(['2023-11-16 61', '2023-11-16 63', '2023-11-23 60', '2023-11-30 64', '2023-12-07 62']);
	expect(order(given.toReversed())).toEqual([
		'2023-11-16 63',
		'2023-11-16 61',
		'2023-11-23 60',
		'2023-11-30 64',
		'2023-12-07 62',
	]);
});
