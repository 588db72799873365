/** A database without a server, with one person of each kind that readers could take differently. */
import type { Knex } from 'knex';
import { insertPeople, type Person } from '../caseloads/one-each.ts';
import { copyTemplate, discard, environment, type Copy } from '../platform.ts';
import { openDatabase } from '../tables.ts';

let copy: Copy;
export let knex: Knex;
export let people: Person[];

export async function begin(): Promise<void> {
	copy = await copyTemplate('reference');
	knex = openDatabase(environment(copy, {}));
	people = await insertPeople(knex);
}

export async function end(): Promise<void> {
	await knex.destroy();
	await discard(copy);
}
