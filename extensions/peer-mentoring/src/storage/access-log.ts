import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { nowColumn } from './day-columns.ts';

export interface Export {
	user: string | null;
	/** What was given out: a person's reference, or the name of a sample; never a name of a person. */
	subject: string;
	supplier: string;
	records: number;
}

/** That somebody was given records is itself on record (5.1). */
export async function noteExport(knex: Knex, given: Export): Promise<void> {
	await knex('access_log').insert({ id: randomUUID(), at: nowColumn(knex), action: 'export', ...given });
}
