import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { shownFactors, type Counted } from '../../../domain/returns/success-factors/success-factors.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readReleasedFactors } from '../../../storage/returns/figures/released-figures.ts';
import { countFactors } from '../../../storage/returns/success-factors.ts';
import type { Caller } from '../../shared/caller.ts';
import { allowedTo, handler, visibleContract } from '../../shared/http.ts';
import { periodOf } from '../../shared/period.ts';

/** The success factors of a contract, in figures where the data can carry them (1.8, Annex A). */
export default defineEndpoint({
	id: 'success-factors',
	handler: (router, { database }) => {
		const knex = database as unknown as Knex;
		router.get(
			'/:contract',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
				const contract = await visibleContract(knex, caller, String(request.params.contract));
				const period = periodOf(contract, request.query);
				const counted = await countFactors(knex, contract, period);
				const mentees = await menteesFor(knex, caller, contract, counted);
				const factors = shownFactors({ counted, mentees, terms: contract.terms }, caller.role === 'Buyer');
				response.json({ data: { contract: contract.reference, ...period, factors } });
			}),
		);
	},
});

/** The Supplier's own people count Mentees over any days; the Buyer reads whole quarters, as last released (5.4). */
async function menteesFor(knex: Knex, caller: Caller, contract: StoredContract, counted: Counted): Promise<Counted> {
	if (caller.role !== 'Buyer') return counted;
	return (await readReleasedFactors(knex, contract.id)) ?? { period: counted.period, tables: {} };
}
