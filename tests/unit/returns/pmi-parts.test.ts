import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import {
	countLength,
	lengthStatistics,
	percentOf,
	type DayCounts,
} from '../../../extensions/peer-mentoring/src/domain/numbers/arithmetic.ts';
import { exceptionsOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/exceptions.ts';
import {
	pounds,
	quarterlySpend,
	sixMonthlyDocuments,
} from '../../../extensions/peer-mentoring/src/domain/returns/pmi/returns.ts';
import type { JourneyFacts } from '../../../extensions/peer-mentoring/src/domain/journey/journey-rules.ts';
import { englandAndWales } from '../support/holidays.ts';
import { facts, journey, session } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

const month = (text: string) => parseMonth(text)!;

describe('percentages: half up to one decimal', () => {
	test.each([
		[4, 6, 66.7],
		[2, 3, 66.7],
		[1, 3, 33.3],
		[1, 8, 12.5],
		[1, 2000, 0.1],
		[1, 2001, 0],
		[3, 2000, 0.2],
		[69, 2000, 3.5],
		[1001, 2000, 50.1],
		[7, 7, 100],
		[0, 5, 0],
		[0, 0, null],
	])('%i of %i is %d', (number, of, expected) => expect(percentOf(number, of)).toBe(expected));

	it('never differs from exact arithmetic', () => {
		for (let of = 1; of <= 400; of++) {
			for (let number = 0; number <= of; number++) {
				const exact = (2000n * BigInt(number) + BigInt(of)) / (2n * BigInt(of));
				expect(percentOf(number, of)).toBe(Number(exact) / 10);
			}
		}
	});
});

describe('lengths on provision', () => {
	const of = (...lengths: number[]) => {
		const counts: DayCounts = new Map();
		for (const each of lengths) countLength(counts, each);
		return lengthStatistics(counts);
	};

	test.each([
		['none', [], { count: 0, mean: null, median: null, min: null, max: null }],
		['one', [42], { count: 1, mean: 42, median: 42, min: 42, max: 42 }],
		['an even number', [56, 42, 43, 9], { count: 4, mean: 37.5, median: 42.5, min: 9, max: 56 }],
		['an odd number', [0, 59, 3, 45, 3], { count: 5, mean: 22, median: 3, min: 0, max: 59 }],
		[
			'a mean that ends in a half',
			[1, ...Array.from({ length: 19 }, () => 0)],
			{ count: 20, mean: 0.1, median: 0, min: 0, max: 1 },
		],
	])('%s', (_, lengths, expected) => expect(of(...lengths)).toEqual(expected));
});

describe('quarterly spend (3.8)', () => {
	const entry = (
		spent_on: string,
		organisation: string,
		amount_pence: number,
		kind: 'subcontractor' | 'sme' = 'subcontractor',
	) => ({
		kind,
		organisation,
		spent_on: day(spent_on),
		amount_pence,
	});
	const entries = [
		entry('2023-10-01', 'Recovery Works', 10_050),
		entry('2023-12-31', 'Recovery Works', 5),
		entry('2023-11-15', 'Adferiad Cyf', 2_000_000),
		entry('2023-09-30', 'Recovery Works', 77),
		entry('2024-01-01', 'Recovery Works', 77),
		entry('2023-11-15', 'Small Firm', 1, 'sme'),
	];

	it('is due with the PMI of the month that ends a financial quarter', () => {
		const due = Array.from({ length: 12 }, (_, n) => `2024-${String(n + 1).padStart(2, '0')}`).filter(
			(each) => quarterlySpend([], 'sme', month(each)).due,
		);
		expect(due).toEqual(['2024-03', '2024-06', '2024-09', '2024-12']);
	});

	it('adds up each organisation to the penny', () => {
		expect(quarterlySpend(entries, 'subcontractor', month('2023-12'))).toEqual({
			due: true,
			quarter: { from: '2023-10-01', to: '2023-12-31' },
			rows: [
				{ organisation: 'Adferiad Cyf', amount: '20000.00' },
				{ organisation: 'Recovery Works', amount: '100.55' },
			],
			total: '20100.55',
			nil: false,
		});
		expect(quarterlySpend(entries, 'sme', month('2023-12'))).toMatchObject({ total: '0.01', nil: false });
	});

	it('says so where there was none', () => {
		expect(quarterlySpend(entries, 'sme', month('2024-03'))).toMatchObject({ rows: [], total: '0.00', nil: true });
	});

	test.each([
		[0, '0.00'],
		[5, '0.05'],
		[-5, '-0.05'],
		[123456789, '1234567.89'],
	])('%i pence are %s pounds', (pence, text) => expect(pounds(pence)).toBe(text));
});

describe('six-monthly documents (3.8)', () => {
	const document = (version: string, dated: string) => ({
		version,
		dated: day(dated),
		title: 'Contract Cost Register',
	});
	const of = (in_month: string, start = '2023-06-15') =>
		sixMonthlyDocuments(
			[
				document('2.0', '2024-07-05'),
				document('1.0', '2023-12-20'),
				document('1.1', '2024-01-08'),
				document('1.2', '2024-01-09'),
			],
			day(start),
			month(in_month),
			{ holidays: englandAndWales, terms: SPECIFIED },
		);

	it('are due with the PMI of the sixth, twelfth, ... month from the Call-Off Start Date', () => {
		const months = ['2023-05', '2023-06', '2023-11', '2023-12', '2024-01', '2024-06', '2024-12'];
		expect(months.filter((each) => of(each).due)).toEqual(['2023-12', '2024-06', '2024-12']);
		expect(of('2024-02', '2023-08-31').due).toBe(true);
	});

	it('each belong to one return: dated up to the day it is due', () => {
		const versions = (in_month: string) => {
			const found = of(in_month);
			return found.due ? found.documents.map(({ version }) => version) : [];
		};
		expect([versions('2023-12'), versions('2024-06'), versions('2024-12')]).toEqual([
			['1.0', '1.1'],
			['1.2', '2.0'],
			[],
		]);
		expect(of('2024-12')).toMatchObject({ nil: true });
	});
});

describe('exceptions', () => {
	const context = pmiContext();
	const complete = { sessions: [session('2023-10-16')] };

	test.each([
		[[], {}],
		[['received_on_missing'], { received_on: null }],
		[['initial_meeting_missing'], { initial_meeting_on: null }],
		[['initial_meeting_outcome_missing'], { initial_meeting_outcome: null }],
		[['start_missing'], { start_on: null }],
		[['diagnostic_interview_missing'], { diagnostic_interview_on: null }],
		[['diagnostic_interview_not_on_start'], { diagnostic_interview_on: '2023-10-17' }],
		[['action_plan_evidence_missing'], { action_plan_evidence: null }],
		[['action_plan_date_missing'], { action_plan_agreed_on: null }],
		[['first_session_not_on_start'], { sessions: [session('2023-10-18')] }],
		[['session_length_missing'], { sessions: [session('2023-10-16', { minutes: null })] }],
		[['session_after_end'], { sessions: [session('2023-10-16'), session('2023-12-12')] }],
		[['eligibility_incomplete'], { gaps: ['eligibility_incomplete'] }],
		[['interview_incomplete'], { gaps: ['interview_incomplete'] }],
		[['plan_not_on_record'], { gaps: ['plan_not_on_record'] }],
		[['consent_missing'], { gaps: ['consent_missing'] }],
		[['consent_after_start'], { gaps: ['consent_after_start'] }],
		[['end_reason_missing'], { end_reason: null }],
		[['ended_on_missing'], { ended_on: null }],
		[
			[],
			{ initial_meeting_on: '2023-10-09', initial_meeting_outcome: 'start', ended_on: '2024-01-02', end_reason: null },
		],
	] as [string[], Partial<JourneyFacts>][])('%j', (codes, over) => {
		const found = exceptionsOf(facts({ ...complete, ...over }), context);
		expect(found.map(({ code }) => code)).toEqual(codes);
		for (const { message } of found) expect(message).toMatch(/^[A-Z].*\.$/);
	});

	it('a record without any date is listed, and counted nowhere', () => {
		const pmi = pmiTally(context);
		pmi.add(journey());
		const { measures, exceptions } = pmi.result();
		expect(measures.referrals_total.total).toBe(0);
		expect(exceptions.map(({ code }) => code)).toEqual(['no_dates']);
	});

	it('are in order of reference, then code, by code unit', () => {
		const pmi = pmiTally(context);
		for (const reference of ['b', 'É', 'B']) pmi.add(journey({ reference, initial_meeting_on: '2023-11-01' }));
		expect(pmi.result().exceptions.map(({ reference, code }) => `${reference} ${code}`)).toEqual([
			'B initial_meeting_outcome_missing',
			'B received_on_missing',
			'b initial_meeting_outcome_missing',
			'b received_on_missing',
			'É initial_meeting_outcome_missing',
			'É received_on_missing',
		]);
	});
});

describe('personnel in the return', () => {
	const place = { cpa: 9, delivery_area: 'Wrexham', office: null, weekly_hours: 40 };
	const assignments = [
		{ mentor: 'PM-1', ...place, from: day('2023-06-01'), to: day('2023-12-15') },
		{ mentor: 'PM-2', ...place, from: day('2023-12-04'), to: null },
		{ mentor: 'PM-2', ...place, cpa: 8, from: day('2023-12-04'), to: null },
	];

	it('counts people, and gives rows with references only', () => {
		const { measures, breakdown } = pmiTally(pmiContext({ assignments })).result();
		expect(measures.personnel_changes).toMatchObject({ joined: 1, left: 1 });
		expect(measures.personnel_changes.rows.map((row) => [row.cpa, row.change, row.mentor])).toEqual([
			[8, 'joined', 'PM-2'],
			[9, 'joined', 'PM-2'],
			[9, 'left', 'PM-1'],
		]);
		expect(breakdown.personnel).toEqual([
			{ cpa: 9, opening_fte: 1, closing_fte: 1, lowest_fte: 1, minimum: 3, shortfall: 2 },
		]);
	});

	it('counts somebody who joins twice in a month twice, and somebody in two CPAs once', () => {
		const twice = [
			{ mentor: 'PM-3', ...place, from: day('2023-12-04'), to: day('2023-12-08') },
			{ mentor: 'PM-3', ...place, from: day('2023-12-18'), to: day('2023-12-22') },
		];
		const { measures } = pmiTally(pmiContext({ assignments: [...assignments, ...twice] })).result();
		expect(measures.personnel_changes).toMatchObject({ joined: 3, left: 3 });
	});

	it('of one CPA leaves the others out', () => {
		const { measures } = pmiTally(pmiContext({ assignments, cpa: 8 })).result();
		expect(measures.personnel_changes.rows.map((row) => row.cpa)).toEqual([8]);
	});
});
