import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { milestonesOf } from '../../../extensions/peer-mentoring/src/domain/contract/milestones.ts';
import { pmiDueOn } from '../../../extensions/peer-mentoring/src/domain/contract/pmi-due.ts';
import {
	FIXED,
	SPECIFIED,
	termProblem,
	TERMS,
	termsOf,
	type Term,
} from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { dropoutDueOn } from '../../../extensions/peer-mentoring/src/domain/journey/dropout.ts';
import type { SupportedJourney } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { mostImplementationCosts } from '../../../extensions/peer-mentoring/src/domain/money/implementation-costs.ts';
import { fteOf } from '../../../extensions/peer-mentoring/src/domain/people/fte.ts';
import { asOnePersonEach } from '../../../extensions/peer-mentoring/src/domain/people/one-person.ts';
import { figuresOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/figures.ts';
import { measureName } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measure-names.ts';
import { clocksOf, laterClocksOf } from '../../../extensions/peer-mentoring/src/domain/service-levels/clocks.ts';
import { englandAndWales } from '../support/holidays.ts';
import { journey, sessions } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

describe('the terms of a Call-Off Contract', () => {
	it('are the specification’s where it says nothing', () => {
		expect(termsOf({})).toEqual(SPECIFIED);
		expect(termsOf({ first_sessions: null, dropout_days: '' })).toEqual(SPECIFIED);
		expect(SPECIFIED).toMatchObject({ initial_meeting_days: 10, first_sessions: 4, minimum_sessions: 8 });
		expect(SPECIFIED).toMatchObject({ return_working_day: 5, dropout_days: 35, fte_weekly_hours: 40 });
	});

	test.each(TERMS)('%s is its own where it says so, also as a driver gives it', (term) => {
		const { most } = FIXED[term];
		expect(termsOf({ [term]: String(most) })).toEqual({ ...SPECIFIED, [term]: most });
	});

	const range = (term: Term) => ({ field: term, code: 'term_range' });
	test.each<[string, Partial<Record<Term, unknown>>, object | undefined]>([
		['nothing', {}, undefined],
		['the least', { return_working_day: 1 }, undefined],
		['too little', { return_working_day: 0 }, range('return_working_day')],
		['the most', { return_working_day: 15 }, undefined],
		['too much', { return_working_day: 16 }, range('return_working_day')],
		['a part', { initial_meeting_days: 7.5 }, range('initial_meeting_days')],
		['no number', { dropout_days: 'five weeks' }, range('dropout_days')],
		['fewer first sessions than all', { first_sessions: 3, minimum_sessions: 6 }, undefined],
		['as many', { first_sessions: 6, minimum_sessions: 6 }, undefined],
		['more first sessions than all', { first_sessions: 9 }, { field: 'first_sessions', code: 'term_order' }],
		['fewer in all than the first', { minimum_sessions: 3 }, { field: 'first_sessions', code: 'term_order' }],
		['a first survey after the second', { first_survey_months: 13 }, { code: 'term_order' }],
	])('%s', (_, contract, problem) => {
		const found = termProblem(contract);
		if (problem) expect(found).toMatchObject(problem);
		else expect(found).toBeUndefined();
	});
});

/** A call-off of its own: first meeting in five Working Days, six sessions, three within twenty. */
const OWN = termsOf({
	initial_meeting_days: 5,
	diagnostic_interview_days: 7,
	action_plan_days: 8,
	first_sessions: 3,
	first_sessions_days: 20,
	minimum_sessions: 6,
	return_working_day: 3,
	dropout_days: 28,
	fte_weekly_hours: 36,
	first_survey_months: 3,
	second_survey_months: 9,
	implementation_weeks: 8,
	start_up_meeting_days: 3,
	implementation_plan_days: 6,
	implementation_costs_percent: 25,
});

describe('every rule takes the terms of its contract', () => {
	const context = { holidays: englandAndWales, today: day('2024-02-01') };
	const days = ['2023-11-16', '2023-11-23', '2023-11-30', '2023-12-07', '2023-12-14', '2023-12-21', '2023-12-28'];
	const of: SupportedJourney = {
		...journey({
			received_on: '2023-11-01',
			initial_meeting_on: '2023-11-08',
			initial_meeting_outcome: 'start',
			start_on: '2023-11-16',
			diagnostic_interview_on: '2023-11-16',
			baseline_survey_on: '2023-11-16',
			ended_on: '2024-01-04',
			end_reason: 'completed',
		}),
		sessions: sessions(...days.slice(0, 6)),
		shorter_support: false,
		surveys_completed_on: { six_months: null, twelve_months: null },
	};

	test.each([
		['the specification’s', SPECIFIED, ['2023-11-15', '2023-11-22', '2023-11-30', '2024-01-02'], '2023-12-07'],
		['its own', OWN, ['2023-11-08', '2023-11-17', '2023-11-28', '2023-12-14'], '2023-11-30'],
	])('clocks: %s', (_, terms, due, fourth) => {
		const clocks = clocksOf(of, { ...context, terms });
		expect(clocks.slice(0, 4).map(({ due_on }) => due_on)).toEqual(due);
		expect(clocks[3]).toMatchObject({ met_on: fourth, session_count: terms.first_sessions });
	});

	it('later clocks', () => {
		const [all, first, second] = laterClocksOf(of, { ...context, terms: OWN });
		expect(all).toMatchObject({ met_on: '2023-12-21', session_count: 6 });
		expect([first?.due_on, second?.due_on]).toEqual(['2024-02-16', '2024-08-16']);
		expect(laterClocksOf(of, { ...context, terms: SPECIFIED })[0]).toMatchObject({ met_on: null, status: 'missed' });
	});

	it('what a return has reported stays as it was counted', () => {
		const fixed = { started_on: day('2023-11-16'), due_on: day('2024-01-02'), session_minutes: 60, session_count: 4 };
		const clocks = clocksOf(of, { ...context, terms: OWN, reported: new Map([['four_sessions', fixed]]) });
		expect(clocks[3]).toMatchObject({ due_on: '2024-01-02', met_on: '2023-12-07', session_count: 4 });
	});

	it('the figures of a return and their names', () => {
		const context = pmiContext();
		const figures = figuresOf(of, { ...context, contract: { ...context.contract, terms: OWN } });
		expect(figures).toMatchObject({ eight_sessions_on: '2023-12-21', four_sessions: { on: '2023-11-30' } });
		expect(measureName(9, OWN)['en-GB']).toBe('Initial meetings within 5 Working Days of the referral');
		expect(measureName(15, OWN)['en-GB']).toBe('First three sessions within 20 Working Days of the start');
		expect(measureName(16, OWN)['cy-GB']).toBe('Mentoreion a gwblhaodd o leiaf 6 sesiwn');
	});

	it('returns, milestones, Dropouts, costs and FTE', () => {
		expect(pmiDueOn(parseMonth('2023-12')!, englandAndWales, OWN)).toBe('2024-01-04');
		expect(dropoutDueOn(of, OWN)).toBe('2024-01-18');
		expect(mostImplementationCosts(1000, OWN)).toBe(250);
		const contract = { start_date: day('2023-01-09'), implementation_end_date: day('2023-03-06'), terms: OWN };
		const milestones = milestonesOf({ ...contract, last_start_date: null, end_date: null }, englandAndWales);
		expect(milestones.slice(0, 3).map(({ due_on }) => due_on)).toEqual(['2023-01-12', '2023-01-17', '2023-03-06']);
		expect(fteOf([{ weekly_hours: 18, full_time_hours: 36 }])).toBe(0.5);
	});

	it('one person is one FTE at most, whatever a contract calls full time', () => {
		const place = { mentor: 'M-1', cpa: 1, delivery_area: 'Hull', from: day('2024-01-01'), to: null };
		const pieces = asOnePersonEach([
			{ ...place, weekly_hours: 36, full_time_hours: 36 },
			{ ...place, weekly_hours: 12, full_time_hours: 40 },
		]);
		expect(fteOf(pieces)).toBe(1);
	});
});
