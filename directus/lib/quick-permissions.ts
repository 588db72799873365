import module from 'node:module';

/** A part of a file of Directus, and what stands there instead. */
type Change = readonly [from: string, to: string];

/**
 * A rule such as "of one's own Supplier" needs a field of the reader's account. Directus reads it anew for every
 * collection that a request touches, up to twenty-five times: more than half of what a person's page costs. Here it is
 * read once for each `accountability`, which is made anew for every request, so a changed account counts from the next.
 */
const ONCE = `
const asked = new WeakMap();
function onceForEach(options, context) {
	const { accountability, policies, dynamicVariableContext } = options;
	const fields = Object.entries(dynamicVariableContext).map(([of, names]) => [of, ...names]);
	const key = JSON.stringify([accountability.user, accountability.role, accountability.roles, policies, fields]);
	const known = asked.get(accountability) ?? new Map();
	asked.set(accountability, known);
	if (!known.has(key)) {
		const data = fetchDynamicVariableData(options, context);
		known.set(key, data);
		data.catch(() => known.delete(key));
	}
	return known.get(key);
}
export { onceForEach as fetchDynamicVariableData };
`;

const MANY = 'maxKeys: 5000';

const CHANGES: Record<string, readonly Change[]> = {
	'/permissions/utils/fetch-dynamic-variable-data.js': [['export { fetchDynamicVariableData };', ONCE]],
	// Three entries for each person who works at the same time: with two hundred of them, each drove out the others'.
	'/permissions/cache.js': [
		['maxKeys: 500', MANY],
		// Beside Redis.
		['maxKeys: 100', MANY],
	],
};

/** Lets what Directus has found out about a caller's rights last as long as it is true. */
export function quickenPermissions(): void {
	module.registerHooks?.({
		load(url, context, next) {
			const loaded = next(url, context);
			const changes = Object.entries(CHANGES).find(([file]) => url.endsWith(`/@directus/api/dist${file}`))?.[1];
			return changes ? { ...loaded, source: changed(url, String(loaded.source), changes) } : loaded;
		},
	});
}

function changed(url: string, source: string, changes: readonly Change[]): string {
	return changes.reduce((text, [from, to]) => {
		if (!text.includes(from)) throw new Error(`Directus has changed: ${url} holds no "${from}" any more.`);
		return text.replace(from, () => to);
	}, source);
}
