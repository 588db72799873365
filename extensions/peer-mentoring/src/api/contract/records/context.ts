import type { Knex } from 'knex';
import type { WriteContext } from '../../shared/ownership.ts';

/** What a completion works with. */
export interface Context extends WriteContext {
	/** The connection for what is done after the write. */
	outside: Knex;
}
