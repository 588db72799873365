import type { Knex } from 'knex';
import { Doubts } from '../../import/doubts.ts';
import type { Fault } from '../../import/faults.ts';
import { importForms, type ImportForm } from '../../domain/loading/forms.ts';
import type { ImportRecords } from '../../import/read-import.ts';
import type { Source } from '../../import/cells.ts';
import { ImportRefused, loadImport, tryImport, type Afterwards, type Loaded, type Loader } from './load-import.ts';

/** A load without its faulty rows: what was loaded of the others, and every fault of those that were not. */
export interface RightOnes extends Loaded {
	faults: Fault[];
	/** The rows that were left out, by form. */
	leftOut: Record<ImportForm, LeftOutRow[]>;
}

/** A row of a file as it was given, and why it was not loaded. */
export interface LeftOutRow extends Source {
	values: Readonly<Record<string, string>>;
	why: string[];
}

const FORMS = Object.keys(importForms) as ImportForm[];

/** What an import would come to, row by row, without writing anything. */
export function tryRightOnes(knex: Knex, records: ImportRecords, loader: Loader): Promise<RightOnes> {
	return withoutFaulty(records, (right) => tryImport(knex, right, loader));
}

/**
 * Loads every row that is right and leaves the others out, with the rows that depend on them. A file that cannot be read
 * as a whole is refused as ever: which rows it has, nobody knows.
 */
export function loadRightOnes(
	knex: Knex,
	records: ImportRecords,
	loader: Loader,
	afterwards: (transaction: Knex, right: RightOnes) => Promise<void>,
): Promise<RightOnes> {
	if (records.fileFaults.length > 0) throw new ImportRefused([...records.faults], records.notices);
	let done: (loaded: Loaded) => RightOnes = () => {
		throw new Error('nothing was tried yet');
	};
	const after: Afterwards = (transaction, loaded) => afterwards(transaction, done(loaded));
	return withoutFaulty(records, (right, result) => {
		done = result;
		return loadImport(knex, right, loader, after);
	});
}

/**
 * Tries until nothing is wrong any more: what is left out may be what other rows refer to. Each time fewer rows are left,
 * so that it ends.
 */
async function withoutFaulty(
	records: ImportRecords,
	attempt: (right: ImportRecords, result: (loaded: Loaded) => RightOnes) => Promise<Loaded>,
): Promise<RightOnes> {
	const faults: Fault[] = [];
	let right = records;
	for (;;) {
		const result = (loaded: Loaded): RightOnes => ({ ...loaded, faults, leftOut: leftOutOf(records, faults) });
		try {
			return result(await attempt(right, result));
		} catch (error) {
			if (!(error instanceof ImportRefused)) throw error;
			faults.push(...error.faults);
			const rest = without(right, error.faults);
			if (right !== records && FORMS.every((form) => rest[form].length === right[form].length)) throw error;
			right = rest;
		}
	}
}

/** The records that none of the faults is about; the faults of reading are done with. */
function without(records: ImportRecords, faults: readonly Fault[]): ImportRecords {
	const faulty = new Set(faults.map(place));
	const kept = <Each extends { source: Source }>(all: readonly Each[]) =>
		all.filter(({ source }) => !faulty.has(place(source)));
	return {
		...records,
		contracts: kept(records.contracts),
		mentors: kept(records.mentors),
		caseload: kept(records.caseload),
		sessions: kept(records.sessions),
		faults: [],
		doubts: new Doubts(),
	};
}

function leftOutOf(records: ImportRecords, faults: readonly Fault[]): RightOnes['leftOut'] {
	const byPlace = Map.groupBy(faults, place);
	const of = (form: ImportForm) =>
		records.rows[form].flatMap((row): LeftOutRow[] => {
			const own = byPlace.get(place(row));
			return own ? [{ ...row, why: own.map(({ message }) => message) }] : [];
		});
	return { contracts: of('contracts'), mentors: of('mentors'), caseload: of('caseload'), sessions: of('sessions') };
}

function place({ file, line }: Source): string {
	return `${file}\n${line}`;
}
