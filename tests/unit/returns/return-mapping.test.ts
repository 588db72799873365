/** What the form of a Buyer's template shows of its lines. */
import { describe, expect, it, test } from 'vitest';
import {
	choiceOf,
	choicesFor,
	faultsOf,
	mappingIn,
	missingMeasures,
	newLine,
	placeFor,
	placesOf,
	placeText,
	summaryOf,
	valueText,
	withFigure,
	withList,
} from '../../../extensions/peer-mentoring/src/app/returns/return-mapping/lines.ts';
import { TEXTS } from '../../../extensions/peer-mentoring/src/app/returns/return-mapping/texts.ts';
import type { FigureValue } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import type { ListName } from '../../../extensions/peer-mentoring/src/domain/returns/templates/lists.ts';
import { mappingProblems } from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping-problems.ts';
import type { CellEntry, Place } from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping.ts';

const ENGLISH = TEXTS['en-GB'];
const STRUCTURE = {
	sheets: [{ name: 'Return', merges: [], formulas: [], filled: [] }],
	names: [{ name: 'Refs', sheet: 'Return', cell: { column: 2, row: 7 } }],
};
const line = (figure: string, more: Partial<CellEntry> = {}): CellEntry => ({
	...newLine(STRUCTURE),
	figure,
	...more,
});

test.each<[CellEntry, string]>([
	[line(''), 'Choose…'],
	[line('referrals_total.total', { cpa: 9 }), 'Total referrals: Total · Contract Package Area 9'],
	[line('initial_meetings.total', { view: 'month' }), 'Initial meetings completed: Number · In the month alone'],
	[line('due_on'), 'About the return: Due on'],
])('a line says what it shows: %#', (given, expected) => {
	expect(summaryOf(given, 'en-GB', ENGLISH)).toBe(expected);
});

it('a line says so in Welsh', () => {
	expect(summaryOf(line('initial_meetings.total', { cpa: 4 }), 'cy-GB', TEXTS['cy-GB'])).toBe(
		'Cyfarfodydd cychwynnol a gynhaliwyd: Nifer · Hyd at ddiwedd y mis · Ardal Pecyn Contract 4',
	);
});

describe('a line whose figure is changed', () => {
	test.each<[string, Partial<CellEntry>, Partial<CellEntry>]>([
		['referrals_new.total', { view: 'cumulative', cpa: 9 }, { view: 'month', cpa: 9 }],
		['initial_meetings.total', { view: 'month', cpa: null }, { view: 'month', cpa: null }],
		['sme_spend.total', { view: 'cumulative', cpa: 9 }, { view: 'month', cpa: null }],
	])('to %s has a view and an area that it has', (key, before, after) => {
		expect(withFigure(line('starts_total.total', before), key)).toMatchObject({ figure: key, ...after });
	});
});

describe('a place', () => {
	const places: Place[] = [{ name: 'Refs' }, { sheet: 'Return', cell: 'B2' }];

	test.each(places)('%j is chosen and found again', (place) => {
		const choices = placesOf(STRUCTURE, ENGLISH).map(({ value }) => value);
		expect(choices).toContain(choiceOf(place));
		expect(placeFor(choiceOf(place), place)).toEqual(place);
	});

	it('keeps its cell where only the sheet is changed, and has none after a name', () => {
		expect(placeFor('sheet:Other: 1', { sheet: 'Return', cell: 'B2' })).toEqual({ sheet: 'Other: 1', cell: 'B2' });
		expect(placeFor('sheet:Return', { name: 'Refs' })).toEqual({ sheet: 'Return', cell: '' });
	});

	it('is written as people write it', () => {
		expect(places.map(placeText)).toEqual(['Refs', 'Return!B2']);
		expect(placesOf(STRUCTURE, ENGLISH)[1]?.label).toBe('The name “Refs” (Return!B7)');
	});
});

test.each<[FigureValue, string]>([
	[null, 'n/a'],
	['', '(empty)'],
	[1234, '1,234'],
	['Draft', 'Draft'],
	[{ percent: 66.7 }, '66.7%'],
	[{ day: '2024-01-31' } as FigureValue, '31 January 2024'],
	[{ month: '2024-01' } as FigureValue, 'January 2024'],
])('the value %j is shown as %s', (value, text) => expect(valueText(value, 'en-GB', ENGLISH)).toBe(text));

it('counts the measures of 3.8 that no line shows', () => {
	expect(missingMeasures([], 'en-GB')).toHaveLength(20);
	const missing = missingMeasures([line('referrals_total.total'), line('due_on'), line('report.recruitment')], 'en-GB');
	expect(missing).toHaveLength(19);
	expect(missing).not.toContain('Total referrals');
});

it('offers the figures of a kind under their headings', () => {
	expect(
		choicesFor('pmi', 'en-GB')
			.map(({ heading }) => heading)
			.slice(0, 3),
	).toEqual(['About the return', 'Changes in Peer Mentoring personnel', 'Total referrals']);
	expect(choicesFor('mentee_tracker', 'cy-GB')).toHaveLength(1);
});

it('has each list once, until its sheet is taken away', () => {
	const list = (of: ListName, sheet: string) => ({ of, sheet, first_row: 2, columns: {} });
	const both = withList([list('documents', 'A')], 'costs', list('costs', 'B'));
	expect(both.map(({ sheet }) => sheet)).toEqual(['A', 'B']);
	expect(withList(both, 'documents', list('documents', 'C'))).toEqual([list('costs', 'B'), list('documents', 'C')]);
	expect(withList(both, 'documents', null)).toEqual([list('costs', 'B')]);
});

it('says what is wrong beside the line or the rows that it is wrong with', () => {
	const cells = [line('contract', { place: { sheet: 'Return', cell: 'B2' } }), line('x')];
	const rows = { of: 'mentees', sheet: 'Gone', first_row: 2, columns: { nino: 'A' } } as const;
	const problems = mappingProblems('mentee_tracker', { cells, lists: [rows] }, STRUCTURE);
	expect(faultsOf(problems, 1, 'en-GB')).toEqual([]);
	expect(faultsOf(problems, 2, 'en-GB')).toEqual([expect.stringMatching(/^Line 2: a template of this kind has no/)]);
	expect(faultsOf(problems, 'mentees', 'cy-GB')).toEqual([expect.stringMatching(/^Rhesi’r traciwr: nid oes dalen/)]);
	expect(faultsOf(problems, 'costs', 'en-GB')).toEqual([]);
});

it('shows nothing of what cannot be read', () => {
	expect(mappingIn('x')).toEqual({ cells: [], lists: [] });
});
