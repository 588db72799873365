import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importForms, type ImportForm } from '../../extensions/peer-mentoring/src/domain/loading/forms.ts';
import { readLists } from '../../extensions/peer-mentoring/src/storage/language/lists.ts';
import { readImport } from '../../extensions/peer-mentoring/src/import/read-import.ts';
import type { Notice } from '../../extensions/peer-mentoring/src/import/notices.ts';
import { readSaidColumns, type SaidColumns } from '../../extensions/peer-mentoring/src/import/said-columns.ts';
import { readExportKeys } from '../../extensions/peer-mentoring/src/storage/loading/export-keys.ts';
import type { Progress } from '../../extensions/peer-mentoring/src/storage/loading/context.ts';
import { keepImport, proofOf } from '../../extensions/peer-mentoring/src/storage/loading/import-runs.ts';
import { tryRightOnes, type RightOnes } from '../../extensions/peer-mentoring/src/storage/loading/load-right.ts';
import {
	ImportBusy,
	ImportRefused,
	loadImport,
	type Loaded,
} from '../../extensions/peer-mentoring/src/storage/loading/load-import.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { deliveryAreas } from '../../seed/reference/annex-c.ts';
import { runCommand } from '../lib/command.ts';
import { ProgressLine } from '../lib/progress-line.ts';

/** What each step of a load is called. */
const STEPS: Record<Progress['step'], string> = {
	reading: 'reading the files',
	waiting: 'waiting for the database',
	mentors: 'contracts and mentors',
	checking: 'checking the caseload and the sessions',
	terms: 'due dates under the new terms',
	writing: 'writing the records',
	corrections: 'corrections',
	due_dates: 'due dates',
};

const USAGE = `Usage: npm run import -- [--dry-run] [--columns FILE.json] FILES...
Loads contracts, mentors, caseload and sessions files (CSV or .xlsx), each known by its header: all of them, or none.
--dry-run says what they would come to and writes nothing. --columns names a file that says what headings mean:
{"caseload":{"Referral Date":"received_on","Notes":null}}`;

const FORMS = Object.keys(importForms) as ImportForm[];

const progress = new ProgressLine();

await runCommand('Nothing was loaded', (data) => main(process.argv.slice(2), data));

async function main(given: readonly string[], data: string): Promise<number> {
	const asked = readArguments(given);
	if (asked === undefined) {
		console.error(USAGE);
		return 2;
	}
	const { files, columns, isTry } = asked;
	// npm runs its scripts in the folder of the package; the files are named from where the person is.
	const pathOf = (file: string) => resolve(process.env.INIT_CWD ?? process.cwd(), file);
	const missing = [...files, ...(columns === undefined ? [] : [columns])].filter((file) => !existsSync(pathOf(file)));
	if (missing.length > 0) {
		console.error(`There is no file ${missing.join(', ')}. Nothing was loaded.`);
		return 1;
	}
	const said = columns === undefined ? {} : readSaidColumns(readFileSync(pathOf(columns), 'utf8'));
	if ('wrong' in said) {
		console.error(`${String(said.wrong)}. Nothing was loaded.`);
		return 1;
	}
	const { prepareDatabase } = await import('../lib/boot.ts');
	const knex = await prepareDatabase(data);
	const contents = files.map((name) => ({ name, content: readFileSync(pathOf(name)) }));
	const records = await readImport(contents, {
		deliveryAreas,
		lists: await readLists(knex),
		said: said as SaidColumns,
		exportKeys: () => readExportKeys(knex, null),
		keepsRows: isTry,
		onProgress: (file, lines) => progress.tell(`reading ${file}`, `${lines} lines`),
	});
	const loader = { today: today(), user: null, supplier: null, onProgress: tellStep };
	try {
		if (isTry) {
			const right = await tryRightOnes(knex, records, loader);
			progress.clear();
			printTried(right);
			return right.faults.length > 0 ? 1 : 0;
		}
		const loaded = await loadImport(knex, records, loader, async (transaction, { counts }) => {
			const sent = contents.map(({ content }) => ({ part: 'file' as const, ...proofOf(content) }));
			await keepImport(transaction, { user: null, supplier: null, files: sent, counts });
		});
		progress.clear();
		printLoaded(loaded);
		return 0;
	} catch (error) {
		progress.clear();
		if (error instanceof ImportRefused) printFaults(error);
		else if (error instanceof ImportBusy) console.error(error.message);
		else throw error;
		return 1;
	}
}

/** The files, and what is to be done with them; nothing where the arguments cannot be understood. */
function readArguments(given: readonly string[]): { files: string[]; columns?: string; isTry: boolean } | undefined {
	try {
		const options = { 'dry-run': { type: 'boolean' }, columns: { type: 'string' } } as const;
		const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
		if (positionals.length === 0) return undefined;
		return {
			files: positionals,
			isTry: values['dry-run'] ?? false,
			...(values.columns ? { columns: values.columns } : {}),
		};
	} catch {
		return undefined;
	}
}

function tellStep({ step, done, of }: Progress): void {
	const number = (count: number) => count.toLocaleString('en-GB');
	progress.tell(STEPS[step], done === undefined || of === undefined ? undefined : `${number(done)} of ${number(of)}`);
}

function printLoaded({ counts, notices }: Loaded): void {
	printNotices(notices);
	const forms = FORMS.filter((form) => Object.values(counts[form]).some((count) => count > 0));
	printTable(['created', 'updated', 'unchanged'], forms, (form) => Object.values(counts[form]));
}

/** What a load would come to, with the rows that are wrong. */
function printTried({ counts, notices, faults, leftOut }: RightOnes): void {
	printNotices(notices);
	for (const fault of faults) console.error(placed(fault));
	const rows = (form: ImportForm) => [...Object.values(counts[form]), leftOut[form].length];
	const forms = FORMS.filter((form) => rows(form).some((count) => count > 0));
	printTable(['created', 'updated', 'unchanged', 'faulty'], forms, rows);
	console.log('This was a trial: nothing was loaded.');
}

function printNotices(notices: readonly Notice[]): void {
	for (const notice of notices) console.log(placed(notice));
}

function placed({
	file,
	line,
	column,
	message,
}: Pick<Notice, 'file' | 'line' | 'message'> & { column?: string | null }) {
	return `${file}${line === undefined ? '' : `, line ${line}`}${column ? `, ${column}` : ''}: ${message}`;
}

function printTable(
	heads: readonly string[],
	forms: readonly ImportForm[],
	numbersOf: (form: ImportForm) => readonly number[],
): void {
	const row = (...cells: (string | number)[]) =>
		cells.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(12))).join('');
	console.log(row('', ...heads));
	for (const form of forms) console.log(row(form, ...numbersOf(form)));
}

function printFaults({ faults }: ImportRefused): void {
	for (const fault of faults) console.error(placed(fault));
	console.error(`${faults.length === 1 ? 'One fault' : `${faults.length} faults`}. Nothing was loaded.`);
}
