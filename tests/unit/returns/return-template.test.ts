/** What a Buyer’s template can ask for, where, and which one a month is made with (3.7 to 3.9). */
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { EMPTY_REPORT } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import {
	cellAddress,
	columnLetters,
	parseCell,
	parseColumn,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/cell-address.ts';
import type { FigureSource } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import {
	figureLabel,
	figuresFor,
	listsFor,
	PMI_FIGURES as PMI,
	type ReturnKind,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/figures.ts';
import { isFixed, templateInForce } from '../../../extensions/peer-mentoring/src/domain/returns/templates/in-force.ts';
import { columnLabel, LISTS } from '../../../extensions/peer-mentoring/src/domain/returns/templates/lists.ts';
import { facts, journey } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

const figureOf = (key: string) => PMI.find((figure) => figure.key === key);

/** The return of December 2023 with two people, the one who started in one area and the other in another. */
function source(): FigureSource {
	const context = pmiContext();
	const contract = { ...context.contract, cpas: [8, 9], supplier: 'Adferiad Cyf' };
	const tally = pmiTally({
		...context,
		contract,
		spend: [{ kind: 'sme', organisation: 'A', spent_on: day('2023-12-01'), amount_pence: 123456 }],
		costRegister: [{ version: '2.0', dated: day('2023-12-29'), title: 'Register' }],
	});
	tally.add(facts({ reference: 'A', cpa: 9 }));
	tally.add(
		journey({
			reference: 'B',
			cpa: 8,
			received_on: '2023-12-01',
			initial_meeting_on: '2023-12-04',
			initial_meeting_outcome: 'declined',
		}),
	);
	return {
		...tally.result(),
		contract,
		month: context.month,
		due_on: day('2024-01-08'),
		status: 'draft',
		report: { ...EMPTY_REPORT, recruitment: 'One joined.' },
	};
}

const valueOf = (key: string, view: 'cumulative' | 'month' = 'cumulative', cpa: number | null = null) =>
	figureOf(key)!.value(source(), { view, cpa });

/** Every number of the measures by its path, such as `referrals_total.total`. */
function numbersIn(value: unknown, path = ''): [string, unknown][] {
	if (typeof value === 'number' || value === null) return [[path, value]];
	if (typeof value !== 'object' || Array.isArray(value)) return [];
	return Object.entries(value as object).flatMap(([key, part]) => numbersIn(part, path ? `${path}.${key}` : key));
}

describe('the figures that a template can ask for', () => {
	const { measures } = source();
	const journeyMeasures = Object.entries(measures).filter(([key]) => !/spend|register|log/.test(key));

	test.each(numbersIn(Object.fromEntries(journeyMeasures)))('%s is what the PMI says it is: %s', (key, expected) => {
		const figure = figureOf(key)!;
		const view = figure.views[0];
		const value = figure.value(source(), { view, cpa: null });
		expect(key.endsWith('percent') && value !== null ? (value as { percent: number }).percent : value).toBe(expected);
	});

	test.each(Object.keys(measures))('%s has a figure', (measure) => {
		expect(PMI.some(({ key }) => key.startsWith(`${measure}.`))).toBe(true);
	});

	it('are named apart, in both languages', () => {
		for (const language of ['en-GB', 'cy-GB'] as const) {
			const labels = PMI.map((figure) => figureLabel(figure, language));
			expect(new Set(labels).size).toBe(labels.length);
		}
		expect(new Set(PMI.map(({ key }) => key)).size).toBe(PMI.length);
		for (const figure of PMI) expect(figureLabel(figure, 'cy-GB')).not.toBe(figureLabel(figure, 'en-GB'));
	});

	test.each<[string, 'cumulative' | 'month', number | null, unknown]>([
		['referrals_total.total', 'cumulative', null, 2],
		['referrals_total.total', 'cumulative', 9, 1],
		['referrals_total.total', 'cumulative', 1, null],
		['referrals_new.total', 'month', null, 1],
		['referrals_new.total', 'month', 9, 0],
		['initial_meetings.total', 'cumulative', null, 2],
		['initial_meetings.total', 'month', null, 1],
		['initial_meetings_on_time.percent', 'month', 9, null],
		['sme_spend.total', 'month', null, 1234.56],
		['subcontractor_spend.total', 'month', null, 0],
		['contract_cost_register.version', 'month', null, '2.0'],
		['contract_cost_register.dated', 'month', null, { day: '2023-12-29' }],
		['ipr_log.version', 'month', null, null],
		['personnel_changes.minimum', 'month', 9, 3],
		['report.recruitment', 'month', null, 'One joined.'],
		['report.mitigations', 'month', null, ''],
		['month', 'cumulative', null, { month: '2023-12' }],
		['cut_off', 'cumulative', null, { day: '2023-12-31' }],
		['due_on', 'cumulative', null, { day: '2024-01-08' }],
		['status', 'cumulative', null, 'Draft'],
		['supplier', 'cumulative', null, 'Adferiad Cyf'],
		['cpas', 'cumulative', null, '8, 9'],
	])('%s, %s, of area %s, is %j', (key, view, cpa, expected) => {
		expect(valueOf(key, view, cpa)).toEqual(expected);
	});

	test.each(valuesOf('return_kind') as ReturnKind[])('of %s are named apart, in both languages', (kind) => {
		for (const language of ['en-GB', 'cy-GB'] as const) {
			const labels = [
				...figuresFor(kind).map((figure) => figureLabel(figure, language)),
				...listsFor(kind).flatMap((of) =>
					LISTS[of].columns.map(({ key }) => `${of} ${columnLabel(of, key, language)}`),
				),
			];
			expect(new Set(labels).size).toBe(labels.length);
		}
	});

	it('are the facts alone for the Mentee Tracker', () => {
		expect(figuresFor('mentee_tracker').every(({ key }) => !key.includes('.'))).toBe(true);
		expect(figuresFor('mentee_tracker').map(({ key }) => key)).toContain('month');
	});
});

describe('an address', () => {
	test.each([
		['B7', { column: 2, row: 7 }],
		['$AB$12', { column: 28, row: 12 }],
		['xfd1048576', { column: 16_384, row: 1_048_576 }],
		['XFE1', undefined],
		['A1048577', undefined],
		['A0', undefined],
		['7B', undefined],
		['A1:B2', undefined],
		['', undefined],
	])('%s', (text, expected) => expect(parseCell(text)).toEqual(expected));

	test.each([1, 26, 27, 52, 702, 703, 16_384])('column %d is written and read', (column) => {
		expect(parseColumn(columnLetters(column))).toBe(column);
	});

	it('is written as people write it', () => expect(cellAddress({ column: 28, row: 3 })).toBe('AB3'));
});

describe('the template of a month', () => {
	const template = (version: string, from: string | null, created: number) => ({
		version,
		in_use_from: from === null ? null : day(from),
		created,
	});
	const templates = [
		template('draft', null, 9),
		template('first', '2024-01-15', 1),
		template('second', '2024-04-01', 2),
		template('mended', '2024-04-01', 3),
	];

	test.each([
		['2023-12-31', undefined],
		['2024-01-31', 'first'],
		['2024-03-31', 'first'],
		['2024-04-30', 'mended'],
	])('that ends on %s is %s', (end, version) => {
		expect(templateInForce(templates, day(end))?.version).toBe(version);
	});

	it('stays as it is from its day on', () => {
		const [draft, first] = templates;
		expect(isFixed(draft!, day('2030-01-01'))).toBe(false);
		expect(isFixed(first!, day('2024-01-14'))).toBe(false);
		expect(isFixed(first!, day('2024-01-15'))).toBe(true);
	});
});
