import type { Accountability, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';

type Key = string | number;

/** The part of Directus's ItemsService that this file touches. */
interface Service {
	collection: string;
	schema: SchemaOverview;
	knex: Knex;
	accountability: Accountability | null;
	readByQuery(query: object): Promise<Record<string, Key>[]>;
}
export interface ItemsServiceClass {
	new (collection: string, options: object): Service;
	prototype: { getKeysByQuery: (query: object) => Promise<Key[]> };
}

/**
 * Directus looks up the rows of an update or delete "by query" with all rights, so that its answer tells anybody
 * whether a row matches. From here on it looks them up with the rights of whoever asks.
 */
export function readKeysAsTheCaller(ItemsService: ItemsServiceClass): void {
	ItemsService.prototype.getKeysByQuery = async function getKeysByQuery(this: Service, query: object) {
		const { collection, schema, knex, accountability } = this;
		const primary = schema.collections[collection]?.primary ?? 'id';
		const reader = new ItemsService(collection, { schema, knex, accountability });
		const rows = await reader.readByQuery({ ...query, fields: [primary] });
		return rows.map((row) => row[primary]).filter((key) => key !== undefined && key !== null);
	} as ItemsServiceClass['prototype']['getKeysByQuery'];
}
