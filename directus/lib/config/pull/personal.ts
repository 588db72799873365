/** What a shared list or bookmark looks for can be a person: that is never pulled into a file. */
import { fieldClasses } from '../../model/field-classes.ts';
import type { Item } from '../../directus.ts';

/** Names of fields that hold nothing personal in any collection. */
let harmless: ReadonlySet<string> | undefined;

function isHarmless(field: string): boolean {
	harmless ??= new Set(
		[...Map.groupBy(fieldClasses(), (each) => each.field)]
			.filter(([, all]) => all.every(({ sensitivity }) => sensitivity === 'none'))
			.map(([name]) => name),
	);
	return harmless.has(field);
}

/**
 * Whether a filter compares with a text that may be about somebody: anything typed, but for what a variable of the
 * platform stands for and values of fields that are about nobody.
 */
export function mayNamePerson(filter: unknown, field = ''): boolean {
	if (typeof filter === 'string') return filter !== '' && !filter.startsWith('$') && !isHarmless(field);
	if (Array.isArray(filter)) return filter.some((each) => mayNamePerson(each, field));
	if (typeof filter !== 'object' || filter === null) return false;
	return Object.entries(filter).some(([key, value]) => mayNamePerson(value, key.startsWith('_') ? field : key));
}

const ASKED = { search: 'The search', filter: 'The filter' } as const;

/** What of a preset may name a person, and stays as its file has it. */
export function personalParts({ search, filter }: Item): (keyof typeof ASKED)[] {
	return [...(search ? ['search' as const] : []), ...(mayNamePerson(filter) ? ['filter' as const] : [])];
}

/** That a part of a preset is not pulled, for people. */
export function leftOf(part: keyof typeof ASKED, name: string): string {
	return `${ASKED[part]} of the list “${name}” stays in the database: it may name a person.`;
}
