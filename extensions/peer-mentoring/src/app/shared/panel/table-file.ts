/** A table of a panel as a file: what one reads is what one gets. */
import { plainText } from '../../../domain/language/plain-text.ts';
import { saveFile } from '../save-file.ts';

/** Hands the tables within an element to the browser as CSV, one below the other. */
export function saveTables(within: HTMLElement, name: string): void {
	const tables = [...within.querySelectorAll('table')].map(
		(table) =>
			(table.caption ? `${csvLine([textOf(table.caption)])}\r\n` : '') +
			[...table.rows].map((row) => `${csvLine([...row.cells].map(textOf))}\r\n`).join(''),
	);
	saveFile({ content: new Blob(['\uFEFF', tables.join('\r\n')], { type: 'text/csv' }), name });
}

/** The words of a cell; what only repeats them for the eye is left out. */
function textOf(cell: HTMLElement): string {
	const words = cell.cloneNode(true) as HTMLElement;
	for (const repeated of words.querySelectorAll('[aria-hidden="true"]')) repeated.remove();
	return [...words.childNodes]
		.map((part) => part.textContent?.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join(' ');
}

function csvLine(values: readonly string[]): string {
	return values.map((value) => `"${plainText(value).replaceAll('"', '""')}"`).join(',');
}
