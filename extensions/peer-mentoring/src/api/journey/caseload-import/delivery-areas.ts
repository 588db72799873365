import type { Knex } from 'knex';
import type { DeliveryArea } from '../../../import/mentors.ts';

/** The delivery areas of Annex C, as the reference data names them. */
export async function readDeliveryAreas(knex: Knex): Promise<DeliveryArea[]> {
	const rows = await knex('delivery_areas').orderBy('name').select('id', 'cpa', 'name', 'name_cy');
	return rows.map((row) => ({ ...row, cpa: Number(row.cpa) }));
}
