import { importForms, type ImportForm } from '../domain/loading/forms.ts';
import { heading } from './headings.ts';

/** What people have said their headings mean, by form; `null` for a column that is to be left out. */
export type SaidColumns = Partial<Record<ImportForm, Readonly<Record<string, string | null>>>>;

/** What is said of a file's headings is remembered, and no file needs more. */
const MOST_LETTERS = 10_000;

/** What was said before with what is said now, heading by heading. */
export function saidTogether(before: SaidColumns, now: SaidColumns): SaidColumns {
	const forms = Object.keys({ ...before, ...now }) as ImportForm[];
	return Object.fromEntries(forms.map((form) => [form, { ...before[form], ...now[form] }]));
}

/** What was said of a heading; `undefined` where nothing was. */
export function saidFor(said: SaidColumns, form: ImportForm, name: string): string | null | undefined {
	const wanted = heading(name);
	return Object.entries(said[form] ?? {}).find(([given]) => heading(given) === wanted)?.[1];
}

/**
 * What a request says of its columns, as JSON: `{"caseload":{"Referral Date":"received_on","Notes":null}}`.
 * @returns the first thing that is wrong with it, in words, where it is none
 */
export function readSaidColumns(text: string): SaidColumns | { wrong: string } {
	const given = parsed(text);
	if (!isObject(given)) return { wrong: 'columns must be JSON such as {"caseload":{"Referral Date":"received_on"}}' };
	for (const [form, names] of Object.entries(given)) {
		if (!Object.hasOwn(importForms, form)) {
			return { wrong: `columns names a file that there is not; the files are ${Object.keys(importForms).join(', ')}` };
		}
		const columns: readonly unknown[] = importForms[form as ImportForm].columns;
		const tooMany = isObject(names) && JSON.stringify(names).length > MOST_LETTERS;
		const right =
			isObject(names) && !tooMany && Object.values(names).every((each) => each === null || columns.includes(each));
		if (!right) return { wrong: `columns must give each heading of ${form} one of ${columns.join(', ')}, or null` };
	}
	return given as SaidColumns;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
