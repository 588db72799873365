import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { decidedOn, type ClockCode } from '../../../extensions/peer-mentoring/src/domain/service-levels/clock.ts';
import { clocksOf, type ReportedTerms } from '../../../extensions/peer-mentoring/src/domain/service-levels/clocks.ts';
import { englandAndWales } from '../support/holidays.ts';
import { journey, session } from '../support/journeys.ts';

const started = journey({
	received_on: '2023-11-06',
	initial_meeting_on: '2023-11-09',
	initial_meeting_outcome: 'start',
	start_on: '2023-11-16',
	diagnostic_interview_on: '2023-11-16',
	baseline_survey_on: '2023-11-16',
});
const short = ['2023-11-16', '2023-11-23', '2023-11-30', '2023-12-07'].map((on) => session(on, { minutes: 45 }));
const clock = (code: string, terms: [ClockCode, ReportedTerms][], sessions = short) =>
	clocksOf(
		{ ...started, sessions },
		{
			holidays: englandAndWales,
			today: day('2024-01-10'),
			terms: SPECIFIED,
			reported: new Map(terms),
		},
	).find(({ service_level }) => service_level === code);

const terms = (started_on: string, due_on: string, session_minutes: number | null = null): ReportedTerms => ({
	started_on: day(started_on),
	due_on: day(due_on),
	session_count: null,
	session_minutes,
});

describe('a clock that a submitted return has reported (3.4)', () => {
	test.each<[string, [ClockCode, ReportedTerms][], string]>([
		['keeps its due day', [['initial_meeting', terms('2023-11-06', '2023-11-21')]], '2023-11-21'],
		[
			'that runs from another day now is due as that asks',
			[['initial_meeting', terms('2023-11-05', '2023-11-21')]],
			'2023-11-20',
		],
		['leaves the others alone', [['smart_action_plan', terms('2023-11-06', '2023-11-21')]], '2023-11-20'],
		['is none where nothing was reported', [], '2023-11-20'],
	])('%s', (_, reported, due) => expect(clock('initial_meeting', reported)?.due_on).toBe(due));

	test.each<[string, [ClockCode, ReportedTerms][], object]>([
		[
			'as the return counted',
			[['four_sessions', terms('2023-11-16', '2024-01-02', 45)]],
			{ session_minutes: 45, met_on: '2023-12-07' },
		],
		[
			'as the contract says now, where the return does not say',
			[['four_sessions', terms('2023-11-16', '2024-01-02')]],
			{ session_minutes: 60, met_on: null },
		],
		[
			'as the contract says now, whatever another clock says',
			[['eight_sessions', terms('2023-11-16', '2024-01-02', 45)]],
			{ session_minutes: 60, met_on: null },
		],
	])('counts sessions %s', (_, reported, expected) => {
		expect(clock('four_sessions', reported)).toMatchObject(expected);
	});

	it('has no length of sessions where none are counted', () => {
		expect(clock('baseline_survey', [])?.session_minutes).toBeNull();
	});
});

describe('the day on which a clock is decided', () => {
	test.each([
		['done before it is due: when it is done', '2023-11-15', '2023-11-15'],
		['done on the due day: that day', '2023-11-20', '2023-11-20'],
		['done late: when it was due', '2023-11-25', '2023-11-20'],
		['not done: when it is due', null, '2023-11-20'],
	])('%s', (_, met, decided) => {
		expect(decidedOn({ due_on: day('2023-11-20'), met_on: met === null ? null : day(met) })).toBe(decided);
	});
});
