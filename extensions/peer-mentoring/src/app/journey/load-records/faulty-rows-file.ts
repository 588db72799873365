import { neutralised } from '../../../domain/loading/live-formula.ts';
import { importForms } from '../../../domain/loading/forms.ts';
import { saveFile } from '../../shared/save-file.ts';
import { FORMS, type Tried } from './answer.ts';

/** Hands the faulty rows to the browser, a file a kind, with a last column that says why; it is passed over when they come back. */
export function saveFaultyRows({ rows }: Pick<Tried, 'rows'>, name: string): void {
	for (const form of FORMS) {
		const own = rows[form] ?? [];
		if (own.length === 0) continue;
		const columns: readonly string[] = importForms[form].columns;
		const lines = own.map(({ values, why }) => [...columns.map((column) => values[column] ?? ''), why.join('; ')]);
		const text = [[...columns, 'left_out_because'], ...lines]
			.map((line) => `${line.map(quoted).join(',')}\r\n`)
			.join('');
		saveFile({ content: new Blob(['\uFEFF', text], { type: 'text/csv' }), name: `${name}-${form}.csv` });
	}
}

function quoted(value: string): string {
	const text = neutralised(value);
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
