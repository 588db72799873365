import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	areaOfStart,
	areasMetIn,
	COHORT_FACTS,
	type CohortRecord,
} from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/cohort.ts';
import { journey, session } from '../support/journeys.ts';

const START = day('2024-02-05');

/** Referred in area 4 and gone on in area 5 from 1 March 2024. */
const MOVED = [
	{ cpa: 4, from: day('2024-01-08') },
	{ cpa: 5, from: day('2024-03-01') },
];

const record = (over: Partial<CohortRecord> = {}): CohortRecord => ({
	...journey({ cpa: 4, received_on: '2024-01-08', start_on: START }),
	disclosure: null,
	disclosed_on: null,
	engagements: [],
	...over,
});

describe('who moves to another area (2.6)', () => {
	it('counts where they started, also with what followed elsewhere', () => {
		expect(areaOfStart(record({ stays: MOVED }), START)).toBe(4);
	});

	it('counts in the new area if they moved before they started', () => {
		expect(areaOfStart(record({ stays: MOVED }), day('2024-03-01'))).toBe(5);
		expect(areaOfStart(record({ stays: MOVED }), day('2024-02-29'))).toBe(4);
	});

	it('counts in the area of the referral if they never moved', () => {
		expect(areaOfStart(record(), START)).toBe(4);
	});

	test.each([
		['before the move alone, there alone', ['2024-02-12', '2024-02-29'], [4]],
		['after it alone, there alone', ['2024-03-01', '2024-03-08'], [5]],
		['before and after it, in both', ['2024-02-12', '2024-03-01'], [4, 5]],
		['at no time, nowhere', [], []],
		['outside the days, nowhere', ['2024-01-31', '2024-07-01'], []],
	])('was met %s (SF2)', (_, held, areas) => {
		const moved = record({ stays: MOVED, sessions: held.map((on) => session(on)) });
		expect(areasMetIn(moved, day('2024-02-01'), day('2024-06-30'))).toEqual(areas);
	});

	it('was not met by a session missed', () => {
		const missed = record({ stays: MOVED, sessions: [session('2024-03-08', { attendance: 'missed' })] });
		expect(areasMetIn(missed, day('2024-02-01'), day('2024-06-30'))).toEqual([]);
	});
});

describe('what somebody had done by the end of the period', () => {
	const moment = { to: day('2024-03-31'), terms: SPECIFIED };

	test.each<[keyof typeof COHORT_FACTS, Partial<CohortRecord>, Partial<CohortRecord>]>([
		[
			'diagnostic_interviews',
			{ diagnostic_interview_on: day('2024-03-31') },
			{ diagnostic_interview_on: day('2024-04-01') },
		],
		['baseline_surveys', { baseline_survey_on: day('2024-03-31') }, { baseline_survey_on: day('2024-04-01') }],
		[
			'disclosed_after_joining',
			{ disclosure: 'disclosed_after_joining', disclosed_on: day('2024-03-31') },
			{ disclosure: 'disclosed_after_joining', disclosed_on: day('2024-04-01') },
		],
		[
			'treatment',
			{ engagements: [{ kind: 'treatment', entered_on: day('2024-03-31') }] },
			{ engagements: [{ kind: 'training', entered_on: day('2024-03-31') }] },
		],
		[
			'work_related',
			{ engagements: [{ kind: 'training', entered_on: day('2024-03-31') }] },
			{ engagements: [{ kind: 'training', entered_on: null }] },
		],
		[
			'four_sessions',
			{ sessions: ['2024-02-05', '2024-02-12', '2024-02-19', '2024-03-31'].map((on) => session(on)) },
			{ sessions: ['2024-02-05', '2024-02-12', '2024-02-19', '2024-04-01'].map((on) => session(on)) },
		],
	])('%s', (fact, had, had_not) => {
		expect(COHORT_FACTS[fact](record(had), moment)).toBe(true);
		expect(COHORT_FACTS[fact](record(had_not), moment)).toBe(false);
	});
});
