/** Import files as workbooks: one sheet a kind, dates as dates. */
import ExcelJS from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { importForms } from '../../../extensions/peer-mentoring/src/domain/loading/forms.ts';
import { readImport } from '../../../extensions/peer-mentoring/src/import/read-import.ts';

type Cell = string | number | boolean | Date | { formula: string; result: string | number | Date } | null;

const SESSIONS = [...importForms.sessions.columns];
const CASELOAD = [...importForms.caseload.columns];

async function workbook(sheets: Record<string, Cell[][]>, change?: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows);
	change?.(book);
	return Buffer.from(await book.xlsx.writeBuffer());
}

const person = (values: Record<string, Cell>): Cell[] => {
	const all: Record<string, Cell> = {
		reference: 'R-1',
		contract: 'PM-CPA9',
		cpa: 9,
		route: 'Jobcentre Plus',
		...values,
	};
	return CASELOAD.map((column) => all[column] ?? null);
};

const read = async (content: Buffer, expected?: 'caseload' | 'sessions') =>
	readImport([{ name: 'moving.xlsx', content, ...(expected ? { expected } : {}) }], { deliveryAreas: [] });

describe('a workbook', () => {
	it('is read sheet by sheet, each by its header, and sheets of notes are passed over', async () => {
		const records = await read(
			await workbook({
				Notes: [['What we did'], ['Copied it all']],
				People: [CASELOAD, person({ received_on: new Date('2024-03-04'), dwp_customer: true, phone: 7700900123 })],
				Sessions: [SESSIONS, ['R-1', new Date('2024-03-12'), 45, 'Face to face', 'Attended']],
				Empty: [],
			}),
		);
		expect(records.faults).toEqual([]);
		expect(records.caseload[0]).toMatchObject({
			cpa: 9,
			received_on: '2024-03-04',
			dwp_customer: 'yes',
			phone: '7700900123',
		});
		expect(records.sessions[0]).toMatchObject({
			held_on: '2024-03-12',
			minutes: 45,
			mode: 'face_to_face',
			source: { file: 'moving.xlsx [Sessions]', line: 2 },
		});
		expect(records.notices.map(({ code, file }) => [code, file])).toEqual([
			['DIGIT_MISSING', 'moving.xlsx [People]'],
			['SHEET_LEFT_OUT', 'moving.xlsx [Notes]'],
		]);
	});

	test.each<[string, Cell, string]>([
		['a day', new Date('2024-03-04'), '2024-03-04'],
		['a serial day without its format', 45355, '2024-03-04'],
		['a day as text', '04/03/2024', '2024-03-04'],
		['the stored result of a formula', { formula: 'TODAY()', result: new Date('2024-03-04') }, '2024-03-04'],
	])('has a date column with %s', async (_, cell, expected) => {
		const records = await read(await workbook({ Sheet1: [CASELOAD, person({ received_on: cell })] }), 'caseload');
		expect(records.faults).toEqual([]);
		expect(records.caseload[0]?.received_on).toBe(expected);
	});

	test.each<[string, Cell, string]>([
		['a time of day', new Date('2024-03-04T09:30:00Z'), 'holds a time of day'],
		['an error', '#N/A', 'holds an error of the spreadsheet'],
		['a formula without a result', { formula: 'A1', result: '#REF!' }, 'holds an error of the spreadsheet'],
	])('is refused a date column with %s', async (_, cell, message) => {
		const records = await read(await workbook({ Sheet1: [CASELOAD, person({ received_on: cell })] }));
		expect(records.faults).toMatchObject([
			{ line: 2, column: 'received_on', message: expect.stringContaining(message) },
		]);
	});

	it('of a Macintosh counts its days from 1904', async () => {
		const file = await workbook({ Sheet1: [CASELOAD, person({ received_on: new Date('2024-03-04') })] }, (book) => {
			book.properties.date1904 = true;
		});
		expect((await read(file)).caseload[0]?.received_on).toBe('2024-03-04');
	});

	it('that is none, is locked or breaks off is refused in words', async () => {
		const whole = await workbook({ Sheet1: [CASELOAD, person({})] });
		const files = [whole.subarray(0, 900), Buffer.from('d0cf11e0a1b11ae100', 'hex'), Buffer.from('PK\x03\x04nonsense')];
		for (const content of files) {
			expect((await read(content)).faults).toMatchObject([{ code: 'NOT_A_WORKBOOK', file: 'moving.xlsx', line: 1 }]);
		}
	});
});
