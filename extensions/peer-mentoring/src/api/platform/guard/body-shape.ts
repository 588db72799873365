import { isInheritedByObjects } from './inherited-names.ts';
import { isPlainObject } from './query-parts.ts';

/** Where several records are deleted by what the body says. */
const LIST = /^\/(?:items\/[^/]+|[a-z]+)$/;

/** What no record, list of records or list of keys can be: Directus, and a rule of ours, would fail on it with a 500. */
export function faultInBody(method: string, path: string, body: unknown): string | undefined {
	if (holdsInherited(body)) return 'The body holds a name that is no field.';
	if (['POST', 'PATCH'].includes(method) && Array.isArray(body) && !body.every(isPlainObject)) {
		return 'A list of records must be a list of objects.';
	}
	const isEmpty = body === undefined || body === null || (isPlainObject(body) && Object.keys(body).length === 0);
	if (method === 'DELETE' && isEmpty && LIST.test(path))
		return 'Name the records to delete: send a list of their keys.';
	return undefined;
}

/** Level by level, without a call for each. */
function holdsInherited(value: unknown): boolean {
	let level: unknown[] = [value];
	while (level.length > 0) {
		const objects = level.filter((each) => typeof each === 'object' && each !== null) as object[];
		if (objects.some((each) => Object.keys(each).some(isInheritedByObjects))) return true;
		level = objects.flatMap((each) => Object.values(each) as unknown[]);
	}
	return false;
}
