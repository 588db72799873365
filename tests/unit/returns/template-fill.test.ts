/** Filling a Buyer’s workbook as programs make them (3.7, 3.9): what is put in, and that all else stays as it was. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { FigureValue } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import { fillTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/fill.ts';
import { inspectTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/inspect.ts';
import { bytesOf } from '../../../extensions/peer-mentoring/src/workbook/template/pack.ts';
import { cells, changedParts, filled, surroundings, withOffice } from '../support/filled-template.ts';
import { libraryTemplate, officeTemplate, partsOf, rawTemplate, workedOut } from '../support/workbooks.ts';

describe('a template made by a library', () => {
	let before: Buffer;
	let after: Buffer;
	beforeAll(async () => {
		before = await libraryTemplate();
		after = await filled(before, {
			cells: cells('PMI return', {
				B2: '=PM-CPA9',
				B3: { day: day('2023-12-31') },
				B4: 40,
				D4: null,
				B5: 10,
				B7: { percent: 66.7 },
			}),
		});
	});

	it('changes in the sheet and in how it is worked out, and in no other part', async () => {
		expect(await changedParts(before, after)).toEqual(['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
		const [old, now] = [await partsOf(before), await partsOf(after)];
		// A text that starts like a formula is said to be text by a format of its own.
		expect(now['xl/styles.xml']!.match(/quotePrefix="1"/g)).toHaveLength(1);
		expect(surroundings(now['xl/worksheets/sheet1.xml']!)).toBe(surroundings(old['xl/worksheets/sheet1.xml']!));
		expect(now['xl/workbook.xml']!.replace(' fullCalcOnLoad="1"', '')).toBe(
			old['xl/workbook.xml']!.replace(' fullCalcOnLoad="1"', ''),
		);
		expect(now['xl/workbook.xml']).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
	});

	it('shows the values in the formats of their cells, and what there is none of as n/a', async () => {
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(after as unknown as ArrayBuffer);
		const sheet = book.getWorksheet('PMI return')!;
		const values = ['B2', 'B3', 'B4', 'D4', 'B5', 'B7'].map((address) => sheet.getCell(address).value);
		expect(values).toEqual(['=PM-CPA9', new Date('2023-12-31'), 40, 'n/a', 10, 0.667]);
		expect(sheet.getCell('B4').fill).toMatchObject({ fgColor: { argb: 'FFFFEE00' } });
		expect(sheet.getCell('B6').value).toEqual({ formula: 'B5/B4', result: 0.25 });
	});

	it('is the same, byte for byte, when it is filled again', async () => {
		const twice = [await filled(before, { cells: [] }), await filled(before, { cells: [] })];
		expect(twice[0]!.equals(twice[1]!)).toBe(true);
	});

	withOffice('is worked out anew by LibreOffice', { timeout: 180_000 }, async () => {
		expect(await workedOut(after)).toEqual([
			['Performance return', '', '', ''],
			['Contract', '=PM-CPA9', '', ''],
			['Cut-off', '31/12/2023', '', ''],
			['Referrals', '40', 'New', 'n/a'],
			['Starts', '10', '', ''],
			['Share', '25.0%', '', ''],
			['On time', '66.7%', '', ''],
		]);
	});
});

describe('a template made by LibreOffice', { timeout: 180_000 }, () => {
	withOffice('keeps every other part, and is worked out anew', async () => {
		const before = await officeTemplate();
		const { sheets, names } = await inspectTemplate(before);
		expect([sheets.map(({ name }) => name), names]).toEqual([
			['Form'],
			[{ name: 'Starts', sheet: 'Form', cell: { column: 2, row: 3 } }],
		]);
		const after = await filled(before, { cells: cells('Form', { B2: 12, B3: 30, E9: 'new' }) });
		expect(await changedParts(before, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
		const [old, now] = [await partsOf(before), await partsOf(after)];
		expect(surroundings(now['xl/worksheets/sheet1.xml']!)).toBe(surroundings(old['xl/worksheets/sheet1.xml']!));
		expect((await workedOut(after)).slice(1, 4).map((row) => row.slice(0, 2))).toEqual([
			['Referrals', '12'],
			['Starts', '30'],
			['Both', '42'],
		]);
	});
});

describe('a filling that fails on the way', () => {
	it('ends the stream with the error, and never as if it were whole', async () => {
		const rows = async function* () {
			yield new Map<number, FigureValue>();
			throw new RangeError('the records ended early');
		};
		const stream = await fillTemplate(await rawTemplate(), {
			cells: [],
			lists: [{ sheet: 'Tracker & more', firstRow: 4, columns: [1], rows: rows() }],
		});
		await expect(bytesOf(stream)).rejects.toThrow('the records ended early');
	});
});
