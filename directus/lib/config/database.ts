import { directus, type Item, type ItemsService } from '../directus.ts';
import { KINDS, type Kind } from './rows.ts';

/** Every row of Directus's own tables that may be part of the configuration, by collection. */
export type Tables = ReadonlyMap<string, Item[]>;

export async function readTables(): Promise<Tables> {
	const tables = new Map<string, Item[]>();
	for (const kind of KINDS) tables.set(kind.collection, await readTable(kind));
	return tables;
}

export async function readTable(kind: Kind): Promise<Item[]> {
	const service = await itemsOf(kind.collection);
	// People's own presets and bookmarks are theirs.
	const filter = kind.collection === 'directus_presets' ? { user: { _null: true } } : {};
	return service.readByQuery({ fields: ['*'], filter, limit: -1 });
}

export async function itemsOf(collection: string): Promise<ItemsService> {
	const { ItemsService } = await directus('services/items');
	const { getSchema } = await directus('utils/get-schema');
	return new ItemsService(collection, { schema: await getSchema() });
}
