import type { Workbook } from 'exceljs';
import { monthInWords } from '../../../domain/language/in-words.ts';
import type { Language } from '../../../domain/language/text.ts';
import { filterTexts, NOT_RECORDED } from '../../../domain/returns/figures/filter-texts.ts';
import { addRow, addSheet, type Value } from '../../../workbook/sheet.ts';
import type { FigureAnswer } from './answer.ts';

const TEXTS = {
	'en-GB': {
		total: 'Total',
		number: 'Number',
		of: 'Of',
		people: 'People',
		hidden: 'fewer than 5, or withheld',
	},
	'cy-GB': {
		total: 'Cyfanswm',
		number: 'Nifer',
		of: 'Allan o',
		people: 'Pobl',
		hidden: 'llai na 5, neu wedi’i gadw’n ôl',
	},
} satisfies Record<Language, Record<string, string>>;

/** What the name of a sheet cannot have, and how long it is at most. */
const NOT_IN_NAMES = /[[\]*?/\\:]/g;
const LONGEST_NAME = 31;

/** An answer as a sheet of its own, with its months, filters and definition above. @param number before its name, where there are several */
export function addFigure(workbook: Workbook, answer: FigureAnswer, language: Language, number?: number): void {
	const [header = [], ...rows] = tableOf(answer, language);
	const months = [answer.from, answer.to].map((month) => monthInWords(month, language)).join(' – ');
	const filters = filterTexts(answer.where, answer.filterLabels, language);
	const name = `${number === undefined ? '' : `${number} `}${answer.name}`.replace(NOT_IN_NAMES, ' ');
	const sheet = addSheet(workbook, {
		name: name.slice(0, LONGEST_NAME),
		title: answer.name,
		subtitle: [months, ...filters, answer.definition].join('. '),
		columns: header.map((text, index) => ({
			header: String(text),
			width: 28,
			...(index < answer.by.length ? {} : { format: '#,##0.##' }),
		})),
	});
	for (const [index, row] of rows.entries()) addRow(sheet, row, index === rows.length - 1 ? 'section' : 'normal');
}

/** A header, a row for each cell, and the total last. */
export function tableOf(answer: FigureAnswer, language: Language): Value[][] {
	const texts = TEXTS[language];
	const isShare = answer.unit === 'percent';
	const isAverage = answer.unit === 'days';
	const number = ({
		value,
		hidden,
		...share
	}: {
		value: number | null;
		hidden?: true;
		number?: number;
		of?: number;
	}) => [
		hidden ? texts.hidden : value,
		...(isShare ? [share.number ?? null, share.of ?? null] : isAverage ? [share.of ?? null] : []),
	];
	const label = (split: FigureAnswer['by'][number], value: unknown) =>
		value === null || value === undefined
			? NOT_RECORDED[language]
			: (answer.labels[split]?.[String(value)] ?? String(value));
	const splits = answer.by.map((split) => answer.splits[split] ?? split);
	return [
		[...splits, answer.name, ...(isShare ? [texts.number, texts.of] : isAverage ? [texts.people] : [])],
		...answer.rows.map((row) => [...answer.by.map((split) => label(split, row[split])), ...number(row)]),
		[...splits.map((_, index) => (index === 0 ? texts.total : null)), ...number({ ...answer, value: answer.total })],
	];
}
