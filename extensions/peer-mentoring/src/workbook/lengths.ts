import type { Worksheet } from 'exceljs';
import type { LengthStatistics } from '../domain/pmi/arithmetic.ts';
import type { Value } from './sheet.ts';
import { addRow, orNotApplicable } from './sheet.ts';

/** Days with a decimal where there is one. */
export const DAYS = '#,##0.0';
export const LENGTH_HEADERS = ['Group', 'Mentees', 'Mean', 'Median', 'Shortest', 'Longest'] as const;

/** How many, mean, median, shortest and longest, in calendar days (3.8, seventh item). */
export function lengthCells({ count, mean, median, min, max }: LengthStatistics): Value[] {
	return [count, ...[mean, median, min, max].map(orNotApplicable)];
}

/** A row of lengths under {@link LENGTH_HEADERS}, whatever formats its columns have further up. */
export function lengthRow(
	sheet: Worksheet,
	[number, label]: readonly [number, string],
	lengths: LengthStatistics,
): void {
	const row = addRow(sheet, [number, label, ...lengthCells(lengths)], label.startsWith('of') ? 'detail' : 'normal');
	for (const [column, format] of [
		[4, DAYS],
		[5, DAYS],
		[6, '0'],
		[7, '0'],
	] as const)
		row.getCell(column).numFmt = format;
}
