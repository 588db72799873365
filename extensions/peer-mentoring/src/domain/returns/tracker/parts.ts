/** How the parts of one cell of the tracker are put together: `Y; 2024-06-03 VOC; 2024-09-02 LIC`. */
import type { CalendarDay } from '../../calendar/calendar-day.ts';
import { codeLists, type CodeList, type CodeOf, type Lists } from '../../language/code-lists.ts';

export const YES = 'Y';
export const NO = 'N';
export const NOT_APPLICABLE = 'n/a';

/** Something that happened on a day, and the words that say more of it. */
export interface Occurrence {
	on: CalendarDay | null;
	words?: readonly (string | null)[];
}

/** The short code that stands for a value in the tracker. */
export function shortCode<List extends CodeList>(
	list: List,
	value: CodeOf<List> | null,
	lists: Lists = codeLists,
): string | null {
	return lists[list].find((code) => code.value === value)?.code ?? null;
}

export function shortCodes<List extends CodeList>(
	list: List,
	values: readonly CodeOf<List>[],
	lists: Lists = codeLists,
): string[] {
	return values.flatMap((value) => shortCode(list, value, lists) ?? []);
}

/** Parts of a cell, or nothing where there are none. */
export function joined(parts: readonly (string | null)[]): string | null {
	const known = parts.filter((part) => part !== null && part !== '');
	return known.length === 0 ? null : known.join('; ');
}

/** What has happened by the cut-off, in order, each with its day first. */
export function happenedBy(cutOff: CalendarDay, occurrences: readonly Occurrence[]): string[] {
	return occurrences
		.filter(({ on }) => on !== null && on <= cutOff)
		.map(({ on, words = [] }) => [on, ...words].filter(Boolean).join(' '))
		.sort();
}

/** `Y` and the parts, or `N` where there are none. */
export function yesWith(parts: readonly string[]): string {
	return parts.length === 0 ? NO : [YES, ...parts].join('; ');
}

/** Free text on one line, so that a cell stays one line of a list. */
export function oneLine(text: string | null): string | null {
	const line = text?.replace(/\s+/g, ' ').trim();
	return line ? line : null;
}
