import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { parseCode } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import type { Journey } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { pmiTally, type PmiResult } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { figuresOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/figures.ts';
import type { JourneyMeasures } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measures.ts';
import { measureRecord } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/records.ts';
import { pmiDueOn, type PmiContext } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/context.ts';
import { englandAndWales, holidays } from '../support/holidays.ts';
import { journey, sessions } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

interface ExampleRecord {
	id: string;
	route: string;
	ref: string | null;
	im: string | null;
	out: string | null;
	start: string | null;
	di: string | null;
	plan: string | null;
	att: string[];
	end: string | null;
	why: string | null;
	wdr: string | null;
	known: string;
}

const example = JSON.parse(readFileSync(new URL('../../fixtures/pmi_example.json', import.meta.url), 'utf8')) as {
	fixture: ExampleRecord[];
	expected: Record<string, Record<string, unknown>>;
};

function exampleJourney(record: ExampleRecord): Journey {
	return journey({
		reference: record.id,
		route: parseCode('referral_route', record.route)!,
		received_on: record.ref,
		initial_meeting_on: record.im,
		initial_meeting_outcome: record.out === null ? null : parseCode('initial_meeting_outcome', record.out)!,
		start_on: record.start,
		diagnostic_interview_on: record.di,
		action_plan_agreed_on: record.plan,
		action_plan_evidence: record.plan === null ? null : 'electronic',
		ended_on: record.end,
		end_reason: record.why === null ? null : parseCode('end_reason', record.why)!,
		consent_withdrawn_on: record.wdr,
		sessions: sessions(...record.att),
	});
}

const known = (on: string) => example.fixture.filter((record) => record.known <= on).map(exampleJourney);

function tally(journeys: Journey[], context: PmiContext): PmiResult {
	const pmi = pmiTally(context);
	for (const each of journeys) pmi.add(each);
	return pmi.result();
}

const percent = (share: { number: number; percent: number | null }) =>
	`${share.number} = ${share.percent?.toFixed(1)}%`;
const fraction = (number: number, of: number, value: number | null) => `${number}/${of} = ${value?.toFixed(1)}%`;

describe.each([
	['2023-11', '2023-12-07'],
	['2023-12', '2024-01-08'],
])('the worked example of %s as known %s', (month, on) => {
	const expected = example.expected[`${month} as known ${on}`]!;
	const context = pmiContext({ month: parseMonth(month)!, knownOn: day(on) });
	const { measures } = tally(known(on), context);
	const figures = known(on).flatMap((each) => {
		const found = figuresOf(each, context);
		return found === undefined ? [] : [{ id: each.reference, ...found }];
	});
	const routes = ({ jobcentre_plus: JCP, third_party: TP, total }: Record<string, number>) => ({ JCP, TP, total });
	const notMet = (key: keyof JourneyMeasures) =>
		figures
			.filter((each) => ['late', 'not_done'].includes(measureRecord(key, each, context.month)?.result ?? ''))
			.map(({ id }) => id);
	const lengths = (left: boolean) =>
		Object.fromEntries(
			figures.filter((each) => each.length !== null && each.has_left === left).map(({ id, length }) => [id, length]),
		);
	const sl = (of: { service_level: { met: number; determinable: number; percent: number | null } }) =>
		fraction(of.service_level.met, of.service_level.determinable, of.service_level.percent);
	const { four_sessions_on_time: four, eight_sessions: eight } = measures;

	const actual: Record<string, unknown> = {
		'2 total referrals': routes({ ...measures.referrals_total }),
		'3 new referrals in month': routes({ ...measures.referrals_new }),
		'4 total starts': routes({ ...measures.starts_total }),
		'5 new starts in month': routes({ ...measures.starts_new }),
		'6 completions': measures.completions_total.total,
		'7 length, left (days)': lengths(true),
		'7 length, still on (days to cut-off)': lengths(false),
		'8 total initial meetings': measures.initial_meetings.total,
		'9 within 10 WD: number, % of completed (PMI)': percent(measures.initial_meetings_on_time),
		'9 service-level view: met / determinable': sl(measures.initial_meetings_on_time),
		'9 not met': notMet('initial_meetings_on_time'),
		'10 total diagnostic interviews': measures.diagnostic_interviews.total,
		'11 within 10 WD: number, % of completed (PMI)': percent(measures.diagnostic_interviews_on_time),
		'11 service-level view: met / determinable': sl(measures.diagnostic_interviews_on_time),
		'11 not met': notMet('diagnostic_interviews_on_time'),
		'12 total SMART action plans': measures.action_plans.total,
		'13 within 10 WD: number, % of completed (PMI)': percent(measures.action_plans_on_time),
		'13 service-level view: met / determinable': sl(measures.action_plans_on_time),
		'13 not met': notMet('action_plans_on_time'),
		'14 mentees with four sessions': measures.four_sessions.total,
		'15 four in 30 WD: number, % of determinable': fraction(four.number, four.of, four.percent),
		'15 pending (not yet due)': figures.filter((each) => each.four_sessions.pending).map(({ id }) => id),
		'16 eight sessions: number, % of all starts': fraction(eight.number, eight.of, eight.percent),
		due: pmiDueOn(context.month, englandAndWales),
	};

	it('has the same figures', () => expect(Object.keys(actual)).toEqual(Object.keys(expected)));
	test.each(Object.entries(expected))('%s: %j', (name, value) => expect(actual[name]).toEqual(value));
});

describe('the measures as JSON', () => {
	const context = pmiContext({ month: parseMonth('2023-12')!, knownOn: day('2024-01-08') });
	const { measures, exceptions, breakdown } = tally(known('2024-01-08'), context);

	it('has the keys of the contract in the order of 3.8', () => {
		expect(Object.keys(measures)).toEqual([
			'personnel_changes',
			'referrals_total',
			'referrals_new',
			'starts_total',
			'starts_new',
			'completions_total',
			'length_on_provision',
			'initial_meetings',
			'initial_meetings_on_time',
			'diagnostic_interviews',
			'diagnostic_interviews_on_time',
			'action_plans',
			'action_plans_on_time',
			'four_sessions',
			'four_sessions_on_time',
			'eight_sessions',
			'subcontractor_spend',
			'sme_spend',
			'contract_cost_register',
			'ipr_log',
		]);
	});

	it('has the shape of the contract', () => {
		expect(JSON.parse(JSON.stringify(measures))).toMatchObject({
			personnel_changes: { joined: 0, left: 0, rows: [] },
			referrals_total: { jobcentre_plus: 6, third_party: 3, total: 9 },
			completions_total: { total: 1, fewer_than_eight_sessions: 0 },
			length_on_provision: {
				left: { count: 2, mean: 49, median: 49, min: 42, max: 56 },
				current: { count: 3, mean: 28, median: 31, min: 19, max: 34 },
			},
			initial_meetings_on_time: {
				number: 4,
				percent: 66.7,
				of: 6,
				service_level: { met: 4, determinable: 7, percent: 57.1 },
			},
			four_sessions_on_time: { number: 1, percent: 50, of: 2, pending: 3 },
			eight_sessions: { number: 1, percent: 20, of: 5 },
			subcontractor_spend: { due: true, rows: [], total: '0.00', nil: true },
			contract_cost_register: { due: true, documents: [], nil: true },
		});
	});

	it('lists the referral whose date is missing, and nothing else', () => {
		expect(exceptions.map(({ reference, code }) => [reference, code])).toEqual([['G', 'received_on_missing']]);
	});

	it('adds up over routes and CPAs', () => {
		const numbers = (row: { cumulative: { number: number }; in_month: { number: number } | null }) => [
			row.cumulative.number,
			row.in_month?.number ?? 0,
		];
		for (const [index, row] of breakdown.total.rows.entries()) {
			const parts = Object.values(breakdown.by_route).map((scope) => numbers(scope.rows[index]!));
			expect(
				[0, 1].map((n) => parts[0]![n]! + parts[1]![n]!),
				row.key,
			).toEqual(numbers(row));
		}
		expect(breakdown.by_cpa).toHaveLength(1);
		expect(breakdown.by_cpa[0]?.total).toEqual(breakdown.total);
	});

	it('has in-month figures that add up to the cumulative ones', () => {
		const months = ['2023-09', '2023-10', '2023-11', '2023-12'].map((month) =>
			tally(known('2024-01-08'), pmiContext({ month: parseMonth(month)!, knownOn: day('2024-01-08') })),
		);
		for (const [index, row] of breakdown.total.rows.entries()) {
			if (row.in_month === null) continue;
			const inMonths = months.map((each) => each.breakdown.total.rows[index]!.in_month!.number);
			expect(
				inMonths.reduce((sum, each) => sum + each, 0),
				row.key,
			).toBe(row.cumulative.number);
		}
	});
});

describe('scope', () => {
	const context = pmiContext({ month: parseMonth('2023-12')!, knownOn: day('2024-01-08') });
	const one = (of: Journey, over: Partial<PmiContext> = {}) => tally([of], { ...context, ...over });

	test.each([
		['withdrawn the day after', '2024-01-09', 1],
		['withdrawn on the day', '2024-01-08', 0],
		['withdrawn long before', '2023-12-05', 0],
	])('consent %s the records are known', (_, consent_withdrawn_on, total) => {
		const { measures, exceptions } = one(journey({ initial_meeting_on: '2023-12-04', consent_withdrawn_on }));
		expect(measures.referrals_total.total).toBe(total);
		expect(exceptions.length > 0).toBe(total === 1);
	});

	it('one CPA is asked for', () => {
		const inEight = journey({ cpa: 8, received_on: '2023-12-04' });
		expect(one(inEight).measures.referrals_total.total).toBe(1);
		expect(one(inEight, { cpa: 9 }).measures.referrals_total.total).toBe(0);
		expect(one(inEight, { cpa: 8 }).breakdown.by_cpa.map(({ cpa }) => cpa)).toEqual([8]);
	});

	it('what happened after the month is not there yet', () => {
		const later = journey({
			received_on: '2023-12-29',
			initial_meeting_on: '2024-01-03',
			initial_meeting_outcome: 'start',
			start_on: '2024-01-03',
		});
		const { measures, exceptions } = one(later);
		expect([measures.referrals_total.total, measures.initial_meetings.total, measures.starts_total.total]).toEqual([
			1, 0, 0,
		]);
		expect(exceptions).toEqual([]);
	});

	test.each([
		['on the last day of the month', '2023-12-31', 1],
		['on the day after', '2024-01-01', 0],
	])('a fourth session %s', (_, fourth, total) => {
		const held = sessions('2023-12-04', '2023-12-11', '2023-12-18', fourth);
		expect(one(journey({ received_on: '2023-12-01', sessions: held })).measures.four_sessions.total).toBe(total);
	});

	it('a meeting that the person did not attend is not held', () => {
		const missed = { received_on: '2023-12-01', initial_meeting_on: '2023-12-04' } as const;
		const { measures } = one(journey({ ...missed, initial_meeting_outcome: 'did_not_attend' }));
		expect(measures.initial_meetings_on_time).toEqual({
			number: 0,
			percent: null,
			of: 0,
			service_level: { met: 0, determinable: 1, percent: 0 },
		});
	});

	it('nothing at all is zero and n/a', () => {
		const { measures, exceptions } = tally([], context);
		expect(measures.starts_total).toEqual({ jobcentre_plus: 0, third_party: 0, total: 0 });
		expect(measures.eight_sessions).toEqual({ number: 0, percent: null, of: 0 });
		expect(measures.length_on_provision.left).toEqual({ count: 0, mean: null, median: null, min: null, max: null });
		expect(exceptions).toEqual([]);
	});
});

describe('records without the day that a deadline counts from', () => {
	const context = pmiContext({ month: parseMonth('2023-12')!, knownOn: day('2024-01-08') });
	const of = journey({
		reference: 'OLD',
		initial_meeting_outcome: 'start',
		diagnostic_interview_on: '2023-11-01',
		action_plan_agreed_on: '2023-11-02',
		action_plan_evidence: 'wet',
		sessions: sessions('2023-11-01', '2023-11-02', '2023-11-03', '2023-11-06'),
	});
	const { measures, exceptions } = tally([of], context);

	it('stay among those done, and are never on time', () => {
		expect(measures.referrals_total.total).toBe(1);
		expect(measures.starts_total.total).toBe(0);
		expect(measures.diagnostic_interviews_on_time).toMatchObject({
			number: 0,
			of: 1,
			service_level: { met: 0, determinable: 1 },
		});
		expect(measures.action_plans_on_time).toMatchObject({ number: 1, of: 1 });
		expect(measures.four_sessions.total).toBe(1);
		expect(measures.four_sessions_on_time).toEqual({ number: 0, percent: 0, of: 1, pending: 0 });
	});

	it('are listed', () => {
		expect(exceptions.map(({ code }) => code)).toEqual([
			'initial_meeting_missing',
			'received_on_missing',
			'start_missing',
		]);
	});
});

describe('due day of the PMI (3.4)', () => {
	test.each([
		['2023-11', 'england-and-wales', '2023-12-07'],
		['2023-12', 'england-and-wales', '2024-01-08'],
		['2023-12', 'scotland', '2024-01-09'],
		['2025-03', 'england-and-wales', '2025-04-07'],
	] as const)('%s in %s: %s', (month, calendar, due) => {
		expect(pmiDueOn(parseMonth(month)!, holidays(calendar))).toBe(due);
	});
});
