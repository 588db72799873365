import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { PERSON } from '../../../domain/privacy/personal-data.ts';
import { addedLinks } from '../../../storage/privacy/added.ts';
import { familyIn, type Key, type Overview } from '../../../storage/privacy/personal-data.ts';
import { inTheirLanguage, NotYoursError, refusal } from '../../shared/errors.ts';
import type { Accountability } from '../../shared/caller.ts';
import type { Payload } from '../../shared/plain-record.ts';
import { refuseForeignParents, refuseMoving, type Write } from './parents.ts';
import { heldByRelations, type Permission } from './permissions.ts';

interface Context {
	database: unknown;
	schema: unknown;
	accountability: unknown;
}

/**
 * What an Administrator adds about people in the Studio is safe by itself: by the relation to a person it has an owner, a
 * Supplier and the restriction of that person, without a line of code and without a row rule (2.25, 3.6, 5.3).
 */
export default defineHook(({ filter }, { services }) => {
	// Every decision of Directus about rows, whichever way they are asked for, begins with what is read here.
	filter('permissions.read', async (rows, { query }, { database, schema, accountability }) => {
		if (accountability !== null || !schema) return rows;
		const given = rows as Permission[];
		const policies = policiesAsked(query) ?? given.flatMap(({ policy }) => policy ?? []);
		return heldByRelations(database as unknown as Knex, schema as unknown as Overview, given, policies);
	});

	const readerOf = ({ database, schema, accountability }: Context): Write['reads'] => {
		const options = { knex: database, schema, accountability } as never;
		return async (collection, key) => {
			const { primary = 'id' } = (schema as Overview).collections[collection] ?? {};
			const query = { filter: { [primary]: { _eq: key } }, fields: [primary], limit: 1 };
			try {
				const found = await new services.ItemsService(collection, options).readByQuery(query, { emitEvents: false });
				return found.length > 0;
			} catch (error) {
				if (error instanceof NotYoursError || (error as { code?: string }).code === 'FORBIDDEN') return false;
				throw error;
			}
		};
	};

	const hold = (collection: string, context: Context, check: (write: Write, own: LinkOf[]) => Promise<void>) => {
		const overview = context.schema as Overview;
		const own = addedLinks(overview).filter((link) => link.collection === collection);
		if (own.length === 0) return undefined;
		const { database: knex, accountability } = context as { database: Knex; accountability: Accountability };
		return inTheirLanguage(context, () => check({ knex, overview, accountability, reads: readerOf(context) }, own));
	};

	filter('items.create', async (payload, { collection }, context) => {
		await hold(collection, context, (write, own) => refuseForeignParents(write, own, payload as Payload));
		return payload;
	});
	filter('items.update', async (payload, { collection, keys }, context) => {
		await hold(collection, context, (write, own) => refuseMoving(write, own, keys as Key[], payload as Payload));
		return payload;
	});

	// Such a relation names no collection that a rule could be made from, and erasure would not find its rows.
	for (const event of ['create', 'update']) {
		filter(`relations.${event}`, (payload, _meta, context) =>
			inTheirLanguage(context, async () => {
				const { one_allowed_collections: allowed } = payload as { one_allowed_collections?: unknown };
				const names = Array.isArray(allowed) ? allowed : String(allowed ?? '').split(',');
				const about = new Set(familyIn(context.schema as unknown as Overview).map((link) => link.collection));
				const name = names.find((each) => each === PERSON || about.has(each));
				if (name) throw refusal('relations', 'one_allowed_collections', 'any_kind_of_record', { name });
				return payload;
			}),
		);
	}
});

type LinkOf = ReturnType<typeof addedLinks>[number];

/** The policies whose permissions are asked for: all that the reader has. */
function policiesAsked(query: unknown): string[] | undefined {
	const { filter } = (query ?? {}) as { filter?: { _and?: { policy?: { _in?: string[] } }[] } };
	return filter?._and?.find((each) => each.policy)?.policy?._in;
}
