import type { Knex } from 'knex';
import { termsOf } from '../../domain/contract/terms.ts';
import { completeAssignment } from '../../domain/people/completion.ts';

/** Keeps on each assignment what it counts, where the contract's hours of one FTE have changed (2.26). */
export async function settleFte(knex: Knex, contracts: readonly string[] | undefined): Promise<void> {
	const query = knex('fte_assignments as assignment')
		.join('call_off_contracts as contract', 'contract.id', 'assignment.contract')
		.select(
			'assignment.id',
			'assignment.cpa',
			'assignment.weekly_hours',
			'assignment.fte',
			'contract.fte_weekly_hours',
		);
	for (const { id, cpa, ...row } of contracts ? await query.whereIn('contract.id', [...contracts]) : await query) {
		const { fte } = completeAssignment(row, { cpa, terms: termsOf(row) });
		if (Number(row.fte) !== fte) await knex('fte_assignments').where({ id }).update({ fte });
	}
}
