import type { Corrections } from './corrections.ts';
import { ownExport, type OwnExport } from './exports.ts';
import type { Fault } from './faults.ts';
import type { FormReader, Layout } from './form-reader.ts';
import { importForms, type ImportForm } from '../domain/loading/forms.ts';
import type { Notices } from './notices.ts';
import type { ImportOptions } from './read-import.ts';
import type { Table } from './read-tables.ts';
import { recognise, type Header, type Heading } from './recognise.ts';
import { FileProblem } from './table.ts';

/** A file or sheet, and what it was taken for. */
export interface ReadTable {
	/** What faults call it. */
	file: string;
	/** `null` where its header is of none of the four. */
	form: ImportForm | null;
	/** Whether it was read as an export of the platform's own. */
	isExport: boolean;
	rows: number;
	headings: readonly Heading[];
}

/** Where what is read goes. */
export interface Reading {
	readers: { [Form in ImportForm]: Pick<FormReader<Form, object>, 'add'> };
	notices: Notices;
	forms: Set<ImportForm>;
	tables: ReadTable[];
	corrections: Corrections;
}

export interface FileResult {
	faults: Fault[];
	form: ImportForm | undefined;
}

/** How the rows of a table are read, once its header is known. */
interface Manner {
	form: ImportForm;
	isExport: boolean;
	layout: Layout;
	valuesOf: (values: readonly string[]) => readonly string[];
}

/** Hands every row to the reader of its form. */
export async function readTable(
	table: Table,
	expected: ImportForm | undefined,
	{ readers, notices, forms, tables, corrections }: Reading,
	options: ImportOptions,
): Promise<FileResult> {
	const { name, lines } = table;
	let manner: Manner | undefined;
	const told: ReadTable = { file: name, form: null, isExport: false, rows: 0, headings: [] };
	tables.push(told);
	let read = 0;
	try {
		for await (const batch of lines) {
			for (const line of batch) {
				if (manner === undefined) {
					const found = await mannerOf(table, line.values, expected, options, notices);
					told.headings = found.headings;
					told.form = found.form ?? null;
					if ('faults' in found) {
						return {
							faults: found.faults.map((fault) => ({ file: name, line: line.line, ...fault })),
							form: found.form,
						};
					}
					manner = found;
					told.isExport = manner.isExport;
					forms.add(manner.form);
				} else {
					const { form, layout, valuesOf } = manner;
					const values = corrections.laidOver(name, line.line, valuesOf(line.values), layout.places);
					readers[form].add(name, layout, { line: line.line, values });
					told.rows += 1;
				}
			}
			read += batch.length;
			await options.onProgress?.(name, read);
		}
	} catch (error) {
		if (!(error instanceof FileProblem)) throw error;
		const { line, code, message } = error;
		return { faults: [{ file: name, line, column: null, code, message }], form: manner?.form };
	}
	if (manner) return { faults: [], form: manner.form };
	return {
		faults: [{ file: name, line: 1, column: null, code: 'EMPTY_FILE', message: 'the file is empty' }],
		form: undefined,
	};
}

async function mannerOf(
	{ name, isSheet }: Table,
	names: readonly string[],
	expected: ImportForm | undefined,
	options: ImportOptions,
	notices: Notices,
): Promise<(Manner | Pick<Header, 'form' | 'faults'>) & { headings: readonly Heading[] }> {
	const own = options.exportKeys && ownExport(names);
	if (own && options.exportKeys && (isSheet || expected === undefined || expected === own.form)) {
		notices.add({ code: 'EXPORT_READ', file: name, message: exportRead(own) });
		const keys = await options.exportKeys();
		const columns: readonly string[] = importForms[own.form].columns;
		const layout = {
			places: new Map(columns.map((column, index) => [column, index])),
			width: columns.length,
			unnamed: [],
		};
		const headings = columns.map((column) => ({ name: column, column }));
		return { form: own.form, isExport: true, headings, layout, valuesOf: (values) => own.row(values, keys) };
	}
	// A workbook with several sheets may come as whichever part.
	const header = recognise(names, isSheet ? undefined : expected, options.said);
	if (header.form === undefined || header.faults.length > 0) return header;
	for (const told of header.told) notices.add({ ...told, file: name });
	const { form, headings } = header;
	return { form, isExport: false, headings, layout: layoutOf(header, names), valuesOf: (values) => values };
}

function exportRead({ collection, form }: OwnExport): string {
	return `the file was read as an export of ${collection}: what ${form} has columns for is loaded, other fields stay as they are on record`;
}

function layoutOf({ columns }: Header, names: readonly string[]): Layout {
	const width = names.findLastIndex((name) => name !== '') + 1;
	const placed = columns.flatMap((column, index) => (column === undefined ? [] : [[column, index] as const]));
	return {
		places: new Map(placed),
		width,
		unnamed: names.flatMap((name, index) => (name === '' && index < width ? [index] : [])),
	};
}
