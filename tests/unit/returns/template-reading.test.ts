/** How addresses and mappings are read, whoever wrote them (3.7, 3.9). */
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	cellAddress,
	columnLetters,
	isSameCell,
	isWithin,
	parseCell,
	parseColumn,
	parseRange,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/cell-address.ts';
import { templateInForce } from '../../../extensions/peer-mentoring/src/domain/returns/templates/in-force.ts';
import {
	columnLabel,
	isListName,
	LISTS,
} from '../../../extensions/peer-mentoring/src/domain/returns/templates/lists.ts';
import { readMapping } from '../../../extensions/peer-mentoring/src/domain/returns/templates/mapping.ts';
import { holds } from '../../../extensions/peer-mentoring/src/domain/returns/templates/structure.ts';

describe('an address', () => {
	test.each([
		[' b7 ', { column: 2, row: 7 }],
		['Z9', { column: 26, row: 9 }],
		['AA10', { column: 27, row: 10 }],
		['A1048576', { column: 1, row: 1_048_576 }],
		['B$7', { column: 2, row: 7 }],
		['B01', undefined],
		['$$B7', undefined],
		['xB 7', undefined],
		['B7x', undefined],
		['ABCD1', undefined],
		['A12345678', undefined],
	])('"%s"', (text, expected) => expect(parseCell(text)).toEqual(expected));

	test.each([
		['A', 1],
		['z', 26],
		['XFD', 16_384],
		['XFE', undefined],
		['', undefined],
		['A1', undefined],
		['1A', undefined],
		['ABCD', undefined],
	])('column "%s" is %s', (letters, number) => expect(parseColumn(letters)).toBe(number));

	test.each([
		[1, 'A'],
		[26, 'Z'],
		[27, 'AA'],
		[52, 'AZ'],
		[53, 'BA'],
		[702, 'ZZ'],
		[703, 'AAA'],
		[16_384, 'XFD'],
	])('column %i is %s', (number, letters) => {
		expect(columnLetters(number)).toBe(letters);
		expect(cellAddress({ column: number, row: 12 })).toBe(`${letters}12`);
	});

	const B7 = { column: 2, row: 7 };
	const D9 = { column: 4, row: 9 };
	test.each([
		['B7:D9', { from: B7, to: D9 }],
		['$B$7:$D$9', { from: B7, to: D9 }],
		['B7', { from: B7, to: B7 }],
		['B7:', undefined],
		[':D9', undefined],
		['', undefined],
	])('range "%s"', (text, expected) => expect(parseRange(text)).toEqual(expected));

	test.each([
		['B7', true],
		['D9', true],
		['C8', true],
		['A8', false],
		['E8', false],
		['C6', false],
		['C10', false],
	])('%s within B7:D9: %s', (cell, within) => {
		expect(isWithin(parseCell(cell)!, parseRange('B7:D9')!)).toBe(within);
	});

	test.each([
		['B7', true],
		['B8', false],
		['C7', false],
	])('%s is the cell B7: %s', (cell, same) => expect(isSameCell(parseCell(cell)!, B7)).toBe(same));

	test.each([
		['B5', true],
		['B9', true],
		['B4', false],
		['B10', false],
		['C7', false],
		['D2', true],
	])('%s is held by B5 to B9 or D2: %s', (cell, held) => {
		const runs = [
			[2, 5, 9],
			[4, 2, 2],
		] as const;
		expect(holds(runs, parseCell(cell)!)).toBe(held);
	});
});

