import { plainText } from '../domain/language/plain-text.ts';

/** One sheet of plain texts, header first. */
export interface TextSheet {
	name: string;
	lines: readonly (readonly string[])[];
}

/** A workbook of texts as they are, to be corrected in a spreadsheet and read back: no cell is a number or a formula. */
export async function tableWorkbook(sheets: readonly TextSheet[]): Promise<Buffer> {
	const { default: exceljs } = await import('exceljs');
	const workbook = new exceljs.Workbook();
	for (const { name, lines } of sheets) {
		const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
		for (const line of lines) sheet.addRow(line.map(plainText));
		sheet.columns.forEach((column) => {
			column.numFmt = '@';
			column.width = 18;
		});
	}
	return Buffer.from(await workbook.xlsx.writeBuffer());
}
