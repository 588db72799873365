import { CHOICES, type Choice } from './choices.ts';

/** One choice of a list: `value` is stored, `code` is the short code of returns, `en` and `cy` are what people read. */
export interface Code extends Choice {
	value: string;
}

export type CodeList = keyof typeof CHOICES;

/** Every list by its name, with values of an Administrator's own where the lists come from the database. */
export type Lists = Readonly<Record<CodeList, readonly Code[]>>;

/** The stored values of one list: `CodeOf<'referral_route'>` is `'jobcentre_plus' | 'third_party'`. */
export type CodeOf<List extends CodeList> = { [Each in List]: keyof (typeof CHOICES)[Each] & string }[List];

/**
 * Every list of choices, as the platform comes with it, in both languages. The types above are made from it, and the
 * lists of the database begin with it. Codes are those of the Mentee Tracker (3.5) where it has one.
 */
export const codeLists = Object.fromEntries(
	Object.entries(CHOICES).map(([list, choices]) => [
		list,
		Object.entries(choices).map(([value, choice]) => ({ value, ...choice, cy: choice.cy || choice.en })),
	]),
) as unknown as { readonly [List in CodeList]: readonly (Code & { value: CodeOf<List> })[] };

/** Whether `value` is a stored value of the list. */
export function isCode<List extends CodeList>(
	list: List,
	value: unknown,
	lists: Lists = codeLists,
): value is CodeOf<List> {
	return lists[list].some((code) => code.value === value);
}

/**
 * The stored value that a spreadsheet's text stands for: the value itself, its short code or a label in either language,
 * whatever its case, spaces and apostrophes. A label of two values stands for neither.
 */
export function parseCode<List extends CodeList>(
	list: List,
	text: string,
	lists: Lists = codeLists,
): CodeOf<List> | undefined {
	const wanted = comparable(text);
	if (wanted === '') return undefined;
	const named = (keys: readonly (keyof Code)[]) =>
		lists[list].filter((code) => keys.some((key) => comparable(code[key] ?? '') === wanted));
	const [found, other] = [named(['value', 'code']), named(['en', 'cy'])].find(({ length }) => length > 0) ?? [];
	return other ? undefined : (found?.value as CodeOf<List> | undefined);
}

function comparable(text: string): string {
	return text
		.toLowerCase()
		.replace(/[’‘`]/g, "'")
		.replace(/[\s_\u2010-\u2015-]+/g, '');
}

/** The stored values of a list, for messages that say what would be right. */
export function valuesOf(list: CodeList, lists: Lists = codeLists): string[] {
	return lists[list].map((code) => code.value);
}
