import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	areaOn,
	deliveryAreaOf,
	movesOf,
	recordedSince,
} from '../../../extensions/peer-mentoring/src/domain/journey/areas.ts';
import type { Journey } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';

const STAYS = [
	{ cpa: 4, from: day('2024-01-08') },
	{ cpa: 5, from: day('2024-03-01') },
];

describe('the area in which something counts (2.6)', () => {
	it.each([
		['up to the day before a move, the old one', '2024-02-29', 4],
		['from the day of the move on, the new one', '2024-03-01', 5],
		['long after it, the new one', '2025-01-01', 5],
		['before the first stay, where that one was', '2023-12-01', 4],
	])('is %s', (_, on, cpa) => {
		expect(areaOn(STAYS, day(on), 9)).toBe(cpa);
	});

	it('is the old one again for somebody who has moved back', () => {
		expect(areaOn([...STAYS, { cpa: 4, from: day('2024-05-01') }], day('2024-05-02'), 9)).toBe(4);
	});

	it('is that of the referral for somebody who has not moved', () => {
		expect(areaOn([], day('2024-02-29'), 9)).toBe(9);
	});
});

describe('moves between areas (2.6)', () => {
	it.each([
		['nobody who stayed', [], []],
		['somebody who moved', STAYS, [{ from: 4, to: 5, on: '2024-03-01' }]],
		['somebody handed over within an area', [STAYS[0]!, { cpa: 4, from: day('2024-02-01') }], []],
		[
			'somebody who moved there and back',
			[...STAYS, { cpa: 4, from: day('2024-05-01') }],
			[
				{ from: 4, to: 5, on: '2024-03-01' },
				{ from: 5, to: 4, on: '2024-05-01' },
			],
		],
	])('of %s', (_, stays, moves) => expect(movesOf(stays)).toEqual(moves));
});

describe('a record', () => {
	const NOTHING: Journey = {
		reference: 'R-1',
		cpa: 4,
		route: 'jobcentre_plus',
		received_on: null,
		initial_meeting_on: null,
		initial_meeting_outcome: null,
		start_on: null,
		diagnostic_interview_on: null,
		action_plan_agreed_on: null,
		action_plan_evidence: null,
		baseline_survey_on: null,
		ended_on: null,
		end_reason: null,
		consent_withdrawn_on: null,
		sessions: [],
	};

	it('is as old as its first date, whichever that is', () => {
		expect(recordedSince({ ...NOTHING, received_on: day('2024-01-08'), start_on: day('2024-01-20') })).toBe(
			'2024-01-08',
		);
		expect(recordedSince({ ...NOTHING, initial_meeting_on: day('2024-01-15') })).toBe('2024-01-15');
		const session = { held_on: day('2024-01-03'), minutes: 60, attendance: 'attended', one_to_one: true } as const;
		expect(recordedSince({ ...NOTHING, start_on: day('2024-01-20'), sessions: [session] })).toBe('2024-01-03');
	});

	it('without any date has none', () => {
		expect(recordedSince({ ...NOTHING, ended_on: day('2024-01-08') })).toBe(null);
	});
});

describe('the Delivery Area of somebody (1.18, 2.6)', () => {
	const within = ['flintshire', 'wrexham'];
	it.each([
		['the chosen one before all else', { chosen: 'wrexham', office: 'flintshire', mentor: ['flintshire'] }, 'wrexham'],
		['that of the office, where none is chosen', { office: 'flintshire', mentor: ['wrexham'] }, 'flintshire'],
		['that of the Peer Mentor, where no office is known', { mentor: ['wrexham', 'wrexham'] }, 'wrexham'],
		['unknown where the Peer Mentor works in several', { mentor: ['wrexham', 'flintshire'] }, null],
		['the only one of them that lies in the area', { mentor: ['hull', 'flintshire'] }, 'flintshire'],
		['unknown where nothing tells', {}, null],
		['the only one that there is', { within: ['hull'] }, 'hull'],
		['none of another area, though it was chosen', { chosen: 'hull', office: 'wrexham' }, 'wrexham'],
		['none of another area, though the office lies there', { office: 'hull', mentor: ['wrexham'] }, 'wrexham'],
		['unknown after a move that nothing else tells of', { chosen: 'hull', office: 'hull', mentor: ['hull'] }, null],
	])('is %s', (_, said, area) => {
		expect(deliveryAreaOf({ chosen: null, office: null, mentor: [], within, ...said })).toBe(area);
	});
});
