/** What the return of a month sees of a record, and what it has to live with (3.8). */
import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import type { ReportedJourney } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { areasOf, journeyAsAt, referredOn } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/as-at.ts';
import { exceptionsOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/exceptions.ts';
import { concerns, figuresOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/figures.ts';
import {
	quarterlySpend,
	sixMonthlyDocuments,
} from '../../../extensions/peer-mentoring/src/domain/returns/pmi/returns.ts';
import { englandAndWales } from '../support/holidays.ts';
import { journey, session, sessions } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

const CALENDAR = { holidays: englandAndWales, terms: SPECIFIED };
const CUT_OFF = '2023-12-31';
const LATER = '2024-01-01';
const FULL = {
	received_on: CUT_OFF,
	initial_meeting_on: CUT_OFF,
	initial_meeting_outcome: 'start',
	start_on: CUT_OFF,
	diagnostic_interview_on: CUT_OFF,
	action_plan_agreed_on: CUT_OFF,
	action_plan_evidence: 'wet',
	baseline_survey_on: CUT_OFF,
	ended_on: CUT_OFF,
	end_reason: 'completed',
	sessions: sessions(CUT_OFF),
} as const;

describe('a journey as it stood at the cut-off', () => {
	const then = (over: object) => journeyAsAt(journey({ ...FULL, ...over }), day(CUT_OFF));

	it('has everything up to the end of that day', () => expect(then({})).toEqual(journey(FULL)));

	test.each([
		['received_on', {}],
		['initial_meeting_on', { initial_meeting_outcome: null }],
		['start_on', {}],
		['diagnostic_interview_on', {}],
		['action_plan_agreed_on', { action_plan_evidence: null }],
		['baseline_survey_on', {}],
		['ended_on', { end_reason: null }],
	])('has no %s of the day after', (field, more) => {
		expect(then({ [field]: LATER })).toEqual(journey({ ...FULL, [field]: null, ...more }));
	});

	it('keeps an outcome, an evidence and a reason whose day is not known', () => {
		const unknown = { initial_meeting_on: null, action_plan_agreed_on: null, ended_on: null };
		expect(then(unknown)).toEqual(journey({ ...FULL, ...unknown }));
	});

	it('has no session of the day after', () => {
		expect(then({ sessions: sessions(LATER, CUT_OFF) }).sessions.map(({ held_on }) => held_on)).toEqual([CUT_OFF]);
	});
});

describe('the day a referral counts from', () => {
	const FIELDS = [
		'initial_meeting_on',
		'start_on',
		'diagnostic_interview_on',
		'action_plan_agreed_on',
		'baseline_survey_on',
		'ended_on',
	];

	test.each(FIELDS)('is, without its own, %s where that is the earliest', (field) => {
		const others = Object.fromEntries(FIELDS.map((each) => [each, '2023-11-20']));
		expect(referredOn(journey({ ...others, [field]: '2023-11-16', sessions: sessions('2023-11-23') }))).toBe(
			'2023-11-16',
		);
		expect(referredOn(journey({ [field]: '2023-11-16' }))).toBe('2023-11-16');
	});

	it('is that of a session, too, and its own before all others', () => {
		expect(referredOn(journey({ start_on: '2023-11-20', sessions: sessions('2023-11-23', '2023-11-16') }))).toBe(
			'2023-11-16',
		);
		expect(referredOn(journey({ received_on: '2023-11-20', start_on: '2023-11-16' }))).toBe('2023-11-20');
		expect(referredOn(journey())).toBeUndefined();
	});
});

describe('a record that the return may use (2.25)', () => {
	const context = pmiContext();
	const stays = [
		{ cpa: 4, from: day('2023-10-02') },
		{ cpa: 5, from: day('2023-11-01') },
		{ cpa: 4, from: day('2023-12-01') },
	];
	const of = (over: Partial<ReportedJourney>, cpa?: number) =>
		concerns({ ...journey({ received_on: '2023-12-01' }), ...over }, { ...context, cpa });

	test.each<[string, Partial<ReportedJourney>, number | undefined, boolean]>([
		['of anybody', {}, undefined, true],
		['not of somebody erased by then', { erased_on: day('2024-01-08') }, undefined, false],
		['of somebody erased later', { erased_on: day('2024-01-09') }, undefined, true],
		[
			'not where consent was withdrawn before',
			{ erased_on: day('2024-01-09'), consent_withdrawn_on: day('2024-01-05') },
			undefined,
			false,
		],
		['of the area asked for', {}, 9, true],
		['not of another area', {}, 8, false],
		['of each area that somebody was in', { stays }, 5, true],
		['not of the area of a referral that has moved', { stays }, 9, false],
	])('%s', (_, over, cpa, used) => expect(of(over, cpa)).toBe(used));

	it('is in each of its areas once', () => {
		expect(areasOf({ cpa: 9, stays })).toEqual([4, 5]);
		expect([areasOf({ cpa: 9, stays: [] }), areasOf({ cpa: 9 })]).toEqual([[9], [9]]);
	});

	it('has a length from its start to its end, or to the cut-off', () => {
		const figures = (over: object) => figuresOf(journey({ received_on: '2023-11-01', ...over }), context);
		expect(figures({})).toMatchObject({ length: null, length_from: null, has_left: false, completed_on: null });
		expect(figures({ start_on: '2023-12-01' })).toMatchObject({
			length: 30,
			length_from: '2023-12-01',
			has_left: false,
		});
		const left = { start_on: '2023-12-01', ended_on: '2023-12-21', end_reason: 'dropout' } as const;
		expect(figures(left)).toMatchObject({ length: 20, has_left: true, completed_on: null });
		expect(figures({ ...left, end_reason: 'completed' })).toMatchObject({ completed_on: '2023-12-21' });
	});
});

describe('what the return has to live with', () => {
	const context = pmiContext();
	const codes = (over: object) =>
		exceptionsOf(journey({ received_on: '2023-12-01', ...over }), context).map(({ code }) => code);
	const MISSING = ['initial_meeting_missing', 'start_missing', 'diagnostic_interview_missing'];

	test.each([
		['a start', { start_on: '2023-12-04' }, ['initial_meeting_missing', 'diagnostic_interview_missing']],
		['a Diagnostic Interview', { diagnostic_interview_on: '2023-12-04' }, ['initial_meeting_missing', 'start_missing']],
		['a plan', { action_plan_agreed_on: '2023-12-04', action_plan_evidence: 'wet' }, MISSING],
		['a completion', { end_reason: 'completed', ended_on: '2023-12-04' }, MISSING],
		[
			'a session attended',
			{ sessions: [session('2023-12-04', { attendance: 'missed' }), session('2023-12-05')] },
			MISSING,
		],
		['a session missed alone', { sessions: [session('2023-12-04', { attendance: 'missed' })] }, []],
		['another end', { end_reason: 'dropout', ended_on: '2023-12-04' }, []],
		['an outcome without its meeting', { initial_meeting_outcome: 'declined' }, ['initial_meeting_missing']],
		['a meeting not attended, without its day', { initial_meeting_outcome: 'did_not_attend' }, []],
		['a meeting not attended', { initial_meeting_on: '2023-12-04', initial_meeting_outcome: 'did_not_attend' }, []],
		[
			'a step after a no',
			{ initial_meeting_on: '2023-12-04', initial_meeting_outcome: 'declined', diagnostic_interview_on: '2023-12-05' },
			[],
		],
		['a session on the day of the end', { ...FULL, sessions: sessions(CUT_OFF) }, []],
		[
			'a missed session after it',
			{ ...FULL, ended_on: '2023-12-30', sessions: [session(CUT_OFF, { attendance: 'missed' })] },
			[],
		],
		[
			'the length of a missed session',
			{ sessions: [session('2023-12-05', { attendance: 'missed', minutes: null })] },
			[],
		],
		[
			'a first session of a group before the start',
			{ ...FULL, sessions: [session('2023-12-01', { one_to_one: false }), session(CUT_OFF)] },
			[],
		],
	])('%s', (_, over, expected) => expect(codes(over)).toEqual(expected));

	it('is nothing of a referral after the month', () => {
		expect(exceptionsOf(journey({ received_on: LATER, end_reason: 'dropout' }), context)).toEqual([]);
		expect(exceptionsOf(journey({ received_on: CUT_OFF, end_reason: 'dropout' }), context)).toHaveLength(1);
	});

	it('is said in whole sentences, with the reference', () => {
		expect(exceptionsOf(journey({ reference: 'R-9' }), context)).toEqual([
			{ reference: 'R-9', code: 'no_dates', message: expect.stringMatching(/^The record has no date at all.*\.$/) },
		]);
	});
});

describe('what goes with the return of some months', () => {
	const spend = (spent_on: string, organisation: string, amount_pence = 1) =>
		({ kind: 'sme', spent_on: day(spent_on), organisation, amount_pence }) as const;
	const month = (text: string) => parseMonth(text)!;

	it('is spend of the first day of the quarter to the last, by name of the organisation', () => {
		const entries = [
			spend('2023-12-31', 'B'),
			spend('2023-10-01', 'C'),
			spend('2023-11-01', 'A'),
			spend('2023-09-30', 'D'),
			spend('2024-01-01', 'E'),
		];
		const found = quarterlySpend(entries, 'sme', month('2023-12'));
		expect(found).toMatchObject({
			rows: ['A', 'B', 'C'].map((organisation) => ({ organisation, amount: '0.01' })),
			total: '0.03',
		});
	});

	it('is every document up to the first such return, in order of day and version', () => {
		const document = (version: string, dated: string) => ({ version, dated: day(dated), title: 'T' });
		const given = [
			document('2', '2023-12-20'),
			document('1', '2023-12-20'),
			document('0', '2023-06-01'),
			document('9', '2024-01-09'),
		];
		const found = sixMonthlyDocuments(given, day('2023-06-15'), month('2023-12'), CALENDAR);
		expect(found).toEqual({ due: true, nil: false, documents: [given[2], given[1], given[0]] });
		expect(sixMonthlyDocuments(given, day('2023-06-15'), month('2023-11'), CALENDAR)).toEqual({ due: false });
	});
});
