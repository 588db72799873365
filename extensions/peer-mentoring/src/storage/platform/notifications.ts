import type { Knex } from 'knex';
import { nowColumn } from '../database/day-columns.ts';

/** What somebody is told in the Studio, about a list that it opens. */
export interface Notice {
	recipient: string;
	collection: string;
	/** The key of the one record that it is about, which opens instead of the list. */
	item?: string;
	subject: string;
	message: string;
}

const LONGEST_SUBJECT = 255;

export async function notify(knex: Knex, { subject, ...notice }: Notice): Promise<void> {
	await knex('directus_notifications').insert({
		...notice,
		subject: subject.slice(0, LONGEST_SUBJECT),
		status: 'inbox',
		timestamp: nowColumn(knex),
	});
}
