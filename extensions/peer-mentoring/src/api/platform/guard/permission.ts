/** What a permission can name, whoever writes it: Directus stores any text, and grants nothing by it. */
import type { SchemaOverview } from '@directus/types';

const ACTIONS = ['create', 'read', 'update', 'delete', 'share'];

export interface Permission {
	collection?: unknown;
	action?: unknown;
	fields?: unknown;
}

/** What is wrong with a permission as it would become; `undefined` where nothing is. */
export function faultInPermission(
	{ collection, action, fields }: Permission,
	schema: Pick<SchemaOverview, 'collections'>,
): string | undefined {
	const name = String(collection);
	const found = schema.collections[name];
	if (!found) return `There is no collection "${name}": name one of the data model.`;
	if (!ACTIONS.includes(String(action))) {
		return `There is no action "${String(action)}": it is one of ${ACTIONS.join(', ')}.`;
	}
	const named = Array.isArray(fields) ? fields : fields === null || fields === undefined ? [] : [fields];
	const stray = named.find((field) => field !== '*' && !Object.hasOwn(found.fields, String(field)));
	return stray === undefined ? undefined : `"${name}" has no field "${String(stray)}".`;
}
