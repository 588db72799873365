import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { importForms, type ImportForm } from '../../extensions/peer-mentoring/src/import/forms.ts';
import { readLists } from '../../extensions/peer-mentoring/src/storage/language/lists.ts';
import { readImport } from '../../extensions/peer-mentoring/src/import/read-import.ts';
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

const USAGE = `Usage: npm run import -- FILES...
Loads contracts, mentors, caseload and sessions files (CSV), each known by its header: all of them, or none.`;

const progress = new ProgressLine();

await runCommand('Nothing was loaded', (data) => main(process.argv.slice(2), data));

async function main(files: readonly string[], data: string): Promise<number> {
	if (files.length === 0 || files.some((file) => file.startsWith('-'))) {
		console.error(USAGE);
		return 2;
	}
	// npm runs its scripts in the folder of the package; the files are named from where the person is.
	const paths = files.map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));
	const missing = files.filter((_, index) => !existsSync(paths[index] as string));
	if (missing.length > 0) {
		console.error(`There is no file ${missing.join(', ')}. Nothing was loaded.`);
		return 1;
	}
	const { prepareDatabase } = await import('../lib/boot.ts');
	const knex = await prepareDatabase(data);
	const records = await readImport(
		files.map((name, index) => ({ name, content: createReadStream(paths[index] as string) })),
		{
			deliveryAreas,
			lists: await readLists(knex),
			onProgress: (file, lines) => progress.tell(`reading ${file}`, `${lines} lines`),
		},
	);
	const loader = { today: today(), user: null, supplier: null, onProgress: tellStep };
	try {
		const loaded = await loadImport(knex, records, loader);
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

/** `sessions: 4,000 of 80,000` is the step and how far it has come. */
function tellStep(what: string): void {
	const [step = '', detail] = what.split(': ');
	progress.tell(step, detail);
}

function printLoaded({ counts, notices }: Loaded): void {
	for (const { file, line, column, message } of notices) console.log(`${file}, line ${line}, ${column}: ${message}`);
	const row = (...cells: (string | number)[]) =>
		cells.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(12))).join('');
	console.log(row('', 'created', 'updated', 'unchanged'));
	for (const form of Object.keys(importForms) as ImportForm[]) {
		const { created, updated, unchanged } = counts[form];
		if (created + updated + unchanged > 0) console.log(row(form, created, updated, unchanged));
	}
}

function printFaults({ faults }: ImportRefused): void {
	for (const { file, line, column, message } of faults) {
		console.error(`${file}, line ${line}${column === null ? '' : `, ${column}`}: ${message}`);
	}
	console.error(`${faults.length === 1 ? 'One fault' : `${faults.length} faults`}. Nothing was loaded.`);
}
