import type { Knex } from 'knex';
import type { CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { isCode, valuesOf } from '../../../domain/language/code-lists.ts';
import { labelOf } from '../../../domain/language/messages.ts';
import { cellAddress } from '../../../domain/returns/templates/cell-address.ts';
import type { FigureValue } from '../../../domain/returns/templates/figure.ts';
import {
	periodicSource,
	pmiSource,
	trackerSource,
	type ListRow,
	type TemplateSource,
} from '../../../domain/returns/templates/sources.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readPeriodicReport } from '../../../storage/returns/periodic-report.ts';
import { readPmi } from '../../../storage/returns/pmi.ts';
import type { StoredTemplate } from '../../../storage/returns/return-templates.ts';
import { filledEntries } from '../../../workbook/template/filling.ts';
import { mapped } from '../../shared/on-template.ts';

/** One value and where it would go. */
interface PreviewedValue {
	figure: string;
	view: string;
	cpa: number | null;
	sheet: string;
	cell: string;
	value: FigureValue;
}

/**
 * What a template is tried with: the return of a contract and a month as it stands. A Mentee Tracker holds no Mentee:
 * one row with what each column is for stands for all.
 * @returns `undefined` where no return of the template's kind goes with that month
 */
export async function previewSource(
	knex: Knex,
	{ kind }: StoredTemplate,
	contract: StoredContract,
	month: CalendarMonth,
): Promise<TemplateSource | undefined> {
	if (isCode('periodic_return', kind)) {
		const found = await knex('periodic_returns').where({ contract: contract.id, kind, month }).first('id');
		const report = found && (await readPeriodicReport(knex, contract, found.id));
		return report && periodicSource(report);
	}
	const pmi = await readPmi(knex, contract, month);
	return kind === 'pmi' ? pmiSource(pmi) : trackerSource(pmi, [exampleRow()]);
}

/** What every entry of a template comes to now. */
export function previewValues(template: StoredTemplate, source: TemplateSource): PreviewedValue[] {
	return filledEntries(mapped(template), source).map(({ figure, view, cpa, sheet, cell, value }) => ({
		figure,
		view,
		cpa,
		sheet,
		cell: cellAddress(cell),
		value,
	}));
}

function exampleRow(): ListRow {
	const columns = valuesOf('tracker_column');
	return Object.fromEntries(columns.map((column) => [column, labelOf('tracker_column', column, 'en-GB')]));
}
