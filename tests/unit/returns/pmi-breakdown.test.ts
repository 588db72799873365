/** One counter stands behind every view of the return (3.8): what each view takes from it. */
import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { ReportedJourney } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { scopeFigures } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/breakdown.ts';
import { addFigures, emptyCell, type Cell } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/cell.ts';
import type { PmiContext } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/context.ts';
import { figuresOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/figures.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { journey, sessions } from '../support/journeys.ts';
import { pmiContext, tally } from '../support/pmi.ts';

const MONTH = parseMonth('2023-12')!;

describe('the figures of one scope', () => {
	/** A cell in which every number is another one. */
	function numbered(): Cell {
		let next = 0;
		const count = () => ({ cumulative: (next += 1), in_month: (next += 1) });
		const timed = () => ({ total: count(), on_time: count(), determinable: count(), pending: (next += 1) });
		return {
			...emptyCell(),
			referrals: count(),
			starts: count(),
			completions: count(),
			completions_fewer_than_eight: count(),
			initial_meetings: timed(),
			diagnostic_interviews: timed(),
			action_plans: timed(),
			four_sessions: timed(),
			eight_sessions: count(),
			eight_sessions_of_left: 3,
			completed_lengths: new Map([[10, 1]]),
			early_lengths: new Map([[20, 3]]),
			current_lengths: new Map([[30, 2]]),
		};
	}
	const { rows, lengths } = scopeFigures(numbered());

	test.each([
		[2, 'referrals', 1, 2],
		[4, 'starts', 3, 4],
		[6, 'completions', 5, 6],
		[6, 'completions_fewer_than_eight', 7, 8],
		[8, 'initial_meetings', 9, 10],
		[9, 'initial_meetings_on_time', [11, 9], [12, 10], [11, 13], [12, 14]],
		[10, 'diagnostic_interviews', 16, 17],
		[11, 'diagnostic_interviews_on_time', [18, 16], [19, 17], [18, 20], [19, 21]],
		[12, 'action_plans', 23, 24],
		[13, 'action_plans_on_time', [25, 23], [26, 24], [25, 27], [26, 28]],
		[14, 'four_sessions', 30, 31],
		[15, 'four_sessions_on_time', [32, 34], [33, 35]],
		[15, 'four_sessions_pending', 36, null],
		[16, 'eight_sessions', [37, 3], 38],
		[16, 'eight_sessions_of_left', [3, 4], null],
	] as const)('measure %i, %s', (measure, key, cumulative, inMonth, level?, levelInMonth?) => {
		const row = rows.find((each) => each.key === key);
		const shown = (figure: { number: number; of?: number } | null | undefined) =>
			figure && (figure.of === undefined ? figure.number : [figure.number, figure.of]);
		expect([row?.measure, shown(row?.cumulative), shown(row?.in_month)]).toEqual([measure, cumulative, inMonth]);
		expect([shown(row?.service_level?.cumulative), shown(row?.service_level?.in_month)]).toEqual([level, levelInMonth]);
	});

	it('are fifteen rows, and the lengths of four groups', () => {
		expect(rows).toHaveLength(15);
		const summary = Object.entries(lengths).map(([group, { count, mean }]) => [group, count, mean]);
		expect(summary).toEqual([
			['completed', 1, 10],
			['early', 3, 20],
			['left', 4, 17.5],
			['current', 2, 30],
		]);
	});

	it('has the length of somebody with those who completed, who left early, or who are still there', () => {
		const start = { received_on: '2023-11-01', start_on: '2023-12-01' };
		const cell = emptyCell();
		for (const over of [
			{},
			{ ended_on: '2023-12-11', end_reason: 'dropout' },
			{ ended_on: '2023-12-21', end_reason: 'completed' },
		] as const) {
			addFigures(cell, figuresOf(journey({ ...start, ...over }), pmiContext())!, MONTH);
		}
		expect([cell.current_lengths, cell.early_lengths, cell.completed_lengths]).toEqual([
			new Map([[30, 1]]),
			new Map([[10, 1]]),
			new Map([[20, 1]]),
		]);
	});

	it('judges no plan where no Diagnostic Interview is on record (Table A)', () => {
		const of = { received_on: '2023-12-01', action_plan_agreed_on: '2023-12-05', action_plan_evidence: 'wet' } as const;
		const { action_plans_on_time } = tally([journey(of)], pmiContext()).measures;
		expect(action_plans_on_time).toMatchObject({ number: 0, of: 1, service_level: { met: 0, determinable: 0 } });
	});
});

describe('the return of a contract', () => {
	const context = (over: Partial<PmiContext> = {}) => {
		const base = pmiContext(over);
		return { ...base, contract: { ...base.contract, cpas: [9, 4] } };
	};
	const area = (cpa: number) => ({ cpa, minimum: 3, maximum: 5 });

	it('has its areas in order, with or without a referral, and any other that has one', () => {
		const of = (journeys: ReportedJourney[], over: Partial<PmiContext> = {}) =>
			tally(journeys, context(over)).breakdown.by_cpa.map(({ cpa }) => cpa);
		expect(of([])).toEqual([4, 9]);
		expect(of([journey({ cpa: 8, received_on: '2023-12-01' })])).toEqual([4, 8, 9]);
		expect(of([], { cpa: 4 })).toEqual([4]);
	});

	it('has personnel of its own areas, and of one alone where that is asked', () => {
		const cpaFte = [area(4), area(5), area(9)];
		const of = (over: Partial<PmiContext>) =>
			tally([], context({ cpaFte, ...over })).breakdown.personnel.map(({ cpa }) => cpa);
		expect(of({})).toEqual([4, 9]);
		expect(of({ cpa: 9 })).toEqual([9]);
		expect(of({ cpa: 5 })).toEqual([]);
	});

	test.each([
		['2023-06-01', '2023-06', 3],
		['2023-06-01', '2023-05', null],
		['2023-06-30', '2023-06', null],
		['2023-05-31', '2023-06', 3],
	])('judges FTE after the Implementation Period (%s): in %s %s missing', (end, month, shortfall) => {
		const base = context({ cpaFte: [area(9)], month: parseMonth(month)! });
		const contract = {
			...base.contract,
			start_date: day('2023-03-09'),
			implementation_end_date: day(end),
		};
		expect(tally([], { ...base, contract }).breakdown.personnel[0]?.shortfall).toBe(shortfall);
	});

	it('counts who joined apart from who left', () => {
		const place = { cpa: 9, delivery_area: 'Wrexham', office: null, weekly_hours: 40 };
		const assignments = [
			{ mentor: 'A', ...place, from: day('2023-12-04'), to: null },
			{ mentor: 'B', ...place, from: day('2023-12-04'), to: null },
			{ mentor: 'C', ...place, from: day('2023-06-01'), to: day('2023-12-15') },
		];
		expect(tally([], context({ assignments })).measures.personnel_changes).toMatchObject({ joined: 2, left: 1 });
	});

	it('has the spend of each kind, and the documents of each', () => {
		const spent = (kind: 'sme' | 'subcontractor', amount_pence: number) => ({
			kind,
			organisation: 'A',
			spent_on: day('2023-12-01'),
			amount_pence,
		});
		const document = (version: string) => ({ version, dated: day('2023-12-05'), title: 'T' });
		const { measures } = tally(
			[],
			context({
				spend: [spent('sme', 5), spent('subcontractor', 700)],
				costRegister: [document('1')],
				iprLog: [document('2')],
			}),
		);
		expect([measures.sme_spend, measures.subcontractor_spend]).toMatchObject([{ total: '0.05' }, { total: '7.00' }]);
		expect([measures.contract_cost_register, measures.ipr_log]).toMatchObject([
			{ documents: [{ version: '1' }] },
			{ documents: [{ version: '2' }] },
		]);
	});

	it('notes each counted event in its own month', () => {
		const { events } = tally([journey({ received_on: '2023-11-30', start_on: '2023-12-04' })], context());
		expect(events).toEqual({ '2023-11': { referrals: 1 }, '2023-12': { starts: 1 } });
	});
});

describe('a Mentee who moves to another area (2.6)', () => {
	const base = pmiContext();
	const measures = (of: ReportedJourney, cpa: number) => {
		const counted = pmiTally({ ...base, contract: { ...base.contract, cpas: [4, 5] }, cpa });
		counted.add(of);
		return counted.result().measures;
	};
	const moved = (over: Parameters<typeof journey>[0], on: string): ReportedJourney => ({
		...journey({
			cpa: 4,
			received_on: '2023-11-20',
			start_on: '2023-12-04',
			sessions: sessions('2023-12-04'),
			...over,
		}),
		stays: [
			{ cpa: 4, from: day('2023-11-20') },
			{ cpa: 5, from: day(on) },
		],
	});

	it('waits for four sessions where the Mentee is at the cut-off', () => {
		const of = moved({}, '2023-12-11');
		expect([4, 5].map((cpa) => measures(of, cpa).four_sessions_on_time.pending)).toEqual([0, 1]);
		expect([4, 5].map((cpa) => measures(of, cpa).length_on_provision.current.count)).toEqual([0, 1]);
	});

	it('leaves in the area of the end, though a later stay was recorded', () => {
		const of = moved({ ended_on: '2023-12-15', end_reason: 'moved_away' }, '2023-12-20');
		expect([4, 5].map((cpa) => measures(of, cpa).length_on_provision.left.count)).toEqual([1, 0]);
	});
});
