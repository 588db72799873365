import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { pmiDueOn } from '../../../domain/contract/pmi-due.ts';
import type { FigureValue, ReturnFacts } from '../../../domain/returns/templates/figure.ts';
import { trackerSource } from '../../../domain/returns/templates/sources.ts';
import { TRACKER_COLUMNS, TRACKER_KEYS, type TrackerRow } from '../../../domain/returns/tracker/columns.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readHolidays } from '../../../storage/calendar/holidays.ts';
import { readLists } from '../../../storage/language/lists.ts';
import { templateOf } from '../../../storage/returns/return-templates.ts';
import { trackerWorkbook } from '../../../workbook/tracker-workbook.ts';
import { onTemplate, workbookOf } from '../../shared/on-template.ts';
import type { StoredFiles } from '../../shared/stored-files.ts';

/** Makes the tracker's workbook of its rows, as they come. */
export type TrackerFile = (rows: AsyncIterable<TrackerRow>) => Promise<Buffer>;

/** The Mentee Tracker of a month: on the analysts' template where one is in use, else the built-in one (3.7). */
export async function trackerFile(
	knex: Knex,
	files: Pick<StoredFiles, 'read'>,
	contract: StoredContract,
	month: CalendarMonth,
): Promise<TrackerFile> {
	const { name } = (await knex('suppliers').where({ id: contract.supplier }).first('name')) ?? {};
	const template = await templateOf(knex, contract.supplier, 'mentee_tracker', month);
	if (!template) {
		const about = {
			contract: contract.reference,
			supplier: name ?? '',
			month,
			madeAt: new Date(),
			lists: await readLists(knex),
		};
		return (rows) => trackerWorkbook(about, rows);
	}
	const content = await workbookOf(files, template);
	const facts = await factsOf(knex, contract, month, name);
	return (rows) => onTemplate(content, template, trackerSource(facts, values(rows)));
}

async function factsOf(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	supplier: string | undefined,
): Promise<ReturnFacts> {
	const { reference, cpas, calendar, terms } = contract;
	const filed = await knex('mi_returns').where({ contract: contract.id, month }).first('status');
	return {
		contract: { reference, cpas, supplier },
		month,
		due_on: pmiDueOn(month, await readHolidays(knex, calendar), terms),
		status: filed?.status ?? 'draft',
	};
}

async function* values(rows: AsyncIterable<TrackerRow>) {
	for await (const row of rows) {
		yield Object.fromEntries(TRACKER_KEYS.map((column) => [column, valueOf(column, row[column])]));
	}
}

function valueOf(column: keyof TrackerRow, value: TrackerRow[keyof TrackerRow]): FigureValue {
	if (value === null) return '';
	return TRACKER_COLUMNS[column].kind === 'day' && typeof value === 'string' ? { day: value as CalendarDay } : value;
}
