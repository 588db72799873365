import type { Response } from 'express';
import type { Workbook } from 'exceljs';
import type { Language } from '../../../domain/language/text.ts';
import { plainText } from '../../../domain/language/plain-text.ts';
import type { Value } from '../../../workbook/sheet.ts';
import { BadRequestError } from '../../shared/errors.ts';
import type { FigureAnswer } from '../../shared/figures/answer.ts';
import { addFigure, tableOf } from '../../shared/figures/table.ts';
import { WORKBOOK } from '../../shared/pmi-file.ts';
import { TEXTS } from './texts.ts';

/** Sends an answer as a table, where one was asked for. @returns whether it was */
export async function sendTable(
	response: Response,
	format: unknown,
	answer: FigureAnswer,
	language: Language,
): Promise<boolean> {
	if (format === undefined || format === 'json') return false;
	const name = `${answer.count}-${answer.from}-${answer.to}`;
	if (format === 'csv') {
		response
			.type('text/csv; charset=utf-8')
			.attachment(`${name}.csv`)
			.send(`\uFEFF${tableOf(answer, language).map(csvLine).join('\r\n')}\r\n`);
		return true;
	}
	if (format !== 'xlsx') throw new BadRequestError({ reason: TEXTS[language].format });
	const { default: excel } = await import('exceljs');
	const workbook: Workbook = new excel.Workbook();
	addFigure(workbook, answer, language);
	response
		.type(WORKBOOK)
		.attachment(`${name}.xlsx`)
		.send(Buffer.from(await workbook.xlsx.writeBuffer()));
	return true;
}

/** Text that a spreadsheet could take for a formula is made plain. */
function csvLine(values: readonly Value[]): string {
	return values
		.map((value) => {
			const text = typeof value === 'string' ? plainText(value) : String(value ?? '');
			return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
		})
		.join(',');
}
