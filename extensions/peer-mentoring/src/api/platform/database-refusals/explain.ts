import type { Knex } from 'knex';
import { problemMessage, type ProblemCode } from '../../../domain/problems.ts';
import { readLabels } from '../../../storage/language/labels.ts';
import { brokenReference, referenceTo, type Reference, type StoredModel } from '../../../storage/journey/referrers.ts';
import type { Accountability } from '../../shared/caller.ts';
import { languageOf, refused } from '../../shared/errors.ts';

/** A write that did not succeed. */
export interface Failed {
	action: 'createOne' | 'updateMany' | 'deleteMany';
	/** What the write was called with. */
	given: readonly unknown[];
	service: { collection: string; schema: StoredModel; knex: Knex; accountability: Accountability };
	/** A connection that still answers. */
	knex: Knex;
}

interface Thrown {
	code?: string;
	message?: string;
	extensions?: { collection?: string; field?: string };
}

/** Foreign keys that are broken, and that keep a row from being deleted, which PostgreSQL counts apart from version 18. */
const POSTGRES_FOREIGN_KEY = ['23503', '23001'];

/** The error in words, where the database refused; otherwise as it is. */
export async function explained(error: unknown, failed: Failed): Promise<unknown> {
	const thrown = error as Thrown;
	const { action, given, service, knex } = failed;
	const { collection, schema } = service;
	if (action === 'deleteMany') {
		if (!isForeignKey(thrown)) return error;
		const reference = await referenceTo(knex, schema, collection, given[0] as string[]);
		const beside = schema.collections[collection]?.primary ?? 'id';
		// What named it may be gone in the meantime, or be seen by its own transaction only.
		return inWords(failed, beside, reference ? 'still_referred_to' : 'still_in_use', reference);
	}
	// Directus's own collections keep the answers that its Studio knows.
	if (collection.startsWith('directus_')) return error;
	if (thrown.code === 'INVALID_FOREIGN_KEY') {
		const record = given[action === 'createOne' ? 0 : 1] as Record<string, unknown>;
		const reference = await brokenReference(knex, schema, collection, record);
		return reference ? inWords(failed, reference.field, 'unknown_record', reference) : error;
	}
	if (thrown.code === 'RECORD_NOT_UNIQUE' && thrown.extensions?.collection === collection) {
		// The last of the fields that are unique together: SQLite names no other.
		const field = thrown.extensions.field?.split(', ').at(-1) ?? 'id';
		return inWords(failed, field, 'taken_already', { collection, field, related: collection, key: '' });
	}
	return error;
}

function isForeignKey({ code, message = '' }: Thrown): boolean {
	if (code === 'SQLITE_CONSTRAINT') return message.includes('FOREIGN KEY');
	return POSTGRES_FOREIGN_KEY.includes(code ?? '');
}

/** @param beside the field of the record that was to be written */
async function inWords(
	{ knex, service }: Failed,
	beside: string,
	code: ProblemCode,
	reference?: Reference,
): Promise<Error> {
	const language = await languageOf(knex, service.accountability?.user);
	const labels = await readLabels(knex, language);
	const nameOf = (collection: string) => labels.collection(collection).replace(/^directus_/, '');
	const params = reference && {
		key: reference.key,
		collection: nameOf(reference.related),
		referring: nameOf(reference.collection),
		name: labels.field(reference.collection, reference.field),
	};
	return refused(service.collection, beside, problemMessage({ field: beside, code, params }, language));
}
