import { describe, expect, it, test } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	day,
	type CalendarDay,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	contractClocks,
	type ContractRecords,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/contract-clocks.ts';
import { invoicesBy } from '../../../extensions/peer-mentoring/src/domain/money/last-invoice-day.ts';
import { englandAndWales } from '../support/holidays.ts';

const TODAY = day('2024-06-03');
const records = (over: Partial<ContractRecords> = {}): ContractRecords => ({
	contract: {
		id: 'C',
		terms: SPECIFIED,
		start_date: day('2023-01-09'),
		implementation_end_date: day('2023-03-31'),
		last_start_date: null,
		end_date: day('2025-03-07'),
		invoices_by: null,
	},
	milestones: [],
	plans: [],
	requests: [],
	documents: [],
	returns: [],
	invoiced_on: null,
	...over,
});
const clocks = (over: Partial<ContractRecords> = {}) =>
	contractClocks(records(over), englandAndWales, TODAY).map((clock) => [
		clock.service_level,
		clock.subject,
		clock.started_on,
		clock.due_on,
		clock.met_on,
		clock.status,
		clock.month,
	]);
const ALWAYS = [
	['implementation_plan', 'C', '2023-01-09', '2023-01-19', null, 'missed', '2023-01'],
	['invoices', 'C', '2023-01-09', '2025-03-31', null, 'pending', '2025-03'],
];

