import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { clocksOf, nextDue } from '../../../extensions/peer-mentoring/src/domain/service-levels/clocks.ts';
import { countedSessions, stageOf } from '../../../extensions/peer-mentoring/src/domain/journey/progress.ts';
import type { Journey } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { englandAndWales } from '../support/holidays.ts';
import { journey, session, sessions } from '../support/journeys.ts';

const clocks = (of: Journey, today: string) =>
	clocksOf(of, { holidays: englandAndWales, today: day(today), terms: SPECIFIED });
const summary = (of: Journey, today: string) =>
	clocks(of, today).map(({ service_level, due_on, met_on, status }) => [service_level, due_on, met_on, status]);

const referred = { received_on: '2023-11-06' };
const agreed = { ...referred, initial_meeting_on: '2023-11-09', initial_meeting_outcome: 'start' } as const;
const started = {
	...agreed,
	start_on: '2023-11-16',
	diagnostic_interview_on: '2023-11-16',
	baseline_survey_on: '2023-11-16',
} as const;
const planned = { ...started, action_plan_agreed_on: '2023-11-30', action_plan_evidence: 'electronic' } as const;

describe('clocks of a journey (Table A)', () => {
	it('a new referral starts the clock of the initial meeting', () => {
		expect(clocks(journey(referred), '2023-11-06')).toEqual([
			{
				service_level: 'initial_meeting',
				started_on: '2023-11-06',
				due_on: '2023-11-20',
				met_on: null,
				status: 'pending',
				month: '2023-11',
				session_minutes: null,
				session_count: null,
			},
		]);
	});

	test.each([
		['on the due day', '2023-11-20', 'pending'],
		['on the day after it', '2023-11-21', 'missed'],
	])('a meeting not held is %s %s: %s', (_, today, status) => {
		expect(clocks(journey(referred), today)[0]?.status).toBe(status);
	});

	test.each([
		['2023-11-20', 'met'],
		['2023-11-21', 'missed'],
	])('a meeting held on %s is %s, with its day as it was', (held, status) => {
		const of = journey({ ...referred, initial_meeting_on: held, initial_meeting_outcome: 'declined' });
		expect(summary(of, '2023-12-01')).toEqual([['initial_meeting', '2023-11-20', held, status]]);
	});

	it('a meeting the person did not attend was not held', () => {
		const of = journey({ ...referred, initial_meeting_on: '2023-11-09', initial_meeting_outcome: 'did_not_attend' });
		expect(summary(of, '2023-12-01')).toEqual([['initial_meeting', '2023-11-20', null, 'missed']]);
	});

	it('the agreement to start starts the clock of the Diagnostic Interview', () => {
		expect(summary(journey(agreed), '2023-11-10')[1]).toEqual(['diagnostic_interview', '2023-11-23', null, 'pending']);
	});

	it('a meeting whose outcome is not recorded starts no clock, until a start proves the outcome', () => {
		expect(clocks(journey({ ...agreed, initial_meeting_outcome: null }), '2023-11-10')).toHaveLength(1);
		expect(summary(journey({ ...started, initial_meeting_outcome: null }), '2023-11-20')[1]).toEqual([
			'diagnostic_interview',
			'2023-11-23',
			'2023-11-16',
			'met',
		]);
	});

	it('the start starts the clocks of the plan, four sessions and the Baseline Survey', () => {
		expect(summary(journey({ ...started, baseline_survey_on: null }), '2023-11-16').slice(2)).toEqual([
			['smart_action_plan', '2023-11-30', null, 'pending'],
			['four_sessions', '2024-01-02', null, 'pending'],
			['baseline_survey', '2023-11-16', null, 'pending'],
		]);
	});

	it('a plan without evidence is not agreed', () => {
		expect(clocks(journey(planned), '2023-12-01')[2]).toMatchObject({ met_on: '2023-11-30', status: 'met' });
		expect(clocks(journey({ ...planned, action_plan_evidence: null }), '2023-12-01')[2]).toMatchObject({
			met_on: null,
			status: 'missed',
		});
	});

	it('a Baseline Survey after the first session is late', () => {
		expect(clocks(journey({ ...started, baseline_survey_on: '2023-11-17' }), '2023-11-20')[4]).toMatchObject({
			due_on: '2023-11-16',
			met_on: '2023-11-17',
			status: 'missed',
		});
	});

	test.each([
		['the fourth on the thirtieth Working Day', '2024-01-02', 'met'],
		['the fourth a day later', '2024-01-03', 'missed'],
	])('four sessions, %s: %s, %s', (_, fourth, status) => {
		const of = journey({ ...planned, sessions: sessions('2023-11-16', '2023-11-23', '2023-11-30', fourth) });
		expect(clocks(of, '2024-01-10')[3]).toMatchObject({ due_on: '2024-01-02', met_on: fourth, status });
	});

	it('a meeting that ended with a no is the only clock, whatever else is recorded', () => {
		const of = journey({ ...planned, initial_meeting_outcome: 'not_suitable' });
		expect(clocks(of, '2023-12-15').map(({ service_level }) => service_level)).toEqual(['initial_meeting']);
	});

	it('an early end stops no clock: four sessions are missed once their day has passed', () => {
		const of = journey({ ...planned, ended_on: '2023-12-01', end_reason: 'dropout' });
		expect([clocks(of, '2024-01-02')[3]?.status, clocks(of, '2024-01-03')[3]?.status]).toEqual(['pending', 'missed']);
	});

	it('a day that starts a clock and is not known leaves the clock out', () => {
		const of = journey({ ...planned, received_on: null, initial_meeting_on: null, start_on: null });
		expect(clocks(of, '2024-01-10').map((clock) => clock.service_level)).toEqual(['smart_action_plan']);
	});
});

