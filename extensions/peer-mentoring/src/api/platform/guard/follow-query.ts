const FOLLOW = '$FOLLOW(';
const SOME = ['_none', '_some'];
const DEEPEST = 25;

/**
 * What is wrong with a query that goes from a record to those that name it (`$FOLLOW`), or undefined: Directus asks for
 * the row rules of those only under `_some` and `_none`, which the Studio uses; any other answer would hang on rows that
 * the reader does not see.
 */
export function faultInFollowing(query: unknown): string | undefined {
	return follows(query, 0)
		? '"$FOLLOW(collection,field)" stands in a filter, right above "_some" or "_none", and nowhere else.'
		: undefined;
}

function follows(part: unknown, depth: number): boolean {
	if (depth > DEEPEST) return true;
	if (typeof part === 'string') return part.includes(FOLLOW) && inText(part, depth);
	if (typeof part !== 'object' || part === null) return false;
	return Object.entries(part).some(([name, value]) => {
		const right = name.startsWith(FOLLOW) && isSomeOrNone(value);
		return (name.includes(FOLLOW) && !right) || follows(value, depth + 1);
	});
}

/** Filters come as JSON as well. */
function inText(text: string, depth: number): boolean {
	try {
		const parsed: unknown = JSON.parse(text);
		return typeof parsed !== 'object' || follows(parsed, depth + 1);
	} catch {
		return true;
	}
}

function isSomeOrNone(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const names = Object.keys(value);
	return names.length === 1 && SOME.includes(names[0] as string);
}
