import { directus, type Item, type ItemsService } from '../directus.ts';
import { KINDS, type Kind } from './rows.ts';

/** Every row of Directus's own tables that may be part of the configuration, by collection. */
export type Tables = ReadonlyMap<string, Item[]>;

export async function readTables(): Promise<Tables> {
	const tables = new Map<string, Item[]>();
	for (const kind of KINDS) tables.set(kind.collection, await readTable(kind));
	return tables;
}

/** What is nobody's own: people's presets and a Supplier's dashboards are theirs, and stay where they are. */
const SHARED: Record<string, Item> = {
	directus_presets: { user: { _null: true } },
	directus_dashboards: { _or: [{ user_created: { _null: true } }, { user_created: { supplier: { _null: true } } }] },
};

export async function readTable(kind: Kind): Promise<Item[]> {
	const { getSchema } = await directus('utils/get-schema');
	// A database of an earlier version may not have it yet.
	if (!(kind.collection in (await getSchema()).collections)) return [];
	const service = await itemsOf(kind.collection);
	return service.readByQuery({ fields: ['*'], filter: SHARED[kind.collection] ?? {}, limit: -1 });
}

export async function itemsOf(collection: string): Promise<ItemsService> {
	const { ItemsService } = await directus('services/items');
	const { getSchema } = await directus('utils/get-schema');
	return new ItemsService(collection, { schema: await getSchema() });
}
