import { LISTS, queryOf, type ListName, type Narrowing } from '../../../domain/home/lists.ts';

/** The Studio's list behind a count: a bookmark that nobody has saved, whose filter comes from the address. */
export function listPage(name: ListName, narrowing: Narrowing = {}): string {
	const query = queryOf(name, narrowing);
	const address = new URLSearchParams({ ...query, bookmark: String(bookmarkOf(query)) });
	return `/content/${LISTS[name].collection}?${address.toString()}`;
}

/** The bookmark of a list: below nought, where no saved one is. */
export function bookmarkOf(query: Readonly<Record<string, string>>): number {
	const text = JSON.stringify(Object.entries(query).sort());
	let hash = 7;
	for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
	return -1 - hash;
}
