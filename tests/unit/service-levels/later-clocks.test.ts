import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import type { SupportedJourney } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { laterClocksOf } from '../../../extensions/peer-mentoring/src/domain/service-levels/clocks.ts';
import { englandAndWales } from '../support/holidays.ts';
import { journey, session, sessions } from '../support/journeys.ts';

/** One session a week from the start on 16 November 2023; the seventh is on 28 December, the eighth on 4 January. */
const WEEKLY = ['11-16', '11-23', '11-30', '12-07', '12-14', '12-21', '12-28'].map((each) => `2023-${each}`);
const EIGHT = [...WEEKLY, '2024-01-04'];

const completed = (over: Partial<SupportedJourney> = {}): SupportedJourney => ({
	...journey({ start_on: '2023-11-16', ended_on: '2024-01-11', end_reason: 'completed' }),
	sessions: sessions(...EIGHT),
	shorter_support: false,
	surveys_completed_on: { six_months: null, twelve_months: null },
	...over,
});
const clocks = (of: SupportedJourney, today = '2024-01-12') =>
	laterClocksOf(of, { holidays: englandAndWales, today: day(today), terms: SPECIFIED });

describe('eight sessions (2.20, Table A)', () => {
	test.each<[string, Partial<SupportedJourney>, string | null, string]>([
		['the eighth before the end', {}, '2024-01-04', 'met'],
		['the eighth on the last day', { sessions: sessions(...WEEKLY, '2024-01-11') }, '2024-01-11', 'met'],
		['seven', { sessions: sessions(...WEEKLY) }, null, 'missed'],
		[
			'seven, and one too short',
			{ sessions: [...sessions(...WEEKLY), session('2024-01-04', { minutes: 59 })] },
			null,
			'missed',
		],
		['nine: the eighth decides', { sessions: sessions(...EIGHT, '2024-01-11') }, '2024-01-04', 'met'],
		['none', { sessions: [] }, null, 'missed'],
	])('%s', (_, over, met_on, status) => {
		expect(clocks(completed(over))).toEqual([
			{
				service_level: 'eight_sessions',
				started_on: '2023-11-16',
				due_on: '2024-01-11',
				met_on,
				status,
				month: '2024-01',
				session_minutes: 60,
				session_count: 8,
			},
		]);
	});

	test.each<[string, Partial<SupportedJourney>]>([
		['somebody still there', { ended_on: null, end_reason: null }],
		['somebody whose end is not known yet', { ended_on: null }],
		['somebody who left early', { end_reason: 'dropout' }],
		['somebody who moved away', { end_reason: 'moved_away' }],
		['an end without a reason', { end_reason: null }],
		['a Mentee who benefited from shorter support', { shorter_support: true }],
		['somebody who has not started', { start_on: null }],
	])('are not judged of %s', (_, over) => {
		expect(clocks(completed(over))).toEqual([]);
		expect(clocks(completed({ ...over, sessions: sessions(...WEEKLY) }))).toEqual([]);
	});

	it('that a return has reported keep the shortest session that it counted', () => {
		const of = completed({ sessions: EIGHT.map((each) => session(each, { minutes: 45 })) });
		const fixed = { started_on: day('2023-11-16'), due_on: day('2024-01-11'), session_minutes: 45, session_count: 8 };
		const [clock] = laterClocksOf(of, {
			holidays: englandAndWales,
			today: day('2024-01-12'),
			terms: SPECIFIED,
			reported: new Map([['eight_sessions', fixed]]),
		});
		expect(clock).toMatchObject({ met_on: '2024-01-04', status: 'met', session_minutes: 45 });
	});
});

describe('the surveys at six and twelve months (1.26)', () => {
	const surveyed = (over: Partial<SupportedJourney> = {}) =>
		completed({ baseline_survey_on: day('2023-11-16'), ended_on: null, end_reason: null, ...over });
	const summary = (of: SupportedJourney, today: string) =>
		clocks(of, today).map(({ service_level, started_on, due_on, met_on, status }) => [
			service_level,
			started_on,
			due_on,
			met_on,
			status,
		]);
	const [six, twelve] = ['survey_six_months', 'survey_twelve_months'];

	it('are due six and twelve months after the Baseline Survey', () => {
		expect(summary(surveyed(), '2024-05-16')).toEqual([
			[six, '2023-11-16', '2024-05-16', null, 'pending'],
			[twelve, '2023-11-16', '2024-11-16', null, 'pending'],
		]);
	});

	it('are each met on their own day', () => {
		const done = { six_months: day('2024-05-16'), twelve_months: day('2024-11-17') };
		expect(summary(surveyed({ surveys_completed_on: done }), '2024-12-01')).toEqual([
			[six, '2023-11-16', '2024-05-16', '2024-05-16', 'met'],
			[twelve, '2023-11-16', '2024-11-16', '2024-11-17', 'missed'],
		]);
	});

	it('are due whether or not the Mentee is still there', () => {
		const left = surveyed({ ended_on: day('2024-01-11'), end_reason: 'dropout' });
		expect(summary(left, '2024-05-17').map(([level, , , , status]) => [level, status])).toEqual([
			[six, 'missed'],
			[twelve, 'pending'],
		]);
	});
});
