/** Which rows belong to a person, and which of their fields are personal: what erasure and access share. */
import type { Knex } from 'knex';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { keyIn, uuidIn } from '../database/keys.ts';
import { FILES } from '../platform/records.ts';
import { familyOf, isPersonal, PERSON, type Link, type Relation } from '../../domain/privacy/personal-data.ts';

/** The part of Directus's schema overview that is needed here. */
export interface Overview {
	collections: Record<string, { primary: string; fields: Record<string, OverviewField> }>;
	relations: Relation[];
}

interface OverviewField {
	field: string;
	type: string;
	nullable: boolean;
	alias?: boolean;
}

/** The keys of a person's rows, by collection, the referral first. */
export type PersonRows = Map<string, Key[]>;

/** A UUID, but for what an Administrator has added with numbers or words as keys. */
export type Key = string | number;

/** The steps down from a referral, as the data model has them now. */
export function familyIn({ relations, collections }: Overview): Link[] {
	return familyOf(relations, (collection) => collections[collection]?.primary ?? 'id');
}

/** The key in a relation field to this collection, or of its own rows; nothing where it can be none of theirs. */
export function keyOfRow({ collections }: Overview, collection: string, value: unknown): Key | undefined {
	const { primary = 'id', fields = {} } = collections[collection] ?? {};
	const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[primary] : value;
	const key = keyIn(given);
	const type = fields[primary]?.type;
	if (type === 'uuid') return uuidIn(key);
	if (type === 'integer' || type === 'bigInteger') return /^\d{1,15}$/.test(key ?? '') ? Number(key) : undefined;
	return key;
}

/** Every row that belongs to the person of a referral, whichever way it hangs on it. */
export async function rowsOfPerson(knex: Knex, links: readonly Link[], referral: string): Promise<PersonRows> {
	const found: PersonRows = new Map([[PERSON, [referral]]]);
	const steps: { parent: string; keys: Key[] }[] = [{ parent: PERSON, keys: [referral] }];
	for (const { parent, keys } of steps) {
		for (const { collection, field, key } of links.filter((link) => link.parent === parent)) {
			const known = found.get(collection) ?? [];
			const rows = await knex(collection).whereIn(field, keys).orderBy(key).select(`${key} as key`);
			const fresh = rows.map((row) => row.key as Key).filter((each) => !known.includes(each));
			if (fresh.length === 0) continue;
			found.set(collection, [...known, ...fresh]);
			steps.push({ parent: collection, keys: fresh });
		}
	}
	return found;
}

/** The referrals that rows belong to in the end. */
export async function referralsOf(
	knex: Knex,
	links: readonly Link[],
	collection: string,
	keys: readonly Key[],
): Promise<Key[]> {
	const found = new Map([[collection, new Set(keys)]]);
	const steps = keys.length > 0 ? [{ collection, keys: [...keys] }] : [];
	for (const step of steps) {
		for (const { field, parent, key } of links.filter((link) => link.collection === step.collection)) {
			if (step.collection === PERSON) continue;
			const known = found.get(parent) ?? new Set();
			found.set(parent, known);
			const rows = await knex(step.collection)
				.whereIn(key, step.keys)
				.whereNotNull(field)
				.distinct(`${field} as parent`);
			// What an Administrator has added can lead back to where it came from.
			const fresh = rows.map((row) => row.parent as Key).filter((each) => !known.has(each));
			for (const each of fresh) known.add(each);
			if (fresh.length > 0) steps.push({ collection: parent, keys: fresh });
		}
	}
	return [...(found.get(PERSON) ?? [])];
}

/** The fields of a collection that hold something of the person, keys and links aside. */
export type PersonalFields = (collection: string) => OverviewField[];

/** Reads the classes, as the data dictionary has them now. */
export async function personalFields(knex: Knex, overview: Overview): Promise<PersonalFields> {
	const rows = await knex('data_dictionary').select('collection', 'field', 'sensitivity');
	if (rows.length === 0) throw new Error('The data dictionary is empty: start the platform again to fill it');
	const classes = new Map<string, CodeOf<'sensitivity'>>(
		rows.map(({ collection, field, sensitivity }) => [`${collection}.${field}`, sensitivity]),
	);
	const links = new Set(overview.relations.map(({ collection, field }) => `${collection}.${field}`));
	return (collection) =>
		Object.values(overview.collections[collection]?.fields ?? {}).filter(
			({ field, type, alias }) =>
				!alias &&
				type !== 'alias' &&
				field !== overview.collections[collection]?.primary &&
				!links.has(`${collection}.${field}`) &&
				isPersonal(classes.get(`${collection}.${field}`)),
		);
}

/** The fields of a collection that name an uploaded file: it is the person's as the row is. */
export function fileFields({ relations }: Overview, collection: string): string[] {
	return relations
		.filter((relation) => relation.collection === collection && relation.related_collection === FILES)
		.map(({ field }) => field);
}

/** The uploaded files that these rows name. */
export async function filesOf(knex: Knex, overview: Overview, rows: PersonRows): Promise<string[]> {
	const files: string[] = [];
	for (const [collection, keys] of rows) {
		const { primary = 'id' } = overview.collections[collection] ?? {};
		for (const field of fileFields(overview, collection))
			files.push(...(await knex(collection).whereIn(primary, keys).whereNotNull(field).pluck(field)));
	}
	return files;
}

/** Whether a field says something of a person, by the data dictionary. */
export async function isPersonalField(knex: Knex, collection: string, field: string): Promise<boolean> {
	const row = await knex('data_dictionary').where({ collection, field }).first('sensitivity');
	return isPersonal(row?.sensitivity);
}

/** The fields that these rows of the data dictionary tell of. */
export function dictionaryFields(
	knex: Knex,
	keys: readonly string[],
): Promise<{ collection: string; field: string }[]> {
	return knex('data_dictionary')
		.whereIn('id', [...keys])
		.select('collection', 'field');
}
