/** A Buyer’s workbook and what is put into it. */
import { expect, it } from 'vitest';
import { parseCell } from '../../../extensions/peer-mentoring/src/domain/returns/templates/cell-address.ts';
import type { FigureValue } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import { fillTemplate, type Filling } from '../../../extensions/peer-mentoring/src/workbook/template/fill.ts';
import { bytesOf } from '../../../extensions/peer-mentoring/src/workbook/template/pack.ts';
import { hasLibreOffice } from '../../support/libreoffice.ts';
import { partsOf } from './workbooks.ts';

export const withOffice = hasLibreOffice ? it : it.skip;
if (!hasLibreOffice)
	console.warn('LibreOffice is not on this machine: what it makes of a filled workbook is left out.');

export const cells = (sheet: string, values: Record<string, FigureValue>): Filling['cells'] =>
	Object.entries(values).map(([address, value]) => ({ sheet, cell: parseCell(address)!, value }));
export const filled = async (template: Buffer, filling: Filling) => bytesOf(await fillTemplate(template, filling));

/** The parts that differ between two workbooks. */
export async function changedParts(before: Buffer, after: Buffer): Promise<string[]> {
	const [old, now] = [await partsOf(before), await partsOf(after)];
	expect(Object.keys(now).sort()).toEqual(Object.keys(old).sort());
	return Object.keys(old)
		.filter((name) => old[name] !== now[name])
		.sort();
}

/** A sheet without its cells and without how far it reaches: all that filling must leave alone. */
export const surroundings = (sheet: string) =>
	sheet.replace(/<sheetData>.*<\/sheetData>/s, '').replace(/<dimension [^>]*>(<\/dimension>)?/, '');
