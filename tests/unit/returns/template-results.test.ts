/** Stored results of a Buyer’s formulas (3.7): kept where nothing that they read is filled. */
import { describe, expect, it, test } from 'vitest';
import { NO_PLACES } from '../../../extensions/peer-mentoring/src/workbook/template/formulas/places.ts';
import { readsOf } from '../../../extensions/peer-mentoring/src/workbook/template/references.ts';
import { cells, filled } from '../support/filled-template.ts';
import { RAW_PARTS } from '../support/raw-parts.ts';
import { partsOf, rawTemplate } from '../support/workbooks.ts';

const block = (sheet: string, firstColumn: number, firstRow: number, lastColumn: number, lastRow: number) => ({
	sheet,
	firstColumn,
	lastColumn,
	firstRow,
	lastRow,
});

const blocksOf = (formula: string, sheet: string, moved = { rows: 0, columns: 0 }) =>
	readsOf(formula, { sheet, cell: { column: 1, row: 1 }, moved }, NO_PLACES);

describe('what a formula reads', () => {
	test.each([
		['A1+$B$2', [block('S', 1, 1, 1, 1), block('S', 2, 2, 2, 2)]],
		['SUM(B9:A2)', [block('S', 1, 2, 2, 9)]],
		['LOG10(C3)*1.5E-3', [block('S', 3, 3, 3, 3)]],
		[`'Year''s end'!A1&Lists!B:B`, [block("Year's end", 1, 1, 1, 1), block('Lists', 2, 1, 2, 1_048_576)]],
		['IF(2:3="A1",TRUE,#N/A)', [block('S', 1, 2, 16_384, 3)]],
		['"A1"&1', []],
	])('%s', (formula, expected) => {
		expect(blocksOf(formula, 'S')).toEqual(expected);
	});

	it('moves with a shared formula, but for what is fixed', () => {
		expect(blocksOf('A1+$B$2', 'S', { rows: 3, columns: 1 })).toEqual([block('S', 2, 4, 2, 4), block('S', 2, 2, 2, 2)]);
	});

	test.each([
		'TODAY()',
		'INDIRECT("A1")',
		'Rate*2',
		'SUM(Mentees[Sessions])',
		'A1#',
		"SUM('S1:S3'!A1)",
		'SUM(S1:S3!A1)',
		'A1:INDEX(A:A,3)',
		'[1]Other!A1',
		'SUMIF(A1:A9,1,C1)',
	])('is not known of %s', (formula) => {
		expect(blocksOf(formula, 'S')).toBeUndefined();
	});
});

describe('a filled workbook', () => {
	const SHEET = 'Tracker & more';
	const PART = 'xl/worksheets/sheet1.xml';
	const formulas: [string, string][] = [
		['F1', '<f>Lists!A1&amp;"x"</f><v>kept</v>'],
		['G1', '<f>F1</f><v>kept</v>'],
		['H1', '<f>B1</f><v>stale</v>'],
		['I1', '<f>G1&amp;H1</f><v>stale</v>'],
		['J1', '<f>SUM(A1:Z1)</f><v>stale</v>'],
		['K1', '<f>NOW()</f><v>stale</v>'],
		['L1', '<f t="shared" ref="L1:M1" si="0">G1</f><v>kept</v>'],
		['M1', '<f t="shared" si="0"/><v>stale</v>'],
		['N1', '<f>A9</f><v>stale</v>'],
	];
	const written = formulas.map(([cell, content]) => `<c r="${cell}" t="str">${content}</c>`).join('');
	const template = () => rawTemplate({ [PART]: RAW_PARTS[PART]!.replace('</row>', `${written}</row>`) });

	it('keeps the results of what it does not touch, however far the way, and drops the others', async () => {
		const list = { sheet: SHEET, firstRow: 4, columns: [1], rows: [new Map([[1, 'QQ123456A']])] };
		const after = await filled(await template(), { cells: cells(SHEET, { B1: 40 }), lists: [list] });
		const { [PART]: sheet } = await partsOf(after);
		for (const [cell, content] of formulas) {
			const own = new RegExp(`<c r="${cell}"[^>]*>(.*?)</c>`).exec(sheet!)?.[1];
			expect([cell, own]).toEqual([cell, content.includes('stale') ? content.replace('<v>stale</v>', '') : content]);
		}
	});

	it('keeps all of them where nothing is filled', async () => {
		const { [PART]: sheet } = await partsOf(await filled(await template(), { cells: [] }));
		expect(sheet).toContain('<f>G1&amp;H1</f><v>stale</v>');
		expect(sheet).toContain('<f>NOW()</f></c>');
	});
});