describe('a mapping out of a request or the database', () => {
	const place = { sheet: 'Return', cell: 'B2' };
	const cell = (more: object = {}) => ({ cells: [{ figure: 'contract', place, ...more }] });
	const rows = (more: object = {}) => ({
		lists: [{ of: 'mentees', sheet: 'Return', first_row: 4, columns: {}, ...more }],
	});

	test.each([
		[
			'the whole contract up to the cut-off, where it says nothing else',
			cell(),
			{ view: 'cumulative', cpa: null, place },
		],
		['of the month', cell({ view: 'month' }), { view: 'month', cpa: null, place }],
		['of an area', cell({ cpa: 9 }), { view: 'cumulative', cpa: 9, place }],
		[
			'by a name',
			cell({ place: { name: 'Refs', sheet: 5 } }),
			{ view: 'cumulative', cpa: null, place: { name: 'Refs' } },
		],
	])('has an entry %s', (_, given, expected) => {
		expect(readMapping(given)).toEqual({ cells: [{ figure: 'contract', ...expected }], lists: [] });
	});

	test.each([
		['no object', { cells: ['B2'] }],
		['a list', { cells: [[]] }],
		['nothing', { cells: [null] }],
		['without a figure', cell({ figure: undefined })],
		['of another view', cell({ view: 'quarter' })],
		['of a part of an area', cell({ cpa: '9' })],
		['without a place', cell({ place: null })],
		['without a cell', cell({ place: { sheet: 'Return' } })],
		['without a sheet', cell({ place: { cell: 'B2' } })],
		['with a name that is none', cell({ place: { name: 5 } })],
	])('has no entry that is %s', (_, given) => expect(readMapping(given)).toEqual({ notAnEntry: 1 }));

	test.each([
		['of another name', rows({ of: 'people' })],
		['without a name', rows({ of: undefined })],
		['without a sheet', rows({ sheet: null })],
		['from half a row', rows({ first_row: 4.5 })],
		['from a row in words', rows({ first_row: '4' })],
		['without columns', rows({ columns: [] })],
		['with a column that is no text', rows({ columns: { nino: 5 } })],
		['with an item that it has not', rows({ columns: { amount: 'A' } })],
		['that are no object', { lists: ['mentees'] }],
		['that are nothing', { lists: [null] }],
	])('has no rows %s', (_, given) => expect(readMapping(given)).toEqual({ notAnEntry: 0 }));

	it('drops the columns of a list that were left empty', () => {
		const [list] = rows({ columns: { nino: 'A', start_date: '', first_name: null } }).lists;
		expect(readMapping({ lists: [list] })).toEqual({ cells: [], lists: [{ ...list, columns: { nino: 'A' } }] });
	});

	it('may have two lists of different names', () => {
		const lists = [...rows({ of: 'documents' }).lists, ...rows({ of: 'costs' }).lists];
		expect(readMapping({ lists })).toEqual({ cells: [], lists });
	});

	test.each([
		['two thousand entries', 2000, 2000],
		['one more', 2001, undefined],
	])('of %s', (_, length, read) => {
		const given = readMapping({ cells: Array.from({ length }, () => cell().cells[0]) });
		expect('cells' in given ? given.cells.length : undefined).toBe(read);
	});

	test.each([
		[undefined, { cells: [], lists: [] }],
		['null', { cells: [], lists: [] }],
		['5', { notAnEntry: 0 }],
		[{ cells: null }, { notAnEntry: 0 }],
		[{ lists: 'mentees' }, { notAnEntry: 0 }],
	])('%j', (given, expected) => expect(readMapping(given)).toEqual(expected));
});

describe('the rows of a template', () => {
	test.each([
		['mentees', true],
		['costs', true],
		['constructor', false],
		[5, false],
	])('%s are a list: %s', (name, expected) => expect(isListName(name)).toBe(expected));

	it('and their columns are named in words, in both languages', () => {
		const texts = Object.values(LISTS).flatMap(({ name, hint, columns }) => [
			name,
			hint,
			...columns.map(({ label }) => label),
		]);
		for (const text of texts.flatMap((each) => Object.values(each))) expect(text).toMatch(/\p{L}{2}/u);
	});

	it('have columns with a label in each language, or the key where there is none', () => {
		expect(columnLabel('spend', 'amount', 'en-GB')).toBe('Amount in pounds');
		expect(columnLabel('spend', 'amount', 'cy-GB')).toBe('Swm mewn punnoedd');
		expect(columnLabel('spend', 'nino', 'en-GB')).toBe('nino');
	});
});

describe('the template of a month', () => {
	const template = (version: string, from: string | null, created: number) => ({
		version,
		in_use_from: from === null ? null : day(from),
		created,
	});

	test.each([
		['latest first', [template('b', '2024-04-01', 1), template('a', '2024-01-01', 2)]],
		['latest last', [template('a', '2024-01-01', 2), template('b', '2024-04-01', 1)]],
		['newest first', [template('b', '2024-04-01', 3), template('a', '2024-04-01', 2)]],
		['newest last', [template('a', '2024-04-01', 2), template('b', '2024-04-01', 3), template('draft', null, 9)]],
	])('is the one in use from the latest day, and of those the newest: %s', (_, templates) => {
		expect(templateInForce(templates, day('2024-04-01'))?.version).toBe('b');
	});
});
