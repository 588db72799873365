import type { Knex } from 'knex';
import { claimProblems } from '../../../../domain/journey/travel.ts';
import type { Problem } from '../../../../domain/problems.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** Asks the rule about the session that a claim names; one for an interview names none. */
export async function claimProblemsOf(knex: Knex, record: Payload): Promise<Problem[]> {
	const id = uuidIn(record.session);
	if (id === undefined) return [];
	const session = await knex('sessions').where({ id }).first('mentee', 'attendance', 'mode');
	return claimProblems(session, uuidIn(record.mentee));
}
