import type { Knex } from 'knex';
import type { CalendarMonth } from '../../../domain/calendar-day.ts';
import { valuesOf } from '../../../domain/code-lists.ts';
import { labelOf } from '../../../domain/messages.ts';
import { cellAddress } from '../../../domain/return-template/cell-address.ts';
import type { FigureValue } from '../../../domain/return-template/figure.ts';
import type { StoredContract } from '../../../storage/contracts.ts';
import { readPmi } from '../../../storage/pmi.ts';
import type { StoredTemplate } from '../../../storage/return-templates.ts';
import { fillTemplate } from '../../../workbook/template/fill.ts';
import { bytesOf } from '../../../workbook/template/pack.ts';
import { pmiEntries, trackerEntries, trackerFilling, type TrackerRow } from '../../../workbook/template/filling.ts';
import { mapped, pmiOnTemplate } from '../../shared/pmi-file.ts';
import type { StoredFiles } from '../../shared/stored-files.ts';

/** One value and where it would go. */
interface PreviewedValue {
	figure: string;
	view: string;
	cpa: number | null;
	sheet: string;
	cell: string;
	value: FigureValue;
}

/** What every entry of a template comes to now. */
export async function previewValues(
	knex: Knex,
	template: StoredTemplate,
	contract: StoredContract,
	month: CalendarMonth,
): Promise<PreviewedValue[]> {
	const pmi = await readPmi(knex, contract, month);
	const entries = template.kind === 'pmi' ? pmiEntries(mapped(template), pmi) : trackerEntries(mapped(template), pmi);
	return entries.map(({ figure, view, cpa, sheet, cell, value }) => ({
		figure,
		view,
		cpa,
		sheet,
		cell: cellAddress(cell),
		value,
	}));
}

/** The workbook filled in. A Mentee Tracker holds no Mentee: one row with what each column is for stands for all. */
export async function previewFile(
	knex: Knex,
	files: StoredFiles,
	template: StoredTemplate,
	contract: StoredContract,
	month: CalendarMonth,
): Promise<Buffer> {
	const pmi = await readPmi(knex, contract, month);
	if (template.kind === 'pmi') return pmiOnTemplate(files, template, pmi);
	const filling = trackerFilling(mapped(template), pmi, [exampleRow()]);
	return bytesOf(await fillTemplate(await files.read(template.file as string), filling));
}

function exampleRow(): TrackerRow {
	const columns = valuesOf('tracker_column');
	return Object.fromEntries(columns.map((column) => [column, labelOf('tracker_column', column, 'en-GB')]));
}
