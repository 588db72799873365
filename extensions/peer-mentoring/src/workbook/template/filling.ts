import { parseCell, parseColumn, type CellPosition } from '../../domain/return-template/cell-address.ts';
import { FACTS } from '../../domain/return-template/contract-figures.ts';
import type { FigureSource, FigureValue, ReturnFacts } from '../../domain/return-template/figure.ts';
import { figureOf } from '../../domain/return-template/figures.ts';
import type { CellEntry, Mapping, Place, TrackerColumn } from '../../domain/return-template/mapping.ts';
import type { WorkbookStructure } from '../../domain/return-template/structure.ts';
import type { Filling } from './fill.ts';
import type { RowValues } from './row-edits.ts';

/** A mapping with the workbook that it was made for. */
export interface MappedTemplate {
	mapping: Mapping;
	structure: WorkbookStructure;
}

/** One entry of a mapping with the value that it has now. */
export interface FilledEntry extends CellEntry {
	sheet: string;
	cell: CellPosition;
	value: FigureValue;
}

/** The values of every entry of the PMI, in the order of the mapping. */
export function pmiEntries(template: MappedTemplate, source: FigureSource): FilledEntry[] {
	return entriesOf(template, (entry) => figureOf(entry.figure)?.value(source, entry));
}

/** What goes into a workbook of the PMI. */
export function pmiFilling(template: MappedTemplate, source: FigureSource): Filling {
	return { cells: pmiEntries(template, source) };
}

/** A row of the Mentee Tracker: a value for some of its columns. */
export type TrackerRow = Partial<Record<TrackerColumn, FigureValue>>;

/** What stands on a workbook of the Mentee Tracker beside its rows. */
export function trackerEntries(template: MappedTemplate, facts: ReturnFacts): FilledEntry[] {
	return entriesOf(template, (entry) => FACTS.find(({ key }) => key === entry.figure)?.value(facts, entry));
}

/** What goes into a workbook of the Mentee Tracker: its rows are asked for one at a time. */
export function trackerFilling(
	template: MappedTemplate,
	facts: ReturnFacts,
	rows: Iterable<TrackerRow> | AsyncIterable<TrackerRow>,
): Filling {
	const cells = trackerEntries(template, facts);
	const { list } = template.mapping;
	if (!list) return { cells };
	const columns = (Object.entries(list.columns) as [TrackerColumn, string][]).flatMap(([key, letters]) => {
		const column = parseColumn(letters);
		return column === undefined ? [] : [{ key, column }];
	});
	const values = async function* (): AsyncGenerator<RowValues> {
		// What is not known of a Mentee stays empty.
		for await (const row of rows) yield new Map(columns.map(({ key, column }) => [column, row[key] ?? '']));
	};
	const numbers = columns.map(({ column }) => column);
	return { cells, list: { sheet: list.sheet, firstRow: list.first_row, columns: numbers, rows: values() } };
}

function entriesOf(
	{ mapping, structure }: MappedTemplate,
	valueOf: (entry: CellEntry) => FigureValue | undefined,
): FilledEntry[] {
	return mapping.cells.flatMap((entry) => {
		const place = placeOf(entry.place, structure);
		const value = valueOf(entry);
		return place && value !== undefined ? [{ ...entry, ...place, value }] : [];
	});
}

function placeOf(place: Place, { names }: WorkbookStructure): { sheet: string; cell: CellPosition } | undefined {
	if ('name' in place) return names.find(({ name }) => name === place.name);
	const cell = parseCell(place.cell);
	return cell && { sheet: place.sheet, cell };
}
