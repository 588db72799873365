/** Which rows belong to a person, and which of their fields are personal: what erasure and access share. */
import type { Knex } from 'knex';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { isPersonal, PERSON, type Link, type Relation } from '../../domain/privacy/personal-data.ts';

/** The part of Directus's schema overview that is needed here. */
export interface Overview {
	collections: Record<string, { fields: Record<string, OverviewField> }>;
	relations: Relation[];
}

interface OverviewField {
	field: string;
	type: string;
	nullable: boolean;
	alias?: boolean;
}

/** The keys of a person's rows, by collection, the referral first. */
export type PersonRows = Map<string, string[]>;

/** Every row that belongs to the person of a referral, whichever way it hangs on it. */
export async function rowsOfPerson(knex: Knex, links: readonly Link[], referral: string): Promise<PersonRows> {
	const found: PersonRows = new Map([[PERSON, [referral]]]);
	const steps = [{ parent: PERSON, keys: [referral] }];
	for (const { parent, keys } of steps) {
		for (const { collection, field } of links.filter((link) => link.parent === parent)) {
			const known = found.get(collection) ?? [];
			const rows = await knex(collection).whereIn(field, keys).orderBy('id').select('id');
			const fresh = rows.map(({ id }) => id as string).filter((id) => !known.includes(id));
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
	keys: readonly string[],
): Promise<string[]> {
	if (collection === PERSON || keys.length === 0) return [...keys];
	const found: string[] = [];
	for (const { field, parent } of links.filter((link) => link.collection === collection)) {
		const rows = await knex(collection).whereIn('id', keys).whereNotNull(field).distinct(`${field} as parent`);
		found.push(
			...(await referralsOf(
				knex,
				links,
				parent,
				rows.map((row) => row.parent as string),
			)),
		);
	}
	return [...new Set(found)];
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
				field !== 'id' &&
				!links.has(`${collection}.${field}`) &&
				isPersonal(classes.get(`${collection}.${field}`)),
		);
}
