import ExcelJS from 'exceljs';

/** Every cell of a workbook as a reader sees it; a formula is shown with its sign. */
export async function sheetTexts(content: Buffer): Promise<string[]> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(content as unknown as ArrayBuffer);
	const texts: string[] = [];
	workbook.eachSheet((sheet) =>
		sheet.eachRow((row) => row.eachCell((cell) => void texts.push(cell.formula ? `=${cell.formula}` : cell.text))),
	);
	return texts;
}
