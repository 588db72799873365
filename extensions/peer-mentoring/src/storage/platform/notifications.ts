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

/** What the platform keeps of what people have been told. */
export const TOLD = ['reminders', 'reminded_matters'] as const;

/** Whether any of these notices is for somebody else. */
export async function noticesOfOthers(knex: Knex, keys: readonly unknown[], user: string | null): Promise<boolean> {
	const recipients: unknown[] = await knex('directus_notifications').whereIn('id', keys as number[]).pluck('recipient'); // prettier-ignore
	return recipients.some((recipient) => recipient !== user);
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
