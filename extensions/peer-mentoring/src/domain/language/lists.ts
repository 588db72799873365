import { within } from './choices.ts';
import { codeLists, type Code, type CodeList, type Lists } from './code-lists.ts';

/** Lists that hold others as well, behind a prefix where one is named. */
export const PARTS: readonly { list: CodeList; of: CodeList; prefix?: string }[] = [
	{ list: 'clock', of: 'milestone', prefix: 'milestone' },
	{ list: 'clock', of: 'information_request_kind', prefix: 'request' },
	{ list: 'return_kind', of: 'periodic_return' },
];

/** The lists as they are offered, of the values that each has for itself. */
export function wholeLists(own: ReadonlyMap<string, readonly Code[]>): Lists {
	const ownOf = (list: string) => own.get(list) ?? [];
	const partsOf = (list: string) =>
		PARTS.filter((part) => part.list === list).flatMap(({ of, prefix }) => {
			if (prefix === undefined) return ownOf(of);
			const choices = Object.fromEntries(ownOf(of).map(({ value, ...choice }) => [value, choice]));
			return Object.entries(within(prefix, choices)).map(([value, choice]) => ({ value, ...choice }));
		});
	return Object.fromEntries(
		Object.keys(codeLists).map((list) => [list, [...ownOf(list), ...partsOf(list)]]),
	) as unknown as Lists;
}

/** Whether a value can be chosen on a day. */
export function isOffered({ from, until }: Pick<Code, 'from' | 'until'>, on: string): boolean {
	return (!from || from <= on) && (!until || on <= until);
}

/** The values of a list that can be chosen on a day, in their order. */
export function offeredOn(lists: Lists, list: CodeList, on: string): readonly Code[] {
	return lists[list].filter((code) => isOffered(code, on));
}

/**
 * A short code for a value that was given none, unlike those of its list: the beginnings of its words.
 * `moved_abroad` is `MOAB`; a second one `MOAB2`.
 */
export function shortCodeFor(value: string, taken: readonly string[]): string {
	const words = value.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
	const letters =
		words.length > 1 ? words.slice(0, 3).map((word) => word.slice(0, 2)) : [(words[0] ?? 'X').slice(0, 4)];
	const short = letters.join('').toUpperCase();
	const known = new Set(taken.map((code) => code.toLowerCase()));
	for (let number = 1; ; number++) {
		const code = number === 1 ? short : `${short}${number}`;
		if (!known.has(code.toLowerCase())) return code;
	}
}
