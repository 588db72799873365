import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { EMPTY_REPORT } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { pmiWorkbook } from '../../../extensions/peer-mentoring/src/workbook/pmi-workbook.ts';
import { facts, journey } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';
import { partsOf } from '../support/workbooks.ts';

const DANGEROUS = ['=1+1', '+1', '-1', '@SUM(A1)'];
const place = { cpa: 9, office: null, weekly_hours: 37.5 };

function exampleReturn(over: { month?: ReturnType<typeof pmiContext>['month'] } = {}) {
	const context = pmiContext({
		...over,
		assignments: [
			{ mentor: '@PM-1', ...place, delivery_area: 'Wrexham', from: day('2023-06-01'), to: day('2023-12-15') },
			{ mentor: 'PM-2', ...place, delivery_area: 'Flintshire', from: day('2023-12-04'), to: null },
		],
		spend: DANGEROUS.map((organisation) => ({
			kind: 'subcontractor' as const,
			organisation,
			spent_on: day('2023-12-01'),
			amount_pence: 1050,
		})),
		costRegister: [{ version: '1.0', dated: day('2023-12-29'), title: 'Contract Cost Register' }],
	});
	const tally = pmiTally(context);
	tally.add(facts({ reference: 'A' }));
	tally.add(journey({ reference: '=B', initial_meeting_on: '2023-12-04', initial_meeting_outcome: 'declined' }));
	return {
		...tally.result(),
		contract: { ...context.contract, supplier: 'Adferiad Cyf' },
		month: context.month,
		due_on: day('2024-01-08'),
		status: 'draft' as const,
		as_known_at: '2024-01-08T10:15:00.000Z',
		version: null,
		revisions: [],
		acknowledged: [],
		report: { ...EMPTY_REPORT, recruitment: '=One mentor joined.' },
	};
}

const SHEETS = [
	'Cover',
	'Measures',
	'Report',
	'Chart',
	'By route',
	'Per CPA',
	'Length on provision',
	'Personnel changes',
	'FTE',
	'Spend and documents',
	'Exceptions',
	'Revisions',
	'Definitions used',
];

