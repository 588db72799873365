import { dayInWords } from '../../../domain/language/messages.ts';
import type { Language } from '../../../domain/language/messages.ts';
import type { AskedField } from '../../../domain/journey/asked-step.ts';
import type { Person } from './person.ts';
import type { Row, StepContext } from './step-context.ts';

/** A record that can be chosen. */
export interface Pick {
	value: string;
	text: string;
}

const NAMES = /{{\s*([\w.]+)\s*}}/g;

/** The records that a field can name, as the Studio's form would offer them, by what they are called. */
export async function picksOf(
	context: StepContext,
	{ collection, template, filter }: NonNullable<AskedField['picks']>,
	person: Person | undefined,
): Promise<Pick[]> {
	const names = namesIn(template);
	const key = context.forms.overview.collections[collection]?.primary ?? 'id';
	const query = { filter: filled(filter, person) ?? {}, fields: [key, ...names], limit: -1 };
	const rows = await context.items(collection, context.knex).readByQuery(query);
	const { language } = context.mentor;
	const picks = rows.map((row) => ({ value: String(row[key]), text: textOf(row, template, language), row }));
	// What is named by a day comes newest first.
	const byDay = names.length === 1 && names[0]?.endsWith('_on');
	const compare = byDay
		? (a: Row, b: Row) => String(b[names[0] as string]).localeCompare(String(a[names[0] as string]))
		: undefined;
	picks.sort((a, b) => (compare ? compare(a.row, b.row) : a.text.localeCompare(b.text, language)));
	return picks.map(({ value, text }) => ({ value, text }));
}

/** The fields that a template names. */
export function namesIn(template: string): string[] {
	return [...template.matchAll(NAMES)].map(([, name]) => name as string);
}

/** A template with what a row has. */
export function textOf(row: Row, template: string, language: Language): string {
	return template.replace(NAMES, (_, path: string) => {
		const value = path.split('.').reduce<unknown>((at, name) => (at as Row | null)?.[name], row);
		if (value === null || value === undefined) return '';
		const text = String(value);
		return /^\d{4}-\d\d-\d\d$/.test(text) ? dayInWords(text, language) : text;
	});
}

/** The Studio puts other answers of the form into a filter: here it is the person whom the form is about. */
function filled(filter: unknown, person: Person | undefined): object | undefined {
	if (typeof filter !== 'object' || filter === null) return undefined;
	const text = JSON.stringify(filter).replace(/{{\s*(mentee|referral)\s*}}/g, (_, name: keyof Person) =>
		String(person?.[name] ?? ''),
	);
	return JSON.parse(text) as object;
}
