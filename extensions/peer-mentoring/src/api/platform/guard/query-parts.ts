/** What the parts of a query are made of, wherever they stand. */

export function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isTextOrTexts(value: unknown): value is string | string[] {
	return typeof value === 'string' || (Array.isArray(value) && value.every((part) => typeof part === 'string'));
}

/** What a text says as JSON, `undefined` where it is none; anything else as it is. */
export function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

/**
 * Whether each `_and` and `_or` holds a list of objects. Directus goes through them without looking: it fails, or drops
 * the filter and answers as if it had not been asked.
 */
export function combinesFilters(part: unknown): boolean {
	if (Array.isArray(part)) return part.every(combinesFilters);
	if (!isPlainObject(part)) return true;
	return Object.entries(part).every(([name, of]) => {
		if (name !== '_and' && name !== '_or') return combinesFilters(of);
		const isList = Array.isArray(of) || isNumbered(of);
		return isList && Object.values(of).every((each) => isPlainObject(each) && combinesFilters(each));
	});
}

/** How an address says a list: `_and[0][id][_eq]=1`. */
function isNumbered(value: unknown): value is Record<string, unknown> {
	return isPlainObject(value) && Object.keys(value).every((name) => /^\d{1,4}$/.test(name));
}
