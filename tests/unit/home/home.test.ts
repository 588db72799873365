/** What the first screens say, from what is counted. */
import { describe, expect, it, test } from 'vitest';
import { takersOf, type Mentor } from '../../../extensions/peer-mentoring/src/app/platform/home/hand-over.ts';
import { day, type CalendarMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	closedMonths,
	monthCells,
	type MonthResult,
} from '../../../extensions/peer-mentoring/src/domain/home/performance.ts';
import { comingWork, stateOf, type ReturnState } from '../../../extensions/peer-mentoring/src/domain/home/returns.ts';
import { slipping } from '../../../extensions/peer-mentoring/src/domain/home/slips.ts';
import { englandAndWales } from '../support/holidays.ts';

it('what slips is added up by Peer Mentor, most first, and by area, what has none last', () => {
	const counted = {
		overdue: [
			{ mentor: 'a', cpa: 9, count: 1 },
			{ mentor: 'b', cpa: 9, count: 4 },
			{ mentor: null, cpa: null, count: 2 },
		],
		no_appointment: [{ mentor: 'a', cpa: 4, count: 1 }],
	};
	expect(slipping(counted)).toEqual({
		total: { overdue: 7, no_appointment: 1 },
		mentors: [
			{ mentor: 'b', counts: { overdue: 4, no_appointment: 0 } },
			{ mentor: 'a', counts: { overdue: 1, no_appointment: 1 } },
			{ mentor: null, counts: { overdue: 2, no_appointment: 0 } },
		],
		areas: [
			{ cpa: 4, counts: { overdue: 0, no_appointment: 1 } },
			{ cpa: 9, counts: { overdue: 5, no_appointment: 0 } },
			{ cpa: null, counts: { overdue: 2, no_appointment: 0 } },
		],
	});
});

describe('a return (3.4)', () => {
	const DUE = day('2026-11-06');
	test.each<[string, { submitted: boolean; sent_on: ReturnType<typeof day> | null }, string, ReturnState]>([
		['on its day is due', { submitted: false, sent_on: null }, '2026-11-06', 'due'],
		['after it is missing', { submitted: false, sent_on: null }, '2026-11-07', 'missing'],
		['submitted late is to be sent', { submitted: true, sent_on: null }, '2026-11-20', 'to_send'],
		['sent is sent', { submitted: true, sent_on: day('2026-11-09') }, '2026-11-20', 'sent'],
	])('%s', (_, stands, today, state) => expect(stateOf({ due_on: DUE, ...stands }, day(today))).toBe(state));

	const CONTRACT = {
		reference: 'TEST-9',
		start_date: day('2025-07-01'),
		end_date: null,
		terms: SPECIFIED,
		holidays: englandAndWales,
	};
	const coming = (today: string, more = {}) =>
		comingWork([{ ...CONTRACT, ...more }], day(today)).map(({ part, month, due_on }) => `${due_on} ${month} ${part}`);

	it('comes from the month after this one to the end of the next quarter, with what goes with it (3.8)', () => {
		expect(coming('2025-11-29')).toEqual([
			'2025-12-05 2025-11 pmi',
			'2025-12-05 2025-11 mentee_tracker',
			'2026-01-08 2025-12 pmi',
			'2026-01-08 2025-12 mentee_tracker',
			'2026-01-08 2025-12 subcontractor_spend',
			'2026-01-08 2025-12 sme_spend',
			'2026-02-06 2026-01 pmi',
			'2026-02-06 2026-01 mentee_tracker',
			'2026-02-06 2026-01 contract_cost_register',
			'2026-02-06 2026-01 ipr_log',
			'2026-03-06 2026-02 pmi',
			'2026-03-06 2026-02 mentee_tracker',
		]);
	});

	test.each([
		['nothing of a contract that has ended', '2025-11-29', { end_date: day('2025-10-31') }, 0],
		['its last month of one that ends', '2025-11-29', { end_date: day('2025-11-30') }, 2],
		['nothing from before it began', '2025-11-29', { start_date: day('2026-02-02') }, 2],
		['nothing beyond the known bank holidays', '2099-11-29', {}, 0],
	])('there is %s', (_, today, more, count) => expect(coming(today, more)).toHaveLength(count));
});

describe('what the Buyer reads of a month (3.3, 5.4)', () => {
	const result = (month: string, more: Partial<MonthResult> = {}): MonthResult => ({
		...{
			month: month as CalendarMonth,
			cpa: null,
			service_level: 'pmi',
			status: 'met',
			lowest_fte: null,
			minimum_fte: null,
		},
		...more,
	});
	const MONTHS = ['2026-09', '2026-10'] as CalendarMonth[];
	const RESULTS = [
		result('2026-09'),
		result('2026-09', { service_level: 'baseline_survey', status: 'missed' }),
		result('2026-09', { service_level: 'interventions', status: 'pending' }),
		result('2026-09', { service_level: 'fte', lowest_fte: 2.5, minimum_fte: 3, status: 'missed' }),
		result('2026-09', { cpa: 9 }),
		result('2026-10'),
	];

	it('is nothing before it was submitted', () => {
		expect(monthCells(RESULTS, null, MONTHS, new Set())).toEqual([undefined, undefined]);
	});

	it('counts what was judged, of the contract and of each area by itself', () => {
		const submitted = new Set(MONTHS.slice(0, 1));
		const september = { month: '2026-09', levels: { met: 1, of: 3 }, fte: { lowest: 2.5, minimum: 3 } };
		expect(monthCells(RESULTS, null, MONTHS, submitted)).toEqual([september, undefined]);
		const area = { month: '2026-09', levels: { met: 1, of: 1 }, fte: null };
		expect(monthCells(RESULTS, 9, MONTHS, submitted)).toEqual([area, undefined]);
		expect(monthCells(RESULTS, 8, MONTHS, submitted)[0]?.levels).toBeNull();
	});

	it('is one of the last six that have ended', () => {
		expect(closedMonths(day('2026-03-31'))).toEqual(['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02']);
	});
});

describe('who may take a Mentee over (2.6, 2.25)', () => {
	const mentor = (id: string, mentees_now = 0): Mentor => ({
		id,
		name: id,
		leaves_on: null,
		mentees_now,
		works_in_welsh: null,
	});
	const post = (peer_mentor: string, cpa: number, to: string | null = null) => ({
		...{ peer_mentor, cpa, from: day('2024-01-01') },
		to: to === null ? null : day(to),
	});
	const MENTEE = { id: 'm', name: 'Gwen', reference: 'CY-1', cpa: 9, preferred_language: null };
	const takers = {
		mentors: [
			mentor('leaver'),
			mentor('busy', 9),
			mentor('free', 2),
			mentor('elsewhere'),
			mentor('gone'),
			mentor('unwanted'),
		],
		posts: [
			post('leaver', 9),
			post('busy', 9),
			post('free', 9),
			post('elsewhere', 8),
			post('gone', 9, '2026-10-31'),
			post('unwanted', 9),
		],
		wishes: [{ mentee: 'm', peer_mentor: 'unwanted', since_on: day('2026-01-01'), until_on: null }],
	};
	it('is in post there, not the one who leaves nor one unwanted; who has fewest stands first', () => {
		expect(takersOf(MENTEE, 'leaver', takers, day('2026-11-30')).map(({ id }) => id)).toEqual(['free', 'busy']);
	});
});
