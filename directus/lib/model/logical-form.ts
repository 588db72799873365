/**
 * The vendor-neutral form of a data model. Directus's own snapshots differ between SQLite and PostgreSQL (types,
 * defaults, invented nulls), so file and database are both brought to this form before they are compared.
 */
import type { Item, SnapshotCollection, SnapshotField, SnapshotRelation } from '../directus.ts';

const COLLECTION_META: Item = {
	accountability: 'all',
	archive_app_filter: true,
	archive_field: null,
	archive_value: null,
	collapse: 'open',
	color: null,
	display_template: null,
	group: null,
	hidden: false,
	icon: null,
	item_duplication_fields: null,
	note: null,
	preview_url: null,
	singleton: false,
	sort: null,
	sort_field: null,
	translations: null,
	unarchive_value: null,
	versioning: false,
};

const FIELD_META: Item = {
	conditions: null,
	display: null,
	display_options: null,
	group: null,
	hidden: false,
	interface: null,
	note: null,
	options: null,
	readonly: false,
	required: false,
	searchable: true,
	sort: null,
	special: null,
	translations: null,
	validation: null,
	validation_message: null,
	width: 'full',
};

const RELATION_META: Item = {
	junction_field: null,
	one_allowed_collections: null,
	one_collection_field: null,
	one_deselect_action: 'nullify',
	one_field: null,
	sort_field: null,
};

/** What the settings of each part of a model can be called. */
export const META_KEYS = {
	collections: ['collection', ...Object.keys(COLLECTION_META)],
	fields: ['collection', 'field', ...Object.keys(FIELD_META)],
	relations: [...['many_collection', 'many_field', 'one_collection'], ...Object.keys(RELATION_META)],
};

const NUMBERS = ['integer', 'bigInteger', 'float', 'decimal'];
const NOW = /^(now\(\)|current_timestamp(\(\d*\))?)$/i;
const UUID_LENGTH = 36;

/** A collection with every default written out; `schema` is `null` for a folder. */
export function logicalCollection({ collection, meta, schema }: SnapshotCollection): SnapshotCollection {
	const { collection: _, ...rest } = meta ?? {};
	return { collection, meta: { ...COLLECTION_META, ...rest }, schema: schema ? { name: collection } : null };
}

/** A relation with every default written out. */
export function logicalRelation(relation: SnapshotRelation): SnapshotRelation {
	const { id: _, ...meta } = relation.meta ?? {};
	return {
		collection: relation.collection,
		field: relation.field,
		related_collection: relation.related_collection ?? null,
		meta: { ...RELATION_META, ...meta },
		schema: relation.schema && {
			on_delete: relation.schema.on_delete ?? 'NO ACTION',
			on_update: relation.schema.on_update ?? 'NO ACTION',
		},
	};
}

/** A field with every default written out and whatever only one database adds taken away. */
export function logicalField(field: SnapshotField): SnapshotField {
	const { id: _, collection: __, field: ___, ...meta } = field.meta ?? {};
	const type = isUuidOnSqlite(field) ? 'uuid' : field.type;
	return {
		collection: field.collection,
		field: field.field,
		type,
		meta: { ...FIELD_META, ...meta, special: logicalSpecial(meta.special, type) },
		schema: type === 'alias' || !field.schema ? null : logicalColumn(field.schema, type),
	};
}

/** SQLite has no uuid type: it shows a text of 36 characters. */
export function isUuidOnSqlite({ type, schema }: SnapshotField): boolean {
	return type === 'string' && schema?.max_length === UUID_LENGTH;
}

/** `cast-timestamp` is SQLite's own; `cast-json` belongs to every JSON field whether the file says so or not. */
function logicalSpecial(special: unknown, type: string): string[] | null {
	const kept = (Array.isArray(special) ? (special as string[]) : []).filter((each) => each !== 'cast-timestamp');
	if (type === 'json' && !kept.includes('cast-json')) kept.push('cast-json');
	return kept.length > 0 ? kept : null;
}

function logicalColumn(schema: Item, type: string): Item {
	const column: Item = {};
	if (type === 'string') column.max_length = schema.max_length ?? 255;
	if (type === 'decimal') {
		column.numeric_precision = schema.numeric_precision ?? 10;
		column.numeric_scale = schema.numeric_scale ?? 5;
	}
	if (schema.is_primary_key) {
		return { ...column, is_primary_key: true, has_auto_increment: Boolean(schema.has_auto_increment) };
	}
	return {
		...column,
		is_nullable: schema.is_nullable ?? true,
		is_unique: Boolean(schema.is_unique),
		// A unique column is indexed by being unique.
		is_indexed: Boolean(schema.is_indexed) && !schema.is_unique,
		default_value: logicalDefault(schema.default_value, type),
	};
}

function logicalDefault(value: unknown, type: string): unknown {
	if (value === null || value === undefined || value === 'NULL') return null;
	if (type === 'boolean') return value === true || value === 1 || value === '1' || value === 'true';
	if (NUMBERS.includes(type) && !Number.isNaN(Number(value))) return Number(value);
	if (typeof value !== 'string') return value;
	if (NOW.test(value)) return 'CURRENT_TIMESTAMP';
	return value.replaceAll("''", "'");
}

/** The opposite of writing the defaults out: what is worth a line in the file. */
export function withoutDefaults(kind: 'collections' | 'fields' | 'relations', meta: Item): Item {
	const defaults = { collections: COLLECTION_META, fields: FIELD_META, relations: RELATION_META }[kind];
	return Object.fromEntries(
		Object.entries(meta).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key] ?? null)),
	);
}