describe('the clocks of a contract’s own deadlines', () => {
	it('are two without any record: the Implementation Plan (2.25) and the invoices (2.30)', () => {
		expect(clocks()).toEqual(ALWAYS);
		expect(clocks({ invoiced_on: day('2025-03-20') })[1]?.slice(3, 5)).toEqual(['2025-03-31', '2025-03-20']);
	});

	it('of milestones run from the Call-Off Start Date; one without a due day has none (2.29)', () => {
		const milestones = [
			{ id: 'M1', milestone: 'start_up_meeting', due_on: day('2023-01-16'), met_on: day('2023-01-12') },
			{ id: 'M5', milestone: 'baseline_survey', due_on: null, met_on: null },
			{ id: 'M7', milestone: 'support_ends', due_on: day('2025-03-07'), met_on: null },
		] as const;
		expect(clocks({ milestones }).slice(0, 2)).toEqual([
			['milestone_start_up_meeting', 'M1', '2023-01-09', '2023-01-16', '2023-01-12', 'met', '2023-01'],
			['milestone_support_ends', 'M7', '2023-01-09', '2025-03-07', null, 'pending', '2025-03'],
		]);
	});

	it('of a review run from the approval or the last review until a later version is approved (5.4)', () => {
		const assessment = {
			id: 'D1',
			kind: 'privacy_impact_assessment',
			language: null,
			approved_on: day('2023-03-01'),
			review_on: day('2024-03-01'),
			reviewed_on: null,
		} as const;
		const later = { ...assessment, id: 'D2', approved_on: day('2024-02-20'), review_on: null };
		const review = (documents: ContractRecords['documents']) =>
			clocks({ documents }).find(([code]) => code === 'document_review');
		expect(review([assessment])).toEqual([
			...['document_review', 'D1', '2023-03-01', '2024-03-01', null, 'missed', '2024-03'],
		]);
		const reviewed = { ...assessment, reviewed_on: day('2024-02-28'), review_on: day('2025-03-03') };
		expect(review([reviewed])?.slice(2, 6)).toEqual(['2024-02-28', '2025-03-03', null, 'pending']);
		expect(review([later, assessment])?.slice(4, 6)).toEqual(['2024-02-20', 'met']);
		for (const other of [
			{ kind: 'data_sharing_record' as const },
			{ language: 'cy-GB' as const },
			{ approved_on: null },
		]) {
			expect(review([assessment, { ...later, ...other }])?.slice(4, 6)).toEqual([null, 'missed']);
		}
		expect(review([{ ...assessment, approved_on: null }])).toBeUndefined();
		expect(review([{ ...assessment, review_on: null }])).toBeUndefined();
	});

	it('of an amendment end with the next version submitted (2.25)', () => {
		const asked = { amendment_requested_on: day('2023-01-25'), amendment_due_on: day('2023-01-30') };
		const none = { amendment_requested_on: null, amendment_due_on: null };
		const first = { id: 'P1', version: 1, submitted_on: day('2023-01-18'), ...asked };
		const second = { id: 'P2', version: 2, submitted_on: null, ...none };
		const amendment = (plans: ContractRecords['plans']) =>
			clocks({ plans }).find(([code]) => code === 'plan_amendment');
		expect(amendment([first, second])).toEqual([
			'plan_amendment',
			'P1',
			'2023-01-25',
			'2023-01-30',
			null,
			'missed',
			'2023-01',
		]);
		expect(amendment([first, { ...second, submitted_on: day('2023-01-30') }])?.slice(4, 6)).toEqual([
			'2023-01-30',
			'met',
		]);
		expect(clocks({ plans: [first] })[0]?.slice(4, 6)).toEqual(['2023-01-18', 'met']);
	});

	it('of an amendment are none without the request or its due day, and pass over a version not submitted', () => {
		const plan = { version: 1, submitted_on: null, amendment_requested_on: null, amendment_due_on: null };
		const [requested, due] = [{ amendment_requested_on: day('2023-01-25') }, { amendment_due_on: day('2023-01-30') }];
		const plans = [
			{ ...plan, id: 'P1', ...requested },
			{ ...plan, id: 'P2', version: 2, ...due },
			{ ...plan, id: 'P3', version: 3, ...requested, ...due },
			{ ...plan, id: 'P4', version: 4 },
			{ ...plan, id: 'P5', version: 5, submitted_on: day('2023-01-29') },
		];
		expect(clocks({ plans })).toEqual([
			['implementation_plan', 'C', '2023-01-09', '2023-01-19', '2023-01-29', 'missed', '2023-01'],
			['plan_amendment', 'P3', '2023-01-25', '2023-01-30', '2023-01-29', 'met', '2023-01'],
			ALWAYS[1],
		]);
	});

	it('of invoices are none where nobody says by when (2.30)', () => {
		const contract = { ...records().contract, end_date: day('2027-03-31') };
		expect(clocks({ contract })).toEqual([ALWAYS[0]]);
	});

	it('of requests end with the answer; one without a due day has none (3.14, 5.2)', () => {
		const requested_on = day('2024-05-10');
		const requests = [
			{ id: 'R1', kind: 'security_questionnaire', requested_on, due_on: day('2024-06-10'), answered_on: null },
			{ id: 'R2', kind: 'other', requested_on, due_on: null, answered_on: null },
		] as const;
		expect(clocks({ requests: requests.slice(1) })).toEqual(ALWAYS);
		expect(clocks({ requests }).filter(([code]) => String(code).startsWith('request_'))).toEqual([
			['request_security_questionnaire', 'R1', '2024-05-10', '2024-06-10', null, 'pending', '2024-06'],
		]);
	});

	it('of returns count in the month that they report; a late tracker leaves the PMI alone (3.4, 3.5)', () => {
		const returned = { id: 'T', month: '2024-04' as CalendarMonth, due_on: day('2024-05-08') };
		const late = { ...returned, submitted_on: day('2024-05-08'), sent_on: null, tracker_sent_on: day('2024-05-09') };
		expect(clocks({ returns: [late] }).slice(1, 3)).toEqual([
			['pmi', 'T', '2024-05-01', '2024-05-08', '2024-05-08', 'met', '2024-04'],
			['mentee_tracker', 'T', '2024-05-01', '2024-05-08', '2024-05-09', 'missed', '2024-04'],
		]);
	});

	test.each([
		['2024-05-08', null, '2024-05-08', 'met'],
		['2024-05-08', '2024-05-08', '2024-05-08', 'met'],
		['2024-05-08', '2024-05-09', '2024-05-09', 'missed'],
		[null, null, null, 'missed'],
	])('a PMI submitted on %s and sent through Jaggaer on %s is provided on %s (3.4)', (filed, sent, met, status) => {
		const returned = { id: 'T', month: '2024-04' as CalendarMonth, due_on: day('2024-05-08'), tracker_sent_on: null };
		const [submitted_on, sent_on] = [filed, sent].map((on) => (on === null ? null : day(on))) as CalendarDay[];
		const [pmi] = clocks({ returns: [{ ...returned, submitted_on: submitted_on!, sent_on: sent_on! }] }).slice(1, 2);
		expect(pmi?.slice(4, 6)).toEqual([met, status]);
	});

	test.each([
		['2025-03-07', null, '2025-03-31'],
		['2025-03-31', null, '2025-03-31'],
		['2025-04-01', null, null],
		[null, null, null],
		['2027-03-31', '2027-04-30', '2027-04-30'],
	])('a contract that ends on %s and names %s has its invoices in by %s (2.30)', (end, named, expected) => {
		const days = { end_date: end === null ? null : day(end), invoices_by: named === null ? null : day(named) };
		expect(invoicesBy(days)).toBe(expected);
	});
});
