import type { Knex } from 'knex';
import { lastDay, type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { readMapping, type Mapping } from '../../domain/returns/templates/mapping.ts';
import { templateInForce } from '../../domain/returns/templates/in-force.ts';
import type { WorkbookStructure } from '../../domain/returns/templates/structure.ts';
import { dayOf } from '../database/day-columns.ts';

/** A Buyer's template as it is stored (3.7, 3.9). */
export interface StoredTemplate {
	id: string;
	supplier: string | null;
	kind: CodeOf<'return_kind'>;
	version: string;
	in_use_from: CalendarDay | null;
	/** The key of its workbook among the files. */
	file: string | null;
	mapping: Mapping;
	structure: WorkbookStructure | null;
	created: number;
}

export async function readTemplate(knex: Knex, id: string): Promise<StoredTemplate | undefined> {
	const row = await knex('return_templates').where({ id }).first();
	return row && storedTemplate(row);
}

/** The template that a Supplier's return of a month is made with; `undefined` for the built-in workbook. */
export async function templateOf(
	knex: Knex,
	supplier: string,
	kind: StoredTemplate['kind'],
	month: CalendarMonth,
): Promise<StoredTemplate | undefined> {
	const rows = await knex('return_templates').where({ supplier, kind }).whereNotNull('file');
	return templateInForce(rows.map(storedTemplate), lastDay(month));
}

export function storedTemplate(row: Record<string, unknown>): StoredTemplate {
	const mapping = readMapping(row.mapping);
	return {
		id: row.id as string,
		supplier: (row.supplier ?? null) as string | null,
		kind: row.kind as StoredTemplate['kind'],
		version: String(row.version ?? ''),
		in_use_from: dayOf(row.in_use_from),
		file: (row.file ?? null) as string | null,
		mapping: 'notAnEntry' in mapping ? { cells: [], lists: [] } : mapping,
		structure: parsed(row.structure),
		created: new Date(row.date_created as string | number).getTime(),
	};
}

/** SQLite gives JSON as text. */
function parsed(value: unknown): WorkbookStructure | null {
	return ((typeof value === 'string' ? JSON.parse(value) : value) ?? null) as WorkbookStructure | null;
}
