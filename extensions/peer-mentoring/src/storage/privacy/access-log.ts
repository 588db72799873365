import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { nowColumn } from '../database/day-columns.ts';

/** Who read or exported which records of people (5.1). */
export interface Access {
	user: string | null;
	action: CodeOf<'access_action'>;
	/** The reference of a person, or of a contract with its month or quarter; never a name of a person. */
	subject: string;
	supplier: string;
	records: number;
}

/** Puts an access on record. To be called before the records go out: what cannot be recorded is not given. */
export async function noteAccess(knex: Knex, access: Access): Promise<void> {
	await knex('access_log').insert({ id: randomUUID(), at: nowColumn(knex), ...access });
}
