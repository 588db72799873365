/** Filling a Buyer’s workbook of Excel’s parts (3.7, 3.9): rows, formats, and lists on another sheet. */
import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { FigureValue } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import { fillTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/fill.ts';
import { hasLibreOffice } from '../../support/libreoffice.ts';
import { cells, changedParts, filled, surroundings, withOffice } from '../support/filled-template.ts';
import { RAW_PARTS } from '../support/raw-parts.ts';
import { partsOf, rawTemplate, workedOut } from '../support/workbooks.ts';

/** Formulas with their addresses. */
const formulas = (sheet: string) =>
	[...sheet.matchAll(/<c r="(\w+)"[^>]*>\s*(<f[^>]*>[^<]*<\/f>)/g)].map(([, cell, formula]) => [cell, formula]);

const DANGEROUS = ['=HYPERLINK("http://example.org","x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];

describe('a template of Excel’s parts, with lists on another sheet', () => {
	const SHEET = 'Tracker & more';
	const PART = 'xl/worksheets/sheet1.xml';
	const list = (rows: ReadonlyMap<number, FigureValue>[]) => ({
		sheet: SHEET,
		firstRow: 4,
		columns: [1, 2, 3],
		rows,
	});
	const mentee = (nino: string, start: string) =>
		new Map<number, FigureValue>([
			[1, nino],
			[2, { day: day(start) }],
			[3, 'Jobcentre Plus'],
		]);
	const MENTEES = [mentee('QQ123456A', '2024-01-09'), mentee('=1+1', '2024-02-01'), mentee('QQ123456C', '2024-03-01')];
	const fill = async (rows = MENTEES, template?: Buffer) =>
		filled(template ?? (await rawTemplate()), {
			cells: cells(SHEET, { B1: { month: parseMonth('2024-03')! } }),
			lists: [list(rows)],
		});

	it('keeps validations across sheets, protection, names, print set-up, merged cells and formats', async () => {
		const before = await rawTemplate();
		const after = await fill();
		expect(await changedParts(before, after)).toEqual(['xl/styles.xml', 'xl/workbook.xml', PART]);
		const now = await partsOf(after);
		expect(surroundings(now[PART]!)).toBe(surroundings(RAW_PARTS[PART]!));
		expect(now['xl/workbook.xml']).toBe(
			RAW_PARTS['xl/workbook.xml']!.replace('calcId="145621"', 'calcId="145621" fullCalcOnLoad="1"'),
		);
	});

	it('keeps the formulas, with what they come to now', async () => {
		const { [PART]: sheet } = await partsOf(await fill());
		expect(formulas(sheet!)).toEqual([
			['D1', '<f>COUNTA(A4:A1000)</f>'],
			['E1', '<f>"Month: "&amp;B1</f>'],
		]);
		expect(sheet).not.toContain('stale');
		expect(sheet).toContain('<c r="D1" s="3"><f>COUNTA(A4:A1000)</f><v>3</v></c>');
	});

	it('writes the rows downwards in the looks of the first one', async () => {
		const { [PART]: sheet } = await partsOf(await fill());
		const rows = [...sheet!.matchAll(/<row r="(\d+)"([^>]*)>(.*?)<\/row>/gs)].slice(3);
		expect(rows.map(([, row, attributes]) => [row, attributes])).toEqual([
			['4', ' ht="22" customHeight="1"'],
			['5', ' ht="22" customHeight="1"'],
			['6', ' ht="22" customHeight="1"'],
		]);
		const styles = rows.map(([, , , own]) =>
			[...own!.matchAll(/<c r="(\w)\d+" s="(\d)"/g)].map((cell) => cell.slice(1)),
		);
		const first = [['A', '1'], ['B', '2'], ['C', '1'], ['D', '3']]; // prettier-ignore
		// The second begins with a text that starts like a formula.
		expect(styles).toEqual([first, [['A', '4'], ...first.slice(1)], first]);
		expect(rows[2]![3]).toContain('<c r="B6" s="2"><v>45352</v></c>');
		expect(rows[1]![3]).toContain(`<t xml:space="preserve">=1+1</t>`);
		expect(sheet).not.toContain('example');
	});

	it('empties the first row where there is nobody to list', async () => {
		const { [PART]: sheet } = await partsOf(await fill([]));
		expect(sheet).toContain('<c r="A4" s="1"/><c r="B4" s="2"/><c r="C4" s="1"/><c r="D4" s="3"/></row></sheetData>');
	});

	it('fills the same workbook where its tags have a prefix and addresses are left out', async () => {
		const prefixed = RAW_PARTS[PART]!.replace(`xmlns="`, `xmlns:x="`)
			.replace(/<(\/?)(?![?/]|x14:|xm:)/g, '<$1x:')
			.replaceAll('<x:row r="4"', '<x:row')
			.replaceAll(/<x:c r="[A-D]4"/g, '<x:c');
		const after = await fill(MENTEES, await rawTemplate({ [PART]: prefixed }));
		const { [PART]: sheet } = await partsOf(after);
		expect(sheet).toContain('<x:c r="B6" s="2"><x:v>45352</x:v></x:c>');
		expect(sheet).not.toMatch(/<\/?(row|c|v|f|is|t)\b/);
		if (hasLibreOffice) expect((await workedOut(after))[5]!.slice(0, 2)).toEqual(['QQ123456C', '01 Mar 2024']);
	}, 180_000);

	withOffice('is worked out anew by LibreOffice', { timeout: 180_000 }, async () => {
		const rows = await workedOut(await fill());
		expect(rows[0]).toEqual(['Month', 'March 2024', '', '3', 'Month: March 2024']);
		expect(rows.slice(3).map((row) => row.slice(0, 3))).toEqual([
			['QQ123456A', '09 Jan 2024', 'Jobcentre Plus'],
			['=1+1', '01 Feb 2024', 'Jobcentre Plus'],
			['QQ123456C', '01 Mar 2024', 'Jobcentre Plus'],
		]);
	});

	it.each(DANGEROUS)('takes %j as text', async (text) => {
		const after = await filled(await rawTemplate(), { cells: cells(SHEET, { B1: text }) });
		const { [PART]: sheet, 'xl/styles.xml': styles } = await partsOf(after);
		expect(sheet).toMatch(/<c r="B1" s="4" t="inlineStr"><is><t xml:space="preserve">[^']/);
		expect(styles!.slice(0, styles!.indexOf('</cellXfs>'))).toMatch(/<xf quotePrefix="1"[^>]*>(<[^>]*><\/xf>)?$/);
	});

	it('writes any letters so that the file stays whole', async () => {
		const text = 'a<b>&"\u0000\u0007\ud800 _x000D_ ŵ';
		const { [PART]: sheet } = await partsOf(await filled(await rawTemplate(), { cells: cells(SHEET, { B1: text }) }));
		expect(sheet).toContain('>a&lt;b&gt;&amp;&quot; _x005F_x000D_ ŵ</t>');
	});

	test.each<[string, FigureValue, string]>([
		[
			'B1',
			{ day: day('2024-03-01') },
			'<c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">01/03/2024</t></is></c>',
		],
		['B4', { day: day('2024-03-01') }, '<c r="B4" s="2"><v>45352</v></c>'],
		['D4', { day: day('2024-03-01') }, '<c r="D4" s="4"><v>45352</v></c>'],
		['B4', { month: parseMonth('2024-03')! }, '<c r="B4" s="2"><v>45352</v></c>'],
		['D4', { percent: 66.7 }, '<c r="D4" s="3"><v>66.7</v></c>'],
		['D4', null, '<c r="D4" s="3" t="inlineStr"><is><t xml:space="preserve">n/a</t></is></c>'],
		['D4', '', '<c r="D4" s="3"/>'],
		['E7', 5, '<row r="7"><c r="E7" s="2"><v>5</v></c></row>'],
		['C1', 5, '<c r="B1" s="1"/><c r="C1"><v>5</v></c><c r="D1"'],
	])('%s takes %j', async (address, value, xml) => {
		const after = await filled(await rawTemplate(), { cells: cells(SHEET, { [address]: value }) });
		expect((await partsOf(after))[PART]).toContain(xml);
	});

	it('adds a format for days only where a cell has none, and keeps those that there are', async () => {
		const styles = 'xl/styles.xml';
		const after = await filled(await rawTemplate(), { cells: cells(SHEET, { D4: { day: day('2024-03-01') } }) });
		const centred =
			'<xf numFmtId="14" applyNumberFormat="1" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf>';
		expect((await partsOf(after))[styles]).toBe(
			RAW_PARTS[styles]!.replace('<cellXfs count="4">', '<cellXfs count="5">').replace(
				'</cellXfs>',
				`${centred}</cellXfs>`,
			),
		);
	});

	it('counts days from 1904 where the workbook does', async () => {
		const workbook = RAW_PARTS['xl/workbook.xml']!.replace('<workbookPr ', '<workbookPr date1904="1" ');
		const template = await rawTemplate({ 'xl/workbook.xml': workbook });
		const after = await filled(template, { cells: cells(SHEET, { B4: { day: day('2024-03-01') } }) });
		expect((await partsOf(after))[PART]).toContain('<c r="B4" s="2"><v>43890</v></c>');
	});

	it('streams many rows without holding them', async () => {
		const rows = function* () {
			for (let number = 0; number < 50_000; number++) yield MENTEES[number % 3]!;
		};
		const before = process.memoryUsage().rss;
		let most = before;
		let bytes = 0;
		const stream = await fillTemplate(await rawTemplate(), {
			cells: [],
			lists: [{ sheet: SHEET, firstRow: 4, columns: [1, 2, 3], rows: rows() }],
		});
		for await (const chunk of stream) {
			bytes += (chunk as Buffer).length;
			most = Math.max(most, process.memoryUsage().rss);
		}
		expect(bytes).toBeGreaterThan(100_000);
		expect(most - before).toBeLessThan(300 * 1024 * 1024);
	}, 180_000);
});
