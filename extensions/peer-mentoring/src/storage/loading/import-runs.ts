import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ImportForm } from '../../domain/loading/forms.ts';
import { momentColumn, nowColumn } from '../database/day-columns.ts';
import type { Counts } from './context.ts';
import type { RightOnes } from './load-right.ts';

/** A file as it was sent: what it was sent as, and what proves which one it was. Never its name. */
export interface LoadedFile {
	part: ImportForm | 'workbook' | 'file';
	sha256: string;
	bytes: number;
	/** How many of its cells were corrected before it was loaded. */
	corrected?: number;
}

/** What proves which file it was. */
export function proofOf(content: Uint8Array): { sha256: string; bytes: number } {
	return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

export interface ImportRun {
	user: string | null;
	/** `null` where an Administrator loaded for whichever Supplier. */
	supplier: string | null;
	files: readonly LoadedFile[];
	counts: Record<ImportForm, Counts>;
	leftOut?: RightOnes['leftOut'];
}

/** Rows that were left out are people's: they are kept so long, to be corrected and loaded. */
const DAYS_KEPT = 30;

/** Puts on record what was loaded by whom, in the transaction of the load; rows left out long ago are let go. */
export async function keepImport(knex: Knex, run: ImportRun): Promise<string> {
	const id = randomUUID();
	const { user, supplier, files, counts, leftOut } = run;
	const left = leftOut && Object.values(leftOut).reduce((count, rows) => count + rows.length, 0);
	const past = new Date(Date.now() - DAYS_KEPT * 86_400_000);
	await knex('import_runs')
		.where('loaded_at', '<', momentColumn(knex, past))
		.whereNotNull('left_out_rows')
		.update({ left_out_rows: null });
	await knex('import_runs').insert({
		id,
		loaded_at: nowColumn(knex),
		loaded_by: user,
		supplier,
		files: JSON.stringify(files),
		...totals(counts),
		left_out: left ?? 0,
		left_out_rows: left ? JSON.stringify(leftOut) : null,
	});
	return id;
}

function totals(counts: Record<ImportForm, Counts>): Counts {
	const all = Object.values(counts);
	const sum = (key: keyof Counts) => all.reduce((total, each) => total + each[key], 0);
	return { created: sum('created'), updated: sum('updated'), unchanged: sum('unchanged') };
}

/** The rows that an import left out; `undefined` where there are none any more. */
export async function leftOutOf(
	knex: Knex,
	id: string,
): Promise<{ supplier: string | null; leftOut: RightOnes['leftOut'] } | undefined> {
	const row = await knex('import_runs').where({ id }).whereNotNull('left_out_rows').first('supplier', 'left_out_rows');
	return row && { supplier: row.supplier, leftOut: JSON.parse(row.left_out_rows) };
}
