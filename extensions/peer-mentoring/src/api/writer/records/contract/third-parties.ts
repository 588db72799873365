import { uuidIn } from '../../../../storage/database/keys.ts';
import { refusal } from '../../../shared/errors.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** A request names a sub-contractor of its own contract (5.2). */
export async function refuseOrganisation({ database }: WriteContext, record: Payload): Promise<void> {
	const id = uuidIn(record.organisation);
	if (id === undefined) return;
	const own = await database('organisations')
		.where({ id, contract: uuidIn(record.contract) ?? null })
		.first('id');
	if (!own) throw refusal('information_requests', 'organisation', 'organisation_of_other_contract');
}

/** Third parties are given what the Buyer has approved (2.25, 5.6). */
export async function refuseMaterial({ database }: WriteContext, record: Payload): Promise<void> {
	const id = uuidIn(record.material);
	if (id === undefined) return;
	const approved = await database('marketing_products')
		.where({ id, supplier: record.supplier, status: 'approved' })
		.first('id');
	if (!approved) throw refusal('outreach_contacts', 'material', 'product_not_approved');
}
