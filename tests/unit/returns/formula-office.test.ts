/**
 * What the platform works out, beside LibreOffice (3.7). No workbook that LibreOffice is given holds a result of ours: a
 * formula without a stored result is always worked out when a workbook is opened.
 */
import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Filling } from '../../../extensions/peer-mentoring/src/workbook/template/fill.ts';
import { cells, filled, withOffice } from '../support/filled-template.ts';
import { bookOf, isSameResult, storedResults, withoutResults, type Book } from '../support/formula-books.ts';
import { CASES } from '../support/formula-cases.ts';
import { DATA } from '../support/formula-data.ts';
import { FILLED_BOOKS } from '../support/formula-templates.ts';
import { chanceOf, randomCells, randomFormula } from '../support/random-formulas.ts';
import { converted } from '../support/workbooks.ts';

/** The results as LibreOffice has them, of a workbook that has none. */
async function recalculated(file: Buffer) {
	const bare = await withoutResults(file);
	expect((await storedResults(bare)).size).toBe(0);
	return storedResults(await converted(bare, 'xlsx', 'xlsx', 'xlsx:Calc MS Excel 2007 XML'));
}

/** Every result that we store, where LibreOffice has another. */
async function differences(template: Buffer, filling: Filling) {
	const after = await filled(template, filling);
	const [ours, theirs] = [await storedResults(after), await recalculated(after)];
	const different = [...ours].filter(([cell, result]) => !isSameResult(result, theirs.get(cell)));
	return { ours, different: different.map(([cell, result]) => [cell, result, theirs.get(cell)]) };
}

const outOf = (formulas: readonly string[]): Book[string] =>
	Object.fromEntries(formulas.map((formula, index) => [`A${index + 1}`, `=${formula}`]));

describe('LibreOffice comes to the same', { timeout: 180_000 }, () => {
	withOffice('for each formula of the table that we work out', async () => {
		const book = await bookOf({ Data: DATA, Out: outOf(CASES.map(([formula]) => formula)) });
		const { ours, different } = await differences(book, { cells: [] });
		expect(different).toEqual([]);
		expect(ours.size).toBe(CASES.length);
	});

	withOffice.each([1, 2, 3])('for formulas by chance (seed %i)', async (seed) => {
		const chance = chanceOf(seed);
		const data = randomCells(chance);
		const formulas = Array.from({ length: 400 }, () => randomFormula(chance));
		const { ours, different } = await differences(await bookOf({ Data: data, Out: outOf(formulas) }), { cells: [] });
		expect(
			different.map(([cell, ...results]) => [formulas[Number(/\d+$/.exec(String(cell))) - 1], ...results]),
		).toEqual([]);
		expect(ours.size).toBeGreaterThan(300);
	});

	withOffice.each(FILLED_BOOKS)('for $name, once it is filled', async ({ template, filling, results, left }) => {
		const { ours, different } = await differences(await template(), filling());
		expect(different).toEqual([]);
		expect(Object.fromEntries([...ours].filter(([cell]) => cell in results))).toEqual(results);
		expect(left.filter((cell) => ours.has(cell))).toEqual([]);
	});
});

describe('without LibreOffice', () => {
	it.each(FILLED_BOOKS)('the results of $name are stored', async ({ template, filling, results, left }) => {
		const ours = await storedResults(await filled(await template(), filling()));
		expect(Object.fromEntries([...ours].filter(([cell]) => cell in results))).toEqual(results);
		expect(left.filter((cell) => ours.has(cell))).toEqual([]);
	});

	it('days that are counted from 1904 are left', async () => {
		const book = await bookOf(
			{ S: { A1: 100, B1: '=YEAR(A1)', C1: '=A1+1' } },
			{ settings: '<workbookPr date1904="1"/>' },
		);
		const ours = await storedResults(await filled(book, { cells: cells('S', { A1: { day: day('2024-03-01') } }) }));
		expect([...ours]).toEqual([['S!C1', 43_891]]);
	});

	it('nothing is worked out where results are cut to what is shown', async () => {
		const book = await bookOf({ S: { A1: 1, B1: '=A1/3' } }, { settings: '<calcPr fullPrecision="0"/>' });
		expect((await storedResults(await filled(book, { cells: cells('S', { A1: 2 }) }))).size).toBe(0);
	});
});
