import type { Knex } from 'knex';
import { firstThatNames } from '../../storage/privacy/known-people.ts';
import type { Caller } from './caller.ts';
import { refusal } from './errors.ts';

/**
 * Refuses a text that the Buyer will read and that names somebody, by its field. Who is not of the writer's own Supplier
 * is not looked for: the answer would tell of them. What the platform writes by itself names nobody.
 */
export async function refuseNames(
	knex: Knex,
	collection: string,
	said: Readonly<Record<string, unknown>>,
	{ user, supplier, unrestricted }: Caller,
): Promise<void> {
	if (user === null || (supplier === null && !unrestricted)) return;
	const texts = Object.entries(said).filter((each): each is [string, string] => typeof each[1] === 'string');
	const field = await firstThatNames(knex, texts, supplier);
	if (field !== undefined) throw refusal(collection, field, 'names_a_person');
}
