import type { Knex } from 'knex';
import type { Problem } from '../../../domain/problems.ts';
import { uuidIn } from '../../shared/keys.ts';
import type { Payload } from '../../shared/plain-record.ts';

/** Travel is reimbursed for sessions that the Mentee attended face to face (2.25). */
export async function claimProblems(knex: Knex, record: Payload): Promise<Problem[]> {
	const id = uuidIn(record.session);
	if (id === undefined) return [];
	const fitting = { id, mentee: uuidIn(record.mentee), attendance: 'attended', mode: 'face_to_face' };
	if (await knex('sessions').where(fitting).first('id')) return [];
	return [{ field: 'session', code: 'session_not_claimable' }];
}
