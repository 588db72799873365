import { importForms, type ImportForm } from '../domain/loading/forms.ts';
import type { FaultCode } from './faults.ts';
import { columnOf, columnOfAny, heading } from './headings.ts';
import { saidFor, type SaidColumns } from './said-columns.ts';

export interface HeaderFault {
	column: string | null;
	code: FaultCode;
	message: string;
}

/** A heading of a file and the column that it stands for: `null` where it is left out, as said, or has none. */
export interface Heading {
	name: string;
	column: string | null;
	isLeftOut?: boolean;
}

export interface Header {
	/** `undefined` where the header is of none of the four; there is a fault then. */
	form: ImportForm | undefined;
	faults: HeaderFault[];
	/** The column of each heading; `undefined` where it is left out. */
	columns: (string | undefined)[];
	headings: readonly Heading[];
	/** What whoever loads the file is told: headings that are read as another name, and those that were left out. */
	told: { column: string; code: 'COLUMN_MATCHED' | 'COLUMN_LEFT_OUT'; message: string }[];
}

const FORMS = Object.keys(importForms) as ImportForm[];
const MOST_NAMES_SHOWN = 40;
const MOST_CHARACTERS_SHOWN = 40;

/**
 * Which of the four files a header belongs to, and every column it misses, repeats or has too many. `expected` is the
 * form the file was sent as, where that is known; `said` is what people have said their own headings mean. A heading
 * without a name is passed over: a value below it is a fault of its row.
 */
export function recognise(header: readonly string[], expected?: ImportForm, said: SaidColumns = {}): Header {
	const form = closestForm(header, said);
	if (form === undefined) {
		return {
			form,
			faults: [{ column: null, code: 'UNKNOWN_FILE', message: unknownFile(header) }],
			columns: [],
			headings: header.filter((name) => name !== '').map((name) => ({ name, column: null })),
			told: [],
		};
	}
	const meant = header.map((name) => meaning(form, name, said));
	const columns = meant.map((each) => each ?? undefined);
	const published: readonly string[] = importForms[form].columns;
	const absent = saidAbsent(form, said);
	return {
		form,
		columns,
		headings: header.flatMap((name, index) =>
			name === '' ? [] : [{ name, column: columns[index] ?? null, isLeftOut: meant[index] === null }],
		),
		faults: [
			...wrongForm(form, expected),
			...published
				.filter((column) => !columns.includes(column) && !absent.includes(column))
				.map((column) => missing(column, form)),
			...header.flatMap((name, index) => {
				const column = columns[index];
				if (column === undefined) return name === '' || meant[index] === null ? [] : [unknown(name, form)];
				return columns.indexOf(column) < index ? [repeated(column)] : [];
			}),
		],
		told: header.flatMap((name, index) => told(name, meant[index])),
	};
}

/** The column of a file of rows that were left out: why they were. It comes back with them. */
export const WHY_LEFT_OUT = 'left_out_because';

/** The column that a heading stands for; `null` where somebody said that it is to be left out. */
function meaning(form: ImportForm, name: string, said: SaidColumns): string | null | undefined {
	if (heading(name) === heading(WHY_LEFT_OUT)) return null;
	const own = saidFor(said, form, name);
	return own === undefined ? columnOf(form, name) : own;
}

function told(name: string, column: string | null | undefined): Header['told'] {
	const shown = shorten(name);
	if (column === null) {
		return [{ column: shown, code: 'COLUMN_LEFT_OUT', message: `the column "${shown}" was left out, as said` }];
	}
	if (column === undefined || name.toLowerCase() === column) return [];
	return [{ column, code: 'COLUMN_MATCHED', message: `the column "${shown}" was read as ${column}` }];
}

/** Columns that people have said their file does not have: their cells are empty. None that needs a value in every row. */
function saidAbsent(form: ImportForm, said: SaidColumns): string[] {
	const { columns, required }: { columns: readonly string[]; required: readonly string[] } = importForms[form];
	return columns.filter((column) => !required.includes(column) && saidFor(said, form, column) === null);
}

/** A file that is one form and was sent as another. */
function wrongForm(form: ImportForm, expected: ImportForm | undefined): HeaderFault[] {
	if (expected === undefined || form === expected) return [];
	const message = `this is a ${form} file by its header, but it was sent as ${expected}; send it as ${form}`;
	return [{ column: null, code: 'WRONG_FILE', message }];
}

/**
 * The form most of whose columns are there: half of all names agree, or every column is there that needs a value in each
 * row. What else is missing is then said by its name.
 */
function closestForm(header: readonly string[], said: SaidColumns): ImportForm | undefined {
	const named = header.filter((name) => name !== '');
	const likeness = (form: ImportForm): number => {
		const meant = named.map((name) => meaning(form, name, said));
		const known = meant.flatMap((column, index) =>
			column === null ? [] : (column ?? `other ${heading(named[index] ?? '')}`),
		);
		const names = new Set(known);
		// Columns that nobody looks for speak neither for a file nor against it: a sheet of notes has none of the others.
		const absent = saidAbsent(form, said);
		const columns = importForms[form].columns.filter((column) => !absent.includes(column));
		return columns.filter((column) => names.has(column)).length / new Set([...columns, ...names]).size;
	};
	const best = FORMS.toSorted((a, b) => likeness(b) - likeness(a))[0];
	if (best === undefined) return undefined;
	const meant = new Set(named.map((name) => meaning(best, name, said)));
	return likeness(best) >= 0.5 || importForms[best].required.every((column) => meant.has(column)) ? best : undefined;
}

function missing(column: string, form: ImportForm): HeaderFault {
	return { column, code: 'MISSING_COLUMN', message: `the column ${column} is missing from the ${form} file` };
}

function unknown(name: string, form: ImportForm): HeaderFault {
	return {
		column: shorten(name),
		code: 'UNKNOWN_COLUMN',
		message: `the ${form} file has no column ${shorten(name)}; say which column it is, or that it is to be left out; its columns are ${importForms[form].columns.join(', ')}`,
	};
}

function repeated(column: string): HeaderFault {
	return { column, code: 'REPEATED_COLUMN', message: `the column ${column} occurs more than once; keep one` };
}

/** A first line without any known column is probably a row of somebody's data, so it is not repeated. */
function unknownFile(names: readonly string[]): string {
	const found = names.some((name) => columnOfAny(name) !== undefined)
		? `the columns found are ${names.slice(0, MOST_NAMES_SHOWN).map(shorten).join(', ')}`
		: 'none of its values is a column name of an import file';
	const forms = FORMS.map((form) => `${form} (${importForms[form].columns.join(', ')})`);
	return `the first line must be the header of one of the four import files, but ${found}; expected ${forms.join(' or ')}`;
}

function shorten(name: string): string {
	return name.length > MOST_CHARACTERS_SHOWN ? `${name.slice(0, MOST_CHARACTERS_SHOWN)}…` : name;
}
