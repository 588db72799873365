import { createError } from '@directus/errors';
import type { Query, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import { isOfSealed } from '../../../storage/platform/sealed-fields/refusal.ts';
import { BadRequestError, languageOf } from '../../shared/errors.ts';
import { callerOf, type Accountability } from '../../shared/caller.ts';
import { asksThroughAccounts, ThroughAccountsError } from './through-accounts.ts';
import { isStumbling } from './stumbling.ts';
import { refuseBorrowedNames } from './borrowed-names.ts';

/** Of a read that has been given to a service. */
interface Reading {
	collection: string;
	accountability?: Accountability;
	schema: SchemaOverview;
	knex: Knex;
}
type Read = (this: Reading, ...given: unknown[]) => Promise<unknown>;
export interface ReadingClass {
	prototype: { readByQuery: Read };
}

const WHOLE_ONLY = {
	'en-GB':
		'National Insurance numbers are encrypted: one is found by the whole number only (equals, one of), and nothing is sorted, grouped or summarised by it.',
	'cy-GB':
		'Mae rhifau Yswiriant Gwladol wedi’u hamgryptio: dim ond wrth y rhif cyfan y gellir dod o hyd i un (yn hafal i, un o), ac ni chaiff dim ei drefnu, ei grwpio na’i grynhoi yn ei ôl.',
};

const UnanswerableError = createError(
	'INVALID_QUERY',
	'The records cannot be asked for like this. Check the fields that are grouped, sorted, filtered and counted by.',
	400,
);

/** Of PostgreSQL: data that is none, statements that are none, or too large (SQLSTATE classes 22, 42 and 54). */
const OF_THE_QUERY = /^(?:22|42|54)[0-9A-Z]{3}$/;

/**
 * What only the database can tell of somebody's query, that it groups by one field and sorts by another, or compares a
 * text with a number, is answered as a fault of the query: Directus answers it with a 500. What the platform asks of its
 * own accord fails as before.
 */
export function refuseUnanswerable({ prototype }: ReadingClass): void {
	const { readByQuery } = prototype;
	prototype.readByQuery = async function (this: Reading, ...given: unknown[]) {
		if (this.accountability) {
			const query = (given[0] ?? {}) as Query;
			refuseBorrowedNames(this.schema, query);
			await refuseThroughAccounts(this, query);
		}
		try {
			return await readByQuery.apply(this, given);
		} catch (error) {
			if (isOfSealed(error)) {
				throw new BadRequestError({ reason: WHOLE_ONLY[await languageOf(this.knex, this.accountability?.user)] });
			}
			const { code = '' } = error as { code?: unknown };
			const isOfQuery = code === 'SQLITE_ERROR' || OF_THE_QUERY.test(String(code)) || isStumbling(error);
			throw this.accountability && isOfQuery ? new UnanswerableError() : error;
		}
	};
}

/** The Data Protection Officer reads all accounts, and looks for what somebody has read. */
async function refuseThroughAccounts(
	{ schema, collection, knex, accountability }: Reading,
	query: Query,
): Promise<void> {
	if (accountability?.admin || !asksThroughAccounts(schema, collection, query)) return;
	if ((await callerOf(knex, accountability)).role !== 'Data Protection Officer') throw new ThroughAccountsError();
}
