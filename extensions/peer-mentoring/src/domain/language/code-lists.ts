import { CHOICES, type Choice } from './choices.ts';

/** One choice of a list: `value` is stored, `code` is the short code of returns, `en` and `cy` are what people read. */
export interface Code extends Choice {
	value: string;
}

export type CodeList = keyof typeof CHOICES;

/** The stored values of one list: `CodeOf<'referral_route'>` is `'jobcentre_plus' | 'third_party'`. */
export type CodeOf<List extends CodeList> = { [Each in List]: keyof (typeof CHOICES)[Each] & string }[List];

/**
 * Every list of choices, once, in both languages. The data model's dropdowns, the import, the returns and the types
 * above are all made from it. Codes are those of the Mentee Tracker (3.5) where it has one.
 */
export const codeLists = Object.fromEntries(
	Object.entries(CHOICES).map(([list, choices]) => [
		list,
		Object.entries(choices).map(([value, choice]) => ({ value, ...choice })),
	]),
) as unknown as { readonly [List in CodeList]: readonly (Code & { value: CodeOf<List> })[] };

/** Whether `value` is a stored value of the list. */
export function isCode<List extends CodeList>(list: List, value: unknown): value is CodeOf<List> {
	return codeLists[list].some((code) => code.value === value);
}

/** The stored value that a spreadsheet's text stands for: the value itself or its short code, in any case. */
export function parseCode<List extends CodeList>(list: List, text: string): CodeOf<List> | undefined {
	const wanted = text.trim().toLowerCase();
	return codeLists[list].find((code) => code.value.toLowerCase() === wanted || code.code.toLowerCase() === wanted)
		?.value;
}

/** The stored values of a list, for messages that say what would be right. */
export function valuesOf(list: CodeList): string[] {
	return codeLists[list].map((code) => code.value);
}
