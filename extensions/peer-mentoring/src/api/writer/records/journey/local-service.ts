import type { Knex } from 'knex';
import type { Problem } from '../../../../domain/problems.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** Fields that name a service of the directory (2.15). */
const FIELDS = ['local_service', 'onward_service'];

/** A record of one Supplier names no service of another's directory. */
export async function serviceProblems(knex: Knex, record: Payload): Promise<Problem[]> {
	const problems: Problem[] = [];
	for (const field of FIELDS) {
		const id = uuidIn(record[field]);
		if (id === undefined) continue;
		const there = await knex('local_services').where({ id, supplier: record.supplier }).first('id');
		if (!there) problems.push({ field, code: 'service_of_other_supplier' });
	}
	return problems;
}
