import type { Knex } from 'knex';
import type { ExportKeys } from '../../import/exports.ts';

/**
 * What the keys of an export stand for.
 * @param supplier the one whose records are asked about; `null` for every Supplier's
 */
export async function readExportKeys(knex: Knex, supplier: string | null): Promise<ExportKeys> {
	const own = (table: string) => (supplier === null ? knex(table) : knex(table).where({ supplier }));
	const contracts = await own('call_off_contracts').select('id', 'reference');
	const mentees = await own('mentees').select('id', 'referral', 'reference', 'cpa');
	const areas = new Map(mentees.map(({ referral, cpa }) => [referral, cpa]));
	const referrals = await own('referrals').select('id', 'route', 'cpa');
	return {
		contracts: new Map(contracts.map(({ id, reference }) => [id, reference])),
		mentees: new Map(mentees.map(({ id, reference }) => [id, reference])),
		referrals: new Map(referrals.map(({ id, route, cpa }) => [id, { route, cpa: String(areas.get(id) ?? cpa ?? '') }])),
	};
}
