import type { Knex } from 'knex';
import type { Problem } from '../../domain/problems.ts';
import { uuidIn } from './keys.ts';
import type { Payload } from './plain-record.ts';

/** A record of one Supplier names no Peer Mentor of another. */
export async function mentorProblems(knex: Knex, record: Payload, field: string): Promise<Problem[]> {
	const id = uuidIn(record[field]);
	if (id === undefined) return [];
	if (await knex('peer_mentors').where({ id, supplier: record.supplier }).first('id')) return [];
	return [{ field, code: 'mentor_of_other_supplier' }];
}
