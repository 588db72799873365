import { importForms, type ColumnOf, type ImportForm } from '../domain/loading/forms.ts';

const NEEDS_QUOTES = /[",\n\r]|^\s|\s$/;

/**
 * An import file, written: header and rows, columns in the published order. Values go out as they are, because the
 * file is read back: nothing is put before a `+` or `-` here.
 */
export function formatImport<F extends ImportForm>(
	form: F,
	rows: readonly Partial<Record<ColumnOf<F>, string>>[],
): string {
	const columns: readonly ColumnOf<F>[] = importForms[form].columns;
	return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}

/** Comma-separated lines (RFC 4180 quoting, line feeds). */
export function csvOf(lines: readonly (readonly string[])[]): string {
	return lines.map((values) => `${values.map(quoted).join(',')}\n`).join('');
}

function quoted(value: string): string {
	return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
