import type { Response } from 'express';
import type { Workbook } from 'exceljs';
import { monthInWords } from '../../../domain/language/in-words.ts';
import type { Language } from '../../../domain/language/text.ts';
import { addRow, addSheet, type Value } from '../../../workbook/sheet.ts';
import { plainText } from '../../../domain/language/plain-text.ts';
import { WORKBOOK } from '../../shared/pmi-file.ts';
import { BadRequestError } from '../../shared/errors.ts';
import type { FigureAnswer } from './answer.ts';
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
	const table = tableOf(answer, language);
	if (format === 'csv') {
		response
			.type('text/csv; charset=utf-8')
			.attachment(`${name}.csv`)
			.send(`\uFEFF${table.map(csvLine).join('\r\n')}\r\n`);
		return true;
	}
	if (format !== 'xlsx') throw new BadRequestError({ reason: TEXTS[language].format });
	const { default: excel } = await import('exceljs');
	const workbook: Workbook = new excel.Workbook();
	const [header = [], ...rows] = table;
	const months = [answer.from, answer.to].map((month) => monthInWords(month, language)).join(' – ');
	const sheet = addSheet(workbook, {
		name: answer.name.slice(0, 31),
		title: answer.name,
		subtitle: `${months}. ${answer.definition}`,
		columns: header.map((text, index) => ({
			header: String(text),
			width: 28,
			...(index < answer.by.length ? {} : { format: '#,##0.##' }),
		})),
	});
	for (const [index, row] of rows.entries()) addRow(sheet, row, index === rows.length - 1 ? 'section' : 'normal');
	response
		.type(WORKBOOK)
		.attachment(`${name}.xlsx`)
		.send(Buffer.from(await workbook.xlsx.writeBuffer()));
	return true;
}

/** A header, a row for each cell, and the total last. */
function tableOf(answer: FigureAnswer, language: Language): Value[][] {
	const texts = TEXTS[language];
	const isShare = answer.unit === 'percent';
	const number = ({
		value,
		hidden,
		...share
	}: {
		value: number | null;
		hidden?: true;
		number?: number;
		of?: number;
	}) => [hidden ? texts.hidden : value, ...(isShare ? [share.number ?? null, share.of ?? null] : [])];
	const label = (split: FigureAnswer['by'][number], value: unknown) =>
		value === null || value === undefined
			? texts.not_recorded
			: (answer.labels[split]?.[String(value)] ?? String(value));
	const splits = answer.by.map((split) => answer.splits[split] ?? split);
	return [
		[...splits, answer.name, ...(isShare ? [texts.number, texts.of] : [])],
		...answer.rows.map((row) => [...answer.by.map((split) => label(split, row[split])), ...number(row)]),
		[...splits.map((_, index) => (index === 0 ? texts.total : null)), ...number({ ...answer, value: answer.total })],
	];
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
