import type { Knex } from 'knex';

/**
 * `PM-001`, `PM-002` and so on, for each Supplier: what returns show instead of a Peer Mentor's name. Always after the
 * highest one given, so that nobody gets the reference of somebody who is still there.
 */
export async function nextMentorReference(knex: Knex, supplier: string): Promise<string> {
	const rows = await knex('peer_mentors').where({ supplier }).select('reference');
	const numbers = rows.map((row) => Number(/^PM-(\d+)$/.exec(row.reference ?? '')?.[1] ?? 0));
	return `PM-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
