import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { saidIn } from '../../../domain/loading/said.ts';
import { neutralised } from '../../../domain/loading/live-formula.ts';
import { csvOf } from '../../../import/format.ts';
import { importForms, type ImportForm } from '../../../domain/loading/forms.ts';
import { WHY_LEFT_OUT } from '../../../import/recognise.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { leftOutOf } from '../../../storage/loading/import-runs.ts';
import type { LeftOutRow } from '../../../storage/loading/load-right.ts';
import { tableWorkbook } from '../../../workbook/table-workbook.ts';
import type { Caller } from '../../shared/caller.ts';
import { NotYoursError } from '../../shared/errors.ts';
import { WORKBOOK } from '../../shared/pmi-file.ts';
import { noteExport } from '../../shared/read-log.ts';

/** The rows that an import left out, as a file that can be corrected and loaded: CSV, or a sheet for each kind of file. */
export async function leftOutFile(
	knex: Knex,
	caller: Caller,
	given: unknown,
	language: Language,
): Promise<{ content: string | Buffer; type: string; name: string }> {
	const id = uuidIn(given);
	const run = id === undefined ? undefined : await leftOutOf(knex, id);
	const isOwn = run && (caller.unrestricted || (run.supplier !== null && run.supplier === caller.supplier));
	if (!run || !isOwn) throw new NotYoursError();
	const sheets = (Object.entries(run.leftOut) as [ImportForm, LeftOutRow[]][])
		.filter(([, rows]) => rows.length > 0)
		.map(([form, rows]) => ({ name: form, lines: linesOf(form, rows, language) }));
	if (run.supplier !== null) {
		const records = sheets.reduce((count, { lines }) => count + lines.length - 1, 0);
		await noteExport({
			action: 'left_out',
			subject: 'import',
			supplier: run.supplier,
			records,
		});
	}
	const [only, other] = sheets;
	if (only && !other) {
		const lines = only.lines.map((line) => line.map(neutralised));
		return { content: `\uFEFF${csvOf(lines)}`, type: 'text/csv', name: `left-out-${only.name}.csv` };
	}
	return { content: await tableWorkbook(sheets), type: WORKBOOK, name: 'left-out.xlsx' };
}

function linesOf(form: ImportForm, rows: readonly LeftOutRow[], language: Language): string[][] {
	const because = (why: readonly string[]) => why.map((each) => saidIn(language, each)).join('; ');
	const columns: readonly string[] = importForms[form].columns;
	const header = [...columns, WHY_LEFT_OUT];
	return [header, ...rows.map(({ values, why }) => [...columns.map((column) => values[column] ?? ''), because(why)])];
}
