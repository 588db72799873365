import type { CodeList } from '../language/code-lists.ts';

export type PlainRecord = Readonly<Record<string, unknown>>;

/** An answer that another answer calls for. */
export interface NeededWhen {
	field: string;
	when: { field: string; is: string; list: CodeList };
	paragraph: string;
}

/** What the records of a collection are held against, each by itself. */
export interface RecordRules {
	/** Days that cannot lie ahead. */
	past?: readonly string[];
	/** Days in the order in which they come; those that are not known are passed over. */
	order?: readonly (readonly string[])[];
	needed?: readonly NeededWhen[];
	/** Whole numbers and their least value. */
	least?: Readonly<Record<string, number>>;
}

export const needed = (field: string, by: string, is: string, list: CodeList, paragraph: string): NeededWhen => ({
	field,
	when: { field: by, is, list },
	paragraph,
});

export function isEmpty(value: unknown): boolean {
	return value === null || value === undefined || value === '';
}

/** Whether nothing is said: spaces say nothing. */
export function isBlank(value: unknown): boolean {
	return isEmpty(value) || (typeof value === 'string' && value.trim() === '');
}
