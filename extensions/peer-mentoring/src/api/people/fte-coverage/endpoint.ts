import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { areaCoverage, coverage } from '../../../domain/people/fte.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readAreaNames, readAssignments, readCpaFte } from '../../../storage/people/fte.ts';
import { allowedTo, handler, visibleContract, visibleContracts } from '../../shared/http.ts';
import { periodOf } from '../../shared/period.ts';

/** FTE in post against the minimum and maximum of Annex C, for ranges of days, by delivery area too (C1.2, Table A). No names. */
export default defineEndpoint({
	id: 'fte-coverage',
	handler: (router, { database }) => {
		const knex = database as unknown as Knex;
		const roles = ['Supplier Manager', 'Supplier MI', 'Buyer'] as const;
		router.get(
			'/',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, roles);
				const contracts = await visibleContracts(knex, caller);
				const data = await Promise.all(contracts.map((contract) => coverageOf(knex, contract, request.query)));
				response.json({ data: data.sort((a, b) => (a.contract < b.contract ? -1 : 1)) });
			}),
		);
		router.get(
			'/:contract',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, roles);
				const contract = await visibleContract(knex, caller, String(request.params.contract));
				response.json({ data: await coverageOf(knex, contract, request.query) });
			}),
		);
	},
});

async function coverageOf(knex: Knex, contract: StoredContract, query: { from?: unknown; to?: unknown }) {
	const { from, to } = periodOf(contract, query);
	const cpas = await readCpaFte(knex, contract.cpas);
	const assignments = await readAssignments(knex, contract.id);
	const areas = await readAreaNames(knex, contract.cpas);
	const ranges = coverage(assignments, cpas, from, to);
	return {
		contract: contract.reference,
		from,
		to,
		cpas: cpas.map((cpa) => ({
			...cpa,
			ranges: ranges
				.filter((range) => range.cpa === cpa.cpa)
				.map((range) => ({ from: range.from, to: range.to, fte_in_post: range.fte_in_post, gap: range.gap })),
			delivery_areas: areaCoverage(assignments, cpa.cpa, areas.get(cpa.cpa) ?? [], from, to),
		})),
	};
}
