/** What a return has for a template beside the measures of its journeys (3.5, 3.8, 3.9). */
import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import type { PersonnelChange } from '../../../extensions/peer-mentoring/src/domain/people/personnel-changes.ts';
import type { PeriodicReport } from '../../../extensions/peer-mentoring/src/domain/returns/periodic/periodic-report.ts';
import { measureName } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measure-names.ts';
import { EMPTY_REPORT } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { CONTRACT_FIGURES } from '../../../extensions/peer-mentoring/src/domain/returns/templates/contract-figures.ts';
import type { FigureSource } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import {
	figureLabel,
	figureOf,
	figuresFor,
	listsFor,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/figures.ts';
import {
	periodicSource,
	pmiSource,
	trackerSource,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/sources.ts';

const MONTH = parseMonth('2024-06')!;
const change = (cpa: number, kind: PersonnelChange['change'], date: string, mentor: string): PersonnelChange => ({
	date: day(date),
	cpa,
	delivery_area: 'A',
	change: kind,
	mentor,
	fte_before: 0,
	fte_after: 1,
});
const fte = (cpa: number, opening_fte: number, closing_fte: number, minimum: number) => ({
	cpa,
	opening_fte,
	closing_fte,
	minimum,
	lowest_fte: 0,
	shortfall: 0,
});
const version = (of: string, dated: string) => ({ version: of, dated: day(dated), title: 'T' });
const due = (total: string) => ({ due: true, quarter: { from: '', to: '' }, rows: [], total, nil: false });

const PMI = {
	measures: {
		personnel_changes: {
			joined: 0,
			left: 0,
			rows: [
				change(8, 'joined', '2024-06-03', 'A'),
				change(9, 'joined', '2024-06-03', 'A'),
				change(9, 'joined', '2024-06-03', 'B'),
				change(9, 'joined', '2024-06-20', 'B'),
				change(8, 'left', '2024-06-10', 'C'),
				change(9, 'hours_changed', '2024-06-10', 'D'),
			],
		},
		subcontractor_spend: due('1234.56'),
		sme_spend: due('0.05'),
		contract_cost_register: {
			due: true,
			documents: [version('1.0', '2024-01-05'), version('2.0', '2024-06-05')],
			nil: false,
		},
		ipr_log: { due: true, documents: [], nil: true },
	},
	breakdown: { personnel: [fte(8, 0.1, 1.2, 3), fte(9, 0.2, 2.4, 4)] },
	exceptions: [{}, {}, {}],
	report: { ...EMPTY_REPORT, recruitment: 'One joined.' },
	contract: { reference: 'PM-CPA8', cpas: [8, 9] },
	month: MONTH,
	due_on: day('2024-07-05'),
	status: 'submitted',
} as unknown as FigureSource;

const entry = (figure: string, cpa: number | null = null) =>
	({ figure, cpa, view: 'month', place: { name: 'x' } }) as const;
const valueOf = (figure: string, cpa: number | null = null, source = PMI) =>
	pmiSource(source).valueOf(entry(figure, cpa));

describe('the PMI on a template', () => {
	test.each<[string, unknown, unknown, unknown]>([
		['personnel_changes.changes', 6, 2, 4],
		['personnel_changes.joined', 3, 1, 3],
		['personnel_changes.left', 1, 1, 0],
		['personnel_changes.opening_fte', 0.3, 0.1, 0.2],
		['personnel_changes.closing_fte', 3.6, 1.2, 2.4],
		['personnel_changes.minimum', 7, 3, 4],
	])('%s: %s of the contract, %s and %s of its areas, and of no other', (figure, all, eight, nine) => {
		expect([null, 8, 9].map((cpa) => valueOf(figure, cpa))).toEqual([all, eight, nine]);
		expect(valueOf(figure, 7)).toBe(/fte|minimum/.test(figure) ? null : 0);
	});

	test.each<[string, unknown]>([
		['subcontractor_spend.total', 1234.56],
		['sme_spend.total', 0.05],
		['contract_cost_register.documents', 2],
		['contract_cost_register.version', '2.0'],
		['contract_cost_register.dated', { day: '2024-06-05' }],
		['ipr_log.documents', 0],
		['ipr_log.version', null],
		['ipr_log.dated', null],
		['exceptions', 3],
		['report.recruitment', 'One joined.'],
		['report.spend_against_profile', 'Nothing to report.'],
		['contract', 'PM-CPA8'],
		['supplier', null],
		['cpas', '8, 9'],
		['month', { month: '2024-06' }],
		['first_day', { day: '2024-06-01' }],
		['cut_off', { day: '2024-06-30' }],
		['due_on', { day: '2024-07-05' }],
		['status', 'Submitted'],
		['no_such_figure', undefined],
	])('%s is %j', (figure, expected) => expect(valueOf(figure)).toEqual(expected));

	test.each(['subcontractor_spend.total', 'sme_spend.total', 'contract_cost_register.documents', 'ipr_log.version'])(
		'%s says in another month that it is not due',
		(figure) => {
			const none = { due: false };
			const measures = {
				...PMI.measures,
				subcontractor_spend: none,
				sme_spend: none,
				contract_cost_register: none,
				ipr_log: none,
			};
			expect(valueOf(figure, null, { ...PMI, measures } as unknown as FigureSource)).toBe('not due');
		},
	);

	it('has each figure of the contract under its measure, in the month alone but for the exceptions', () => {
		const measures = [
			['personnel_changes', 1],
			['subcontractor_spend', 17],
			['sme_spend', 18],
			['contract_cost_register', 19],
			['ipr_log', 20],
		] as const;
		for (const { key, group, part, views, perCpa } of CONTRACT_FIGURES) {
			const measure = measures.find(([name]) => key.startsWith(`${name}.`))?.[1];
			if (measure) expect([key, group]).toEqual([key, measureName(measure, SPECIFIED)]);
			expect([key, views]).toEqual([key, key === 'exceptions' ? ['cumulative'] : ['month']]);
			expect([key, perCpa]).toEqual([key, measure === 1]);
			for (const text of [...Object.values(group), ...Object.values(part)])
				expect([key, text]).toEqual([key, expect.stringMatching(/\p{L}{3}/u)]);
		}
	});

	it('asks personnel first, then the journeys, then what else is reported', () => {
		const groups = figuresFor('pmi').map(({ key }) => key.split('.')[0]);
		expect([...new Set(groups)].slice(0, 10)).toEqual([
			'contract',
			'supplier',
			'cpas',
			'month',
			'first_day',
			'cut_off',
			'due_on',
			'status',
			'personnel_changes',
			'referrals_total',
		]);
		expect([...new Set(groups)].slice(-7)).toEqual([
			'subcontractor_spend',
			'sme_spend',
			'contract_cost_register',
			'ipr_log',
			'report',
			'exceptions',
			'own',
		]);
		expect(new Set(figuresFor('pmi').map(({ key }) => key)).size).toBe(figuresFor('pmi').length);
	});

	it('has a label of its group and its part', () => {
		const [figure] = figuresFor('pmi');
		expect([figureLabel(figure!, 'en-GB'), figureLabel(figure!, 'cy-GB')]).toEqual([
			'About the return: Call-Off Contract',
			'Am yr adroddiad: Contract yn ôl y galw',
		]);
	});
});

describe('the Mentee Tracker on a template', () => {
	it('has the facts, and the rows as they come', () => {
		const mentees = [{ nino: 'QQ123456C' }];
		const source = trackerSource(PMI, mentees);
		expect([source.valueOf(entry('month')), source.valueOf(entry('status'))]).toEqual([
			{ month: '2024-06' },
			'Submitted',
		]);
		expect(source.valueOf(entry('exceptions'))).toBeUndefined();
		expect(source.lists).toEqual({ mentees });
		expect(pmiSource(PMI).lists).toEqual({});
	});
});

describe('a quarterly or six-monthly return on a template', () => {
	const report: PeriodicReport = {
		id: 'id',
		kind: 'ipr_log',
		contract: 'PM-CPA8',
		cpas: [8],
		supplier: 'Sample',
		period: { from: day('2024-01-01'), to: day('2024-06-30') },
		month: MONTH,
		due_on: day('2024-07-05'),
		status: 'ready',
		nil_declared_on: null,
		spend: [{ dated: day('2024-04-21'), revision: true, organisation: 'Alpha', amount_pence: -5 }],
		total_pence: -5,
		documents: [{ id: 'd', dated: day('2024-06-03'), revision: false, title: 'Log', version: '2', has_file: true }],
		costs: null,
	};
	const costs = {
		months: [{ month: MONTH, actual_pence: 12_345, deferred_pence: 45 }],
		actual_pence: 12_345,
		agreed_pence: 20_000,
		left_pence: 7_655,
	};

	const COMMON = 'contract supplier cpas month first_day cut_off due_on period_from period_to status nil_return';
	test.each([
		['sme_spend', `${COMMON} spend_total spend_rows`],
		['subcontractor_spend', `${COMMON} spend_total spend_rows`],
		['ipr_log', `${COMMON} versions`],
		['contract_cost_register', `${COMMON} versions costs_actual costs_agreed costs_left`],
		['mentee_tracker', 'contract supplier cpas month first_day cut_off due_on status'],
	] as const)('a template of %s can ask for %s, each by its key', (kind, keys) => {
		expect(figuresFor(kind).map(({ key }) => key)).toEqual(keys.split(' '));
		for (const key of keys.split(' ')) expect(figureOf(key)?.key).toBe(key);
	});

	it('has its rows with pounds for pence', () => {
		const { lists } = periodicSource({ ...report, costs });
		expect(lists).toEqual({
			spend: [
				{
					organisation: 'Alpha',
					spent_on: { day: '2024-04-21' },
					amount: -0.05,
					remark: 'Revision of an earlier period',
				},
			],
			documents: [{ title: 'Log', version: '2', dated: { day: '2024-06-03' }, remark: 'File stored with the entry' }],
			costs: [{ month: { month: '2024-06' }, actual: 123.45, deferred: 0.45 }],
		});
		expect(periodicSource(report).lists.costs).toEqual([]);
	});

	test.each<[string, Partial<PeriodicReport>, unknown]>([
		['supplier', {}, 'Sample'],
		['first_day', {}, { day: '2024-06-01' }],
		['versions', {}, 1],
		['spend_total', {}, undefined],
		['costs_actual', {}, undefined],
		['costs_actual', { costs }, 123.45],
		['costs_agreed', { costs }, 200],
		['costs_left', { costs }, 76.55],
		['versions', { costs }, 1],
		['spend_total', { kind: 'sme_spend' }, -0.05],
		['spend_rows', { kind: 'subcontractor_spend' }, 1],
		['versions', { kind: 'subcontractor_spend' }, undefined],
	])('%s of %j is %j', (figure, over, expected) => {
		expect(periodicSource({ ...report, ...over }).valueOf(entry(figure))).toEqual(expected);
	});

	test.each([
		['pmi', []],
		['mentee_tracker', ['mentees']],
		['sme_spend', ['spend']],
		['subcontractor_spend', ['spend']],
		['contract_cost_register', ['documents', 'costs']],
		['ipr_log', ['documents']],
	] as const)('a template of %s holds the rows %j, and figures with a label in words', (kind, lists) => {
		expect(listsFor(kind)).toEqual(lists);
		for (const figure of figuresFor(kind)) {
			for (const text of Object.values(figure.part))
				expect([figure.key, text]).toEqual([figure.key, expect.stringMatching(/\p{L}{3}/u)]);
		}
	});
});
