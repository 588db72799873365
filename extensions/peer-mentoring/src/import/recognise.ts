import { importForms, type ImportForm } from './forms.ts';
import type { FaultCode } from './faults.ts';

export interface HeaderFault {
	column: string | null;
	code: FaultCode;
	message: string;
}

export interface Header {
	/** `undefined` where the header is of none of the four; there is a fault then. */
	form: ImportForm | undefined;
	faults: HeaderFault[];
}

const FORMS = Object.keys(importForms) as ImportForm[];
const MOST_NAMES_SHOWN = 40;
const MOST_CHARACTERS_SHOWN = 40;

/** Column names as they are compared: `Held On` and `held_on` are one. */
export function columnName(text: string): string {
	return text.trim().toLowerCase().replaceAll(' ', '_');
}

/**
 * Which of the four files a header belongs to, and every column it misses, repeats or has too many. `expected` is the
 * form the file was sent as, where that is known.
 */
export function recognise(header: readonly string[], expected?: ImportForm): Header {
	const names = header.map(columnName);
	const form = closestForm(names);
	if (form === undefined)
		return { form, faults: [{ column: null, code: 'UNKNOWN_FILE', message: unknownFile(names) }] };
	const columns: readonly string[] = importForms[form].columns;
	return {
		form,
		faults: [
			...wrongForm(form, expected),
			...columns.filter((column) => !names.includes(column)).map((column) => missing(column, form)),
			...names.flatMap((name, index) => {
				if (!columns.includes(name)) return [unknown(name, index, form)];
				return names.indexOf(name) < index ? [repeated(name)] : [];
			}),
		],
	};
}

/** A file that is one form and was sent as another. */
function wrongForm(form: ImportForm, expected: ImportForm | undefined): HeaderFault[] {
	if (expected === undefined || form === expected) return [];
	const message = `this is a ${form} file by its header, but it was sent as ${expected}; send it as ${form}`;
	return [{ column: null, code: 'WRONG_FILE', message }];
}

/** The form most of whose columns are there; at least half of all names must agree. */
function closestForm(names: readonly string[]): ImportForm | undefined {
	const likeness = (form: ImportForm): number => {
		const columns: readonly string[] = importForms[form].columns;
		return columns.filter((column) => names.includes(column)).length / new Set([...columns, ...names]).size;
	};
	const best = FORMS.toSorted((a, b) => likeness(b) - likeness(a))[0];
	return best !== undefined && likeness(best) >= 0.5 ? best : undefined;
}

function missing(column: string, form: ImportForm): HeaderFault {
	return { column, code: 'MISSING_COLUMN', message: `the column ${column} is missing from the ${form} file` };
}

function unknown(name: string, index: number, form: ImportForm): HeaderFault {
	const which = name === '' ? `column ${index + 1} has no name` : `the ${form} file has no column ${shorten(name)}`;
	return {
		column: name === '' ? null : shorten(name),
		code: 'UNKNOWN_COLUMN',
		message: `${which}; its columns are ${importForms[form].columns.join(', ')}`,
	};
}

function repeated(column: string): HeaderFault {
	return { column, code: 'REPEATED_COLUMN', message: `the column ${column} occurs more than once; keep one` };
}

/** A first line without any known column is probably a row of somebody's data, so it is not repeated. */
function unknownFile(names: readonly string[]): string {
	const known = new Set<string>(FORMS.flatMap((form) => [...importForms[form].columns]));
	const found = names.some((name) => known.has(name))
		? `the columns found are ${names.slice(0, MOST_NAMES_SHOWN).map(shorten).join(', ')}`
		: 'none of its values is a column name of an import file';
	const forms = FORMS.map((form) => `${form} (${importForms[form].columns.join(', ')})`);
	return `the first line must be the header of one of the four import files, but ${found}; expected ${forms.join(' or ')}`;
}

function shorten(name: string): string {
	return name.length > MOST_CHARACTERS_SHOWN ? `${name.slice(0, MOST_CHARACTERS_SHOWN)}…` : name;
}