describe('counted sessions (1.15, 2.20)', () => {
	test.each([
		['attended, one hour', {}, 1],
		['attended, 59 minutes', { minutes: 59 }, 0],
		['attended, length not recorded', { minutes: null }, 1],
		['attended in a group', { one_to_one: false }, 0],
		['digital', { mode: 'digital' }, 1],
		['missed', { attendance: 'missed' }, 0],
		['cancelled by the Peer Mentor', { attendance: 'cancelled_by_mentor' }, 0],
	] as const)('%s: counts or not', (_, over, count) => {
		expect(countedSessions([session('2023-11-16', over)], 60)).toHaveLength(count);
	});

	it('are in order of their dates, and leave the list given as it was', () => {
		const given = sessions('2023-12-01', '2023-11-16');
		expect(countedSessions(given, 60).map((each) => each.held_on)).toEqual(['2023-11-16', '2023-12-01']);
		expect(given[0]?.held_on).toBe('2023-12-01');
	});
});

describe('next due', () => {
	it('is the earliest day of what is not done, overdue or not', () => {
		expect(nextDue(clocks(journey(started), '2023-12-15'))).toBe('2023-11-30');
	});

	it('is the earliest, whatever the order of the clocks', () => {
		const all = clocks(journey(started), '2023-12-15');
		expect(nextDue(all.toReversed())).toBe('2023-11-30');
	});

	it('is nothing where all is done', () => {
		const of = journey({ ...referred, initial_meeting_on: '2023-11-09', initial_meeting_outcome: 'declined' });
		expect(nextDue(clocks(of, '2023-12-15'))).toBeUndefined();
	});
});

describe('stage of a journey (Annex B)', () => {
	test.each([
		['referred', 'referred', referred],
		['initial meeting not attended', 'referred', { ...referred, initial_meeting_outcome: 'did_not_attend' }],
		['agreed to start', 'met', agreed],
		['declined', 'not_starting', { ...agreed, initial_meeting_outcome: 'declined' }],
		['not suitable', 'not_starting', { ...agreed, initial_meeting_outcome: 'not_suitable' }],
		['started', 'started', started],
		['start date missing, interview held', 'started', { ...started, start_on: null }],
		['plan agreed', 'planned', { ...planned, sessions: sessions('2023-11-16') }],
		['a later session attended', 'in_support', { ...planned, sessions: sessions('2023-11-16', '2023-11-23') }],
		['a later session, but no plan', 'started', { ...started, sessions: sessions('2023-11-16', '2023-11-23') }],
		['a later session missed', 'planned', { ...planned, sessions: [session('2023-12-01', { attendance: 'missed' })] }],
		['left', 'left', { ...planned, ended_on: '2023-12-01' }],
	] as const)('%s: %s', (_, stage, over) => expect(stageOf(journey(over))).toBe(stage));
});
