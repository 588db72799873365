/**
 * What a push brings a value to: it knows what the last push wrote, what the database has, and what the files want. What
 * only the Studio changed stays, what only the files changed is applied, and where both did, the Studio's stays and the
 * conflict is told until somebody chooses.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../directus.ts';
import { plain } from '../plain.ts';

/** Where both changed the same value to different things; `undefined` where one of them took it away. */
export interface Conflict {
	path: string[];
	studio: unknown;
	files: unknown;
}

export interface Merged {
	/** What the database is brought to. */
	value: unknown;
	/** What is remembered as pushed: the files' value, or where there is a conflict what was pushed before. */
	pushed: unknown;
	conflicts: Conflict[];
	/** Paths of what only the Studio changed. */
	kept: string[][];
}

/**
 * @param before what the last push wrote
 * @param path the names that lead to the value
 */
export function merge(before: unknown, studio: unknown, files: unknown, path: string[] = []): Merged {
	const settled = (value: unknown, kept: string[][] = []) => ({ value, pushed: files, conflicts: [], kept });
	if (alike(studio, files)) return settled(files);
	if (alike(studio, before)) return settled(files);
	const [one, other, third] = [studio, files, before].map(partsOf);
	if (!one || !other) {
		if (alike(files, before)) return settled(studio, [path]);
		return { value: studio, pushed: before, conflicts: [{ path, studio, files }], kept: [] };
	}
	const names = new Set([...Object.keys(other), ...Object.keys(one)]);
	const parts = [...names].map(
		(name) => [name, merge(third?.[name], one[name], other[name], [...path, name])] as const,
	);
	const whole = (key: 'value' | 'pushed') =>
		wholeOf(files, Object.fromEntries(parts.map(([name, part]) => [name, part[key]])));
	return {
		value: whole('value'),
		pushed: whole('pushed'),
		conflicts: parts.flatMap(([, { conflicts }]) => conflicts),
		kept: parts.flatMap(([, { kept }]) => kept),
	};
}

/** The value at a path set to another, as {@link merge} takes values apart. */
export function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
	if (name === undefined) return value;
	const parts = partsOf(whole) ?? {};
	return wholeOf(whole ?? {}, { ...parts, [name]: withValue(parts[name], rest, value) });
}

/** Nothing, an empty object and an empty list ask for the same; the Studio writes the one, the files the other. */
export function alike(one: unknown, other: unknown): boolean {
	const given = (value: unknown) => (isEmpty(value) ? null : plain(value));
	return isDeepStrictEqual(given(one), given(other));
}

/** Whether a value is nothing at all, or an object or list without anything in it. */
export function isEmpty(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** The parts of an object, and of a list of translations by their language; other lists are one value. */
function partsOf(value: unknown): Item | undefined {
	if (isTranslations(value)) return Object.fromEntries(value.map((each) => [each.language, each]));
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : undefined;
}

function wholeOf(like: unknown, parts: Item): unknown {
	const there = Object.entries(parts).filter(([, part]) => part !== undefined);
	return isTranslations(like) ? there.map(([, part]) => part) : Object.fromEntries(there);
}

function isTranslations(value: unknown): value is { language: string }[] {
	return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each?.language === 'string');
}
