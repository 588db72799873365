import { describe, expect, it, test } from 'vitest';
import ExcelJS from 'exceljs';
import {
	addMonths,
	day,
	parseMonth,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { registerFault } from '../../../extensions/peer-mentoring/src/files/documents.ts';
import type { PeriodicReport } from '../../../extensions/peer-mentoring/src/domain/returns/periodic/periodic-report.ts';
import {
	periodicPartsDue,
	reportingOf,
	type ReportingReturn,
} from '../../../extensions/peer-mentoring/src/domain/returns/periodic/periodic.ts';
import { periodicWorkbook } from '../../../extensions/peer-mentoring/src/workbook/periodic-workbook.ts';

const month = (text: string) => parseMonth(text) as CalendarMonth;

describe('what falls due with the PMI of a month (3.8)', () => {
	const SPEND = ['subcontractor_spend', 'sme_spend'];
	const REGISTERS = ['contract_cost_register', 'ipr_log'];
	test.each([
		['the month before the Call-Off Start Date', '2023-09', '2023-10-16', []],
		['the end of the first financial quarter', '2023-12', '2023-10-16', SPEND],
		['a month in the middle', '2024-01', '2023-10-16', []],
		['six months after the start', '2024-04', '2023-10-16', REGISTERS],
		['five months after the start, a quarter’s end', '2024-03', '2023-10-16', SPEND],
		['a quarter’s end that is six months after the start', '2024-06', '2023-12-04', [...SPEND, ...REGISTERS]],
		['a year after the start', '2024-10', '2023-10-16', REGISTERS],
		['the month of the start', '2023-10', '2023-10-16', []],
	])('%s', (_what, of, start, kinds) => {
		expect(periodicPartsDue(month(of), day(start)).map(({ kind }) => kind)).toEqual(kinds);
	});

	it('covers every day of four years once for spend, and for documents from the start on', () => {
		const start = day('2023-01-31');
		const parts = Array.from({ length: 48 }, (_, index) => addMonths(month('2023-01'), index)).flatMap((each) =>
			periodicPartsDue(each, start),
		);
		for (const [kind, first] of [['sme_spend', '2023-01-01'] as const, ['ipr_log', '2023-01-31'] as const]) {
			const periods = parts.filter((part) => part.kind === kind).map(({ period }) => period);
			expect(periods[0]?.from).toBe(first);
			for (const [index, { from }] of periods.slice(1).entries()) {
				const before = periods[index]?.to as string;
				expect(Date.parse(from) - Date.parse(before)).toBe(86_400_000);
			}
		}
	});
});

describe('which return reports an entry', () => {
	const returns = (...sent: (number | null)[]): ReportingReturn[] =>
		sent.map((sent_at, index) => ({
			id: `q${index + 1}`,
			from: day(['2024-01-01', '2024-04-01', '2024-07-01'][index] as string),
			to: day(['2024-03-31', '2024-06-30', '2024-09-30'][index] as string),
			sent_at,
		}));
	const OWN = { by: 'q1', revision: false };
	test.each([
		['of its quarter, not sent yet', '2024-02-01', 5, returns(null, null), { ...OWN, sent: false }],
		['of its quarter, sent with it', '2024-02-01', 5, returns(10, null), { ...OWN, sent: true }],
		['recorded in the moment it was sent', '2024-02-01', 10, returns(10, null), { ...OWN, sent: true }],
		['recorded later: the next one', '2024-02-01', 11, returns(10, null), { by: 'q2', revision: true, sent: false }],
		['later, next one sent', '2024-02-01', 11, returns(10, 20), { by: 'q2', revision: true, sent: true }],
		['later than both', '2024-02-01', 21, returns(10, 20, null), { by: 'q3', revision: true, sent: false }],
		['later than all there are', '2024-02-01', 21, returns(10, 20), undefined],
		['of a quarter that is not over', '2024-11-01', 5, returns(null), undefined],
		['before the first quarter', '2023-11-01', 5, returns(null), undefined],
		['of the first of two not sent', '2024-03-31', 5, returns(null, null), { ...OWN, sent: false }],
		['where only the second was sent', '2024-02-01', 5, returns(null, 10), { ...OWN, sent: false }],
	])('%s', (_what, dated, recorded_at, all, expected) => {
		expect(reportingOf({ dated: day(dated), recorded_at }, all)).toEqual(expected);
	});
});

describe('the file of a register', () => {
	const PDF = '%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n';
	const workbook = async () => {
		const made = new ExcelJS.Workbook();
		made.addWorksheet('Costs').addRow(['=1+1', 2]);
		return Buffer.from(await made.xlsx.writeBuffer());
	};
	/** A workbook with one of its parts called something else of the same length, as far as the directory says. */
	const renamed = async (name: string) => {
		const content = await workbook();
		const at = content.lastIndexOf('docProps/core.xml');
		content.write(name.padEnd('docProps/core.xml'.length, '_').slice(0, 17), at);
		return content;
	};

	it('is a PDF or a plain workbook', async () => {
		expect(registerFault(Buffer.from(PDF))).toBeUndefined();
		expect(registerFault(await workbook())).toBeUndefined();
	});

	it.each([
		['nothing', async () => Buffer.alloc(0), 'empty'],
		['a script called xlsx', async () => Buffer.from('#!/bin/sh\n'), 'neither_kind'],
		['an old or encrypted workbook', async () => Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'neither_kind'],
		['half a PDF', async () => Buffer.from(PDF.slice(0, 20)), 'cut_short'],
		['half a workbook', async () => (await workbook()).subarray(0, 900), 'cut_short'],
		['a directory that points nowhere', async () => broken(await workbook()), 'cut_short'],
		['macros', () => renamed('xl/vbaProject.bin'), 'has_macros'],
		['an old macro sheet', () => renamed('xl/macrosheets/s1'), 'has_macros'],
		['a file within the workbook', () => renamed('xl/embeddings/o.b'), 'has_macros'],
		['a PDF with a file within', async () => Buffer.from(PDF.replace('1 0', '/EmbeddedFile 1 0')), 'has_attachments'],
	])('is not %s', async (_what, content, fault) => {
		expect(registerFault(await content())).toBe(fault);
	});

	it('is not a ZIP without a workbook in it', async () => {
		const content = await workbook();
		for (let at = content.indexOf('xl/workbook.xml'); at >= 0; at = content.indexOf('xl/workbook.xml', at + 1)) {
			content.write('xl/workboot.xml', at);
		}
		expect(registerFault(content)).toBe('neither_kind');
	});

	function broken(content: Buffer): Buffer {
		content.writeUInt32LE(0x7fffffff, content.length - 6);
		return content;
	}
});

describe('the workbook of a quarterly or six-monthly return', () => {
	const report: PeriodicReport = {
		id: 'id',
		kind: 'subcontractor_spend',
		contract: 'PM-CPA9',
		cpas: [9],
		supplier: 'Sample',
		period: { from: day('2024-04-01'), to: day('2024-06-30') },
		month: month('2024-06'),
		due_on: day('2024-07-05'),
		status: 'ready',
		nil_declared_on: null,
		spend: [
			{ dated: day('2024-04-21'), revision: false, organisation: '=cmd|x', amount_pence: 123_456_05 },
			{ dated: day('2024-02-01'), revision: true, organisation: 'Beta', amount_pence: -5 },
		],
		total_pence: 123_456_00,
		documents: [],
		costs: null,
	};
	const cells = async (change: Partial<PeriodicReport>) => {
		const content = await periodicWorkbook({ ...report, ...change });
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(content as never);
		const sheet = workbook.worksheets[0]!;
		const rows: unknown[][] = [];
		sheet.eachRow((row) => rows.push(Array.from((row.values as unknown[]).slice(1), (value) => value ?? null)));
		return { rows, sheet, content };
	};

	it('has real numbers of pounds with two decimals, revisions named, and no formula', async () => {
		const { rows, sheet } = await cells({});
		const [first] = rows.filter(([name]) => String(name).includes('cmd'));
		expect(first).toEqual(["'=cmd|x", new Date('2024-04-21'), 123456.05]);
		expect(rows).toContainEqual(['Beta', new Date('2024-02-01'), -0.05, 'Revision of an earlier period']);
		expect(rows).toContainEqual(['Total', null, 123456]);
		expect(sheet.getColumn(3).numFmt).toContain('0.00');
		expect(rows.flat()).toEqual(expect.arrayContaining(['PM-CPA9', 'June 2024', '5 July 2024', 'Ready']));
		expect(rows.flat()).toContain('PM-CPA9, 1 April 2024 to 30 June 2024');
	});

	it('is the same bytes for the same return', async () => {
		expect((await cells({})).content.equals((await cells({})).content)).toBe(true);
	});

	it('says in words that nil was declared, or that it was not yet', async () => {
		const nil = await cells({ spend: [], total_pence: 0, nil_declared_on: day('2024-07-02') });
		expect(nil.rows.flat().join(' ')).toMatch(/Nil return, declared on 2 July 2024: there is nothing to report/);
		const missing = await cells({ spend: [], total_pence: 0 });
		expect(missing.rows.flat().join(' ')).toMatch(/no nil return is declared yet/);
	});

	it('of the Cost Register has its versions, and the actual costs beside those agreed', async () => {
		const { rows } = await cells({
			kind: 'contract_cost_register',
			spend: [],
			documents: [
				{ id: 'd', dated: day('2024-06-03'), revision: false, title: 'Register', version: '2', has_file: true },
			],
			costs: {
				months: [{ month: month('2024-01'), actual_pence: 30_000_00, deferred_pence: 1_000_00 }],
				actual_pence: 30_000_00,
				agreed_pence: 90_000_00,
				left_pence: 60_000_00,
			},
		});
		expect(rows).toContainEqual(['Register', '2', new Date('2024-06-03'), 'File stored with the entry']);
		expect(rows).toContainEqual(['January 2024', null, 30000, 1000]);
		expect(rows).toContainEqual(['Actual costs', null, 30000]);
		expect(rows).toContainEqual(['Agreed for the contract', null, 90000]);
		expect(rows).toContainEqual(['Agreed and not spent', null, 60000]);
	});
});
