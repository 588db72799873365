import type { Knex } from 'knex';
import { ERASURE_MESSAGES, type ErasureMessage } from '../../../domain/privacy/erasure.ts';
import { ERASURES } from '../../../domain/privacy/personal-data.ts';
import type { Overview } from '../../../storage/privacy/personal-data.ts';
import type { Accountability } from '../../shared/caller.ts';
import { languageOf, refused } from '../../shared/errors.ts';

export interface WriteContext {
	database: Knex;
	accountability: Accountability;
	schema: Overview;
}

/** Says why not, in the language of whoever asked. */
export async function refuseErasure(
	{ database, accountability }: WriteContext,
	message: ErasureMessage,
	field: string,
	collection: string = ERASURES,
): Promise<never> {
	const language = await languageOf(database, accountability?.user);
	throw refused(collection, field, ERASURE_MESSAGES[message][language]);
}
