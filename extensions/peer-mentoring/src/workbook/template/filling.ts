import { parseCell, parseColumn, type CellPosition } from '../../domain/returns/templates/cell-address.ts';
import type { FigureValue } from '../../domain/returns/templates/figure.ts';
import type { CellEntry, ListEntry, Mapping, Place } from '../../domain/returns/templates/mapping.ts';
import type { ListRow, TemplateSource } from '../../domain/returns/templates/sources.ts';
import type { WorkbookStructure } from '../../domain/returns/templates/structure.ts';
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

/** What a return puts into the cells and rows of its template. */
export function templateFilling(template: MappedTemplate, source: TemplateSource): Filling {
	return {
		cells: filledEntries(template, source),
		lists: template.mapping.lists.map((list) => listFilling(list, source.lists[list.of] ?? [])),
	};
}

/** The values of every entry for one cell, in the order of the mapping. */
export function filledEntries({ mapping, structure }: MappedTemplate, { valueOf }: TemplateSource): FilledEntry[] {
	return mapping.cells.flatMap((entry) => {
		const place = placeOf(entry.place, structure);
		const value = valueOf(entry);
		return place && value !== undefined ? [{ ...entry, ...place, value }] : [];
	});
}

function listFilling(
	{ sheet, first_row, columns }: ListEntry,
	rows: Iterable<ListRow> | AsyncIterable<ListRow>,
): NonNullable<Filling['lists']>[number] {
	const mapped = Object.entries(columns).flatMap(([key, letters]) => {
		const column = parseColumn(letters);
		return column === undefined ? [] : [{ key, column }];
	});
	const values = async function* (): AsyncGenerator<RowValues> {
		// What is not known of a row stays empty.
		for await (const row of rows) yield new Map(mapped.map(({ key, column }) => [column, row[key] ?? '']));
	};
	return { sheet, firstRow: first_row, columns: mapped.map(({ column }) => column), rows: values() };
}

function placeOf(place: Place, { names }: WorkbookStructure): { sheet: string; cell: CellPosition } | undefined {
	if ('name' in place) return names.find(({ name }) => name === place.name);
	const cell = parseCell(place.cell);
	return cell && { sheet: place.sheet, cell };
}
