/** A Buyer’s template that would fill the memory or keep a reader busy is refused; a large one is read in turns. */
import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { fillTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/fill.ts';
import { inspectTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/inspect.ts';
import type { FigureValue } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import { bytesOf } from '../../../extensions/peer-mentoring/src/workbook/template/pack.ts';
import { bookOf, storedResults, type Book } from '../support/formula-books.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { BOOK, faultOf, LINKS, SHEET, withFormula, withPart } from '../support/template-faults.ts';
import { RAW_PARTS } from '../support/raw-parts.ts';
import { rawTemplate, zipOf } from '../support/workbooks.ts';

/** A ZIP file with one part whose directory says what we like. */
function handMadeZip(content: Buffer, says: { unpacked: number; entries?: number; encrypted?: boolean }): Buffer {
	const name = Buffer.from('xl/worksheets/sheet1.xml');
	const packed = deflateRawSync(content);
	const flags = says.encrypted ? 1 : 0;
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(flags, 6);
	local.writeUInt16LE(8, 8);
	local.writeUInt32LE(packed.length, 18);
	local.writeUInt32LE(says.unpacked, 22);
	local.writeUInt16LE(name.length, 26);
	const directory = (index: number) => {
		const own = Buffer.from(`${name.toString()}${index || ''}`);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(flags, 8);
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(packed.length, 20);
		entry.writeUInt32LE(says.unpacked, 24);
		entry.writeUInt16LE(own.length, 28);
		return Buffer.concat([entry, own]);
	};
	const count = says.entries ?? 1;
	const central = Buffer.concat(Array.from({ length: count }, (_, index) => directory(index)));
	const body = Buffer.concat([local, name, packed]);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(body.length, 16);
	return Buffer.concat([body, central, end]);
}

describe('a file that unpacks to more than it should', () => {
	const zeros = Buffer.alloc(30 * 1024 * 1024);

	it('is refused by its directory, before anything is unpacked', async () => {
		const started = performance.now();
		expect(await faultOf(handMadeZip(zeros, { unpacked: zeros.length }))).toBe('unpacks_too_large');
		expect(await faultOf(handMadeZip(Buffer.alloc(10), { unpacked: 4_000_000_000 }))).toBe('unpacks_too_large');
		expect(performance.now() - started).toBeLessThan(2000);
	});

	it('is refused where the same bytes are counted for several parts', async () => {
		const file = handMadeZip(randomBytes(1000), { unpacked: 1000, entries: 50 });
		expect(await faultOf(file)).toBe('unpacks_too_large');
	});

	it('is refused where its directory lies about it', async () => {
		const parts = await zipOf({ ...RAW_PARTS, [SHEET]: `<worksheet>${' '.repeat(200_000)}</worksheet>` });
		// The size that the directory gives for the sheet, made smaller.
		const at = parts.indexOf(Buffer.from(SHEET), parts.indexOf(Buffer.from('PK\x01\x02', 'latin1'))) - 46;
		parts.writeUInt32LE(100, at + 24);
		expect(await faultOf(parts)).toBe('broken');
	});

	it('is refused where it has too many parts', async () => {
		expect(await faultOf(handMadeZip(Buffer.from('x'), { unpacked: 1, entries: 2500 }))).toBe('too_many_parts');
	});

	it('is refused where its formats alone are larger than a workbook is', async () => {
		const styles = RAW_PARTS['xl/styles.xml']!.replace('<cellStyles', `${'<!-- -->'.repeat(600_000)}<cellStyles`);
		expect(await faultOf(await rawTemplate({ 'xl/styles.xml': styles }))).toBe('unpacks_too_large');
	});

	it('is refused where a part is encrypted', async () => {
		expect(await faultOf(handMadeZip(Buffer.from('x'), { unpacked: 1, encrypted: true }))).toBe('encrypted');
	});
});

describe('a small file that would keep a reader busy', () => {
	const inSheet = (before: string, added: string) => RAW_PARTS[SHEET]!.replace(before, added + before);
	const times = (number: number, text: (index: number) => string) =>
		Array.from({ length: number }, (_, index) => text(index)).join('');
	const sparse = times(60_000, (index) => `<row r="${2 * index + 10}"><c><v>1</v></c></row>`);
	const name = (index: number) => `<definedName name="n${index}">Lists!$A$1</definedName>`;
	const format = `<numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(150_000)}"/></numFmts><fonts`;
	const styles = (before: RegExp, after: string) => RAW_PARTS['xl/styles.xml']!.replace(before, after);

	test.each<[string, Record<string, string>, string]>([
		['a formula of nothing but brackets', { [SHEET]: withFormula('['.repeat(150_000)) }, 'taken'],
		['a link of nothing but signs', { [LINKS]: withPart(`${'#'.repeat(150_000)}\n`) }, 'taken'],
		['a tag of nothing but spaces', { [SHEET]: RAW_PARTS[SHEET]!.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData${' '.repeat(150_000)} a="b"/>`) }, 'taken'],
		['a format of nothing but brackets', { 'xl/styles.xml': styles(/<fonts/, format).replace(/numFmtId="\d+"(?=[^>]*xfId)/g, 'numFmtId="164"') }, 'taken'],
		['more merged cells than a form has', { [SHEET]: inSheet('</mergeCells>', '<mergeCell ref="A9:B9"/>'.repeat(60_000)) }, 'unpacks_too_large'],
		['more columns than a sheet has', { [SHEET]: inSheet('</cols>', '<col min="1" max="1" style="1"/>'.repeat(60_000)) }, 'unpacks_too_large'],
		['more names than a form has', { [BOOK]: RAW_PARTS[BOOK]!.replace('</definedNames>', `${times(60_000, name)}</definedNames>`) }, 'unpacks_too_large'],
		['more single cells than a form has', { [SHEET]: inSheet('</sheetData>', sparse) }, 'unpacks_too_large'],
	])('%s is read in no time', async (_, changes, outcome) => {
		const file = await rawTemplate(changes);
		const took = await cpuTime(async () => {
			expect(await faultOf(file)).toBe(outcome);
			// A day in a cell of another format: its format is looked at, and the formats are written anew.
			const cell = { sheet: 'Lists', cell: { column: 3, row: 1 }, value: { day: day('2024-06-30') } };
			if (outcome === 'taken') await bytesOf(await fillTemplate(file, { cells: [cell] }));
		});
		// A reader that goes back and forth needs minutes.
		expect(took).toBeLessThan(5000);
	}, 120_000); // prettier-ignore
});

describe('a large workbook', () => {
	it('is read in turns, so that others are not kept waiting', async () => {
		const row = (number: number) =>
			`<row r="${number}">${['A', 'B', 'C', 'D'].map((column) => `<c r="${column}${number}"><v>${number * 7919}</v></c>`).join('')}</row>`;
		const rows = Array.from({ length: 60_000 }, (_, index) => row(index + 1)).join('');
		const file = await rawTemplate({
			[SHEET]: RAW_PARTS[SHEET]!.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`),
		});
		const delay = monitorEventLoopDelay({ resolution: 5 });
		delay.enable();
		await inspectTemplate(file);
		for await (const _chunk of await fillTemplate(file, { cells: [] }));
		delay.disable();
		expect(delay.max / 1e6).toBeLessThan(1000);
	}, 60_000);
});

describe('formulas that would keep a reader busy', () => {
	const out = (count: number, formula: (row: number) => string): Book[string] =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => [`C${index + 1}`, `=${formula(index + 1)}`]));
	const numbers = (count: number): Book[string] =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => [`A${index + 1}`, index]));
	const text = 'x'.repeat(8000);

	test.each<[string, () => Book[string]]>([
		['each over all of a long column', () => ({ ...numbers(20_000), ...out(2000, () => 'COUNTIF($A$1:$A$20000,">5")') })],
		['each over those before it', () => ({ ...numbers(1), ...out(20_000, (row) => `SUM(A$1:A1)+SUM(C$1:C${row})-C${row}`) })],
		['one after another', () => ({ C1: 1, ...out(20_000, (row) => (row === 1 ? '1' : `C${row - 1}+1`)) })],
		['of one formula over many columns', () => ({ ...numbers(50_000), C1: `=SUM(${Array(200).fill('A:A').join(',')})` })],
		['with long texts', () => out(5000, () => 'REPT("x",32767)')],
		['with texts in texts', () => ({ A1: text, C1: '=SUBSTITUTE(A1,"x",A1)', C2: '=_xlfn.TEXTJOIN(A1,TRUE,A1,A1,A1,A1,A1,A1)' })],
		['one within another', () => ({ C1: `=${'IF(A1,'.repeat(90)}1${')'.repeat(90)}` })],
	])('%s are worked out in no time, or left', async (_, cells) => {
		const file = await bookOf({ S: cells() });
		const before = process.memoryUsage().rss;
		const took = await cpuTime(async () => {
			for await (const _chunk of await fillTemplate(file, { cells: [] }));
		});
		expect(took).toBeLessThan(8000);
		expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
	}, 120_000); // prettier-ignore

	it('are worked out one after another, however many', async () => {
		const file = await bookOf({ S: out(20_000, (row) => (row === 1 ? '1' : `C${row - 1}+1`)) });
		const results = await storedResults(await bytesOf(await fillTemplate(file, { cells: [] })));
		expect(results.get('S!C20000')).toBe(20_000);
	});

	it('cost a list of many rows no more than a few times what it costs without them', async () => {
		const rows = () =>
			(function* () {
				for (let row = 0; row < 20_000; row++) yield new Map<number, FigureValue>([[1, `R-${row}`], [2, row]]); // prettier-ignore
			})();
		const took = async (totals: Book[string]) => {
			const file = await bookOf({ S: { A9: 'example', ...totals } });
			const list = { sheet: 'S', firstRow: 9, columns: [1, 2], rows: rows() };
			let content: Buffer = Buffer.alloc(0);
			const time = await cpuTime(async () => {
				content = Buffer.from(await bytesOf(await fillTemplate(file, { cells: [], lists: [list] })));
			});
			const results = await storedResults(content);
			return { time, results };
		};
		await took({});
		const without = await took({});
		const { time, results } = await took({ A1: '=COUNTA(A9:A30000)', B1: '=SUM(B:B)-B1*0', B2: '=SUM(B9:B30000)' });
		expect([results.get('S!A1'), results.get('S!B1'), results.get('S!B2')]).toEqual([20_000, undefined, 199_990_000]);
		expect(time / without.time).toBeLessThan(10);
	}, 120_000);
});
