/** The records that the parts of a step are about, as they are. */
import type { StepPart } from '../../../domain/journey/mentor-steps.ts';
import { JOURNEY_TREE } from '../../../storage/journey/journey-tree.ts';
import { keyIn, type Person } from './person.ts';
import type { Row, StepContext } from './step-context.ts';

/** The keys of the records of a step, by the name of their part: those that are there, and those that were just made. */
export type Keys = Map<string, string>;

/** The record that a part without rows changes; `undefined` where it makes one. */
export async function keyOfPart(
	context: StepContext,
	{ writes, collection, of }: StepPart,
	person: Person | undefined,
	keys: Keys,
): Promise<string | undefined> {
	if (writes === 'create' || !person) return undefined;
	return of === undefined ? keyIn(context, collection, person) : keys.get(of);
}

/** The rows that are there of a part with rows, oldest first. */
export async function rowsOfPart(
	context: StepContext,
	{ writes, collection, of, only }: StepPart,
	{ person, keys, fields }: { person: Person | undefined; keys: Keys; fields: readonly string[] },
): Promise<Row[]> {
	if (writes === 'create' || !person) return [];
	const above = of === undefined ? undefined : keys.get(of);
	if (of !== undefined && above === undefined) return [];
	const [parent] = JOURNEY_TREE[collection] ?? [];
	const key = above ?? (parent && (await keyIn(context, parent.collection, person)));
	if (!parent || key === undefined) return [];
	const filter = { _and: [{ [parent.field]: { _eq: key } }, only ?? {}] };
	const query = { filter, fields: ['id', ...fields], sort: ['date_created', 'id'], limit: -1 };
	return context.items(collection, context.knex).readByQuery(query);
}

export async function recordOf(
	{ items, knex }: StepContext,
	collection: string,
	key: string,
	fields: readonly string[],
): Promise<Row> {
	const query = { filter: { id: { _eq: key } }, fields: ['id', ...fields], limit: 1 };
	return (await items(collection, knex).readByQuery(query))[0] ?? {};
}