describe('the PMI workbook', () => {
	const book = new ExcelJS.Workbook();
	let bytes: Buffer;

	beforeAll(async () => {
		bytes = await pmiWorkbook(exampleReturn());
		await book.xlsx.load(bytes as unknown as ArrayBuffer);
	});

	const sheet = (name: string) => book.getWorksheet(name)!;
	const rowsOf = (name: string) => {
		const rows: unknown[][] = [];
		sheet(name).eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
		return rows;
	};
	const rowNamed = (name: string, label: string) => rowsOf(name).find((row) => row[1] === label || row[0] === label);

	it('has its sheets in order', () => expect(book.worksheets.map((each) => each.name)).toEqual(SHEETS));

	it('says on the cover what it is', () => {
		const cover = Object.fromEntries(rowsOf('Cover').map(([name, value]) => [name, value]));
		expect(cover).toMatchObject({
			'Call-Off Contract': 'PM-CPA9',
			Supplier: 'Adferiad Cyf',
			'Reporting month': 'December 2023',
			'Cut-off': '31 December 2023',
			Due: '8 January 2024, the fifth Working Day (England and Wales)',
			Status: 'Draft',
			'As known at': '8 January 2024 at 10:15',
		});
	});

	it('has the twenty measures in the order of 3.8', () => {
		const numbers = rowsOf('Measures').map((row) => row[0]);
		expect(numbers.filter((each) => typeof each === 'number')).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
	});

	test.each([
		['Total referrals', [2, 'Total referrals', 2]],
		['New referrals', [3, 'New referrals', null, null, null, 1]],
		[
			'Initial meetings within 10 Working Days of the referral',
			[9, 'Initial meetings within 10 Working Days of the referral', 1, 2, 0.5, 0, 1, 0, 1, 2, 0.5],
		],
		[
			'SMART Action Plans agreed within 10 Working Days of the Diagnostic Interview',
			[13, expect.any(String), 1, 1, 1, 0, 0, 'n/a', 1, 1, 1],
		],
		['Subcontractor spend', [17, 'Subcontractor spend', null, null, null, 42]],
		['SME spend', [18, 'SME spend', null, null, null, 0]],
		['Updated Contract Cost Register', [19, 'Updated Contract Cost Register', null, null, null, 1]],
	])('measure: %s', (label, expected) => {
		const row = rowNamed('Measures', label)!;
		expect(expected.map((_, index) => row[index] ?? null)).toEqual(expected);
	});

	it('shows percentages as such', () => {
		const row = sheet('Measures').getColumn(5).values.indexOf(0.5);
		expect(sheet('Measures').getCell(row, 5).numFmt).toBe('0.0%');
	});

	it('gives changes of personnel by day, CPA and reference', () => {
		expect(rowsOf('Personnel changes').slice(-2)).toEqual([
			[new Date('2023-12-04'), 9, 'Flintshire', 'Joined', 'PM-2', 0, 0.938],
			[new Date('2023-12-15'), 9, 'Wrexham', 'Left', "'@PM-1", 0.938, 0],
		]);
		expect(rowsOf('FTE').find((row) => row[0] === 9)).toEqual([9, 0.938, 0.938, 0.938, 3, 2.062]);
	});

	it('lists the exceptions', () => {
		expect(rowsOf('Exceptions').slice(-1)).toEqual([
			["'=B", 'The date of the referral is missing.', expect.stringMatching(/^It is counted from/)],
		]);
	});

	it.each(DANGEROUS)('takes "%s" as text, not as a formula', (text) => {
		expect(rowsOf('Spend and documents').map((row) => row[1])).toContain(`'${text}`);
	});

	it('carries what the Supplier reports beside the figures (2.25), and says where there is nothing', () => {
		expect(rowsOf('Report').slice(-5)).toEqual([
			['Spend against profile', 'Not written yet.'],
			['Recruitment', "'=One mentor joined."],
			['Mitigations where numbers are lower than expected', 'Not written yet.'],
			['Results achieved', 'Not written yet.'],
			['Remedial plans', 'Not written yet.'],
		]);
	});

	it('draws how many have come how far, from the cells of the table beside it', async () => {
		const parts = await partsOf(bytes);
		const chart = parts['xl/charts/chart1.xml']!;
		const ranges = [...chart.matchAll(/<c:f>Chart!\$(\w)\$(\d+):\$\w\$(\d+)<\/c:f>/g)].map((each) => each.slice(1));
		expect(ranges).toEqual([
			['A', '5', '12'],
			['B', '5', '12'],
			['A', '5', '12'],
			['C', '5', '12'],
		]);
		const rows = rowsOf('Chart').slice(-8);
		expect(rows[0]).toEqual(['Referrals', 2, 0]);
		const shown = [...chart.matchAll(/<c:pt idx="\d"><c:v>([^<]*)/g)].map(([, value]) => value);
		expect(shown.slice(0, 8)).toEqual(rows.map(([step]) => step));
		expect(shown.slice(8, 16)).toEqual(rows.map(([, jobcentre]) => String(jobcentre)));
		expect(sheet('Chart').getCell('A5').value).toBe('Referrals');
	});

	it('has no formula and no macro', () => {
		for (const each of book.worksheets) {
			each.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
		}
		expect(bytes.includes('vbaProject')).toBe(false);
	});

	test.each(SHEETS)('sheet %s keeps its header in sight and fits the width of A4', (name) => {
		const { views, pageSetup } = sheet(name);
		expect(views[0]).toMatchObject({ state: 'frozen' });
		expect(pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
	});

	it('is the same, byte for byte, when it is made again', async () => {
		const later = await pmiWorkbook(exampleReturn());
		expect(later.equals(bytes)).toBe(true);
		expect(book.created).toEqual(new Date('2024-01-08T10:15:00.000Z'));
	});
});

describe('a submitted return', () => {
	const book = new ExcelJS.Workbook();
	beforeAll(async () => {
		const content = await pmiWorkbook({
			...exampleReturn(),
			status: 'submitted',
			version: 2,
			revisions: [{ month: parseMonth('2023-11')!, key: 'starts', reported: 3, now: 4 }],
			acknowledged: [{ code: 'received_on_missing', records: 2, reason: 'Referred before the records began' }],
		});
		await book.xlsx.load(content as unknown as ArrayBuffer);
	});
	const textOf = (name: string) => {
		const rows: unknown[] = [];
		book.getWorksheet(name)!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
		return JSON.stringify(rows);
	};

	it('says which version it is, what it carries and what has changed before it', () => {
		expect(textOf('Cover')).toContain('Submitted, version 2: a correction');
		expect(textOf('Revisions')).toContain('["November 2023","Starts",3,4,1]');
		expect(textOf('Exceptions')).toContain(
			'Acknowledged: Date of the referral missing, 2 records: Referred before the records began',
		);
	});
});

describe('a month in which spend and documents are not due', () => {
	it('says so', async () => {
		const book = new ExcelJS.Workbook();
		const november = exampleReturn({ month: parseMonth('2023-11')! });
		await book.xlsx.load((await pmiWorkbook(november)) as unknown as ArrayBuffer);
		const cells = [17, 18, 19, 20].map((number) => {
			const sheet = book.getWorksheet('Measures')!;
			return sheet.getCell(sheet.getColumn(1).values.indexOf(number), 6).value;
		});
		expect(cells).toEqual(['not due', 'not due', 'not due', 'not due']);
	});
});
