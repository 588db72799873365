import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import type { StoredContract } from '../../../storage/contracts.ts';
import { readPmi, readRecordsBehind } from '../../../storage/pmi.ts';
import type { Caller } from '../../shared/caller.ts';
import { BadRequestError } from '../../shared/errors.ts';
import { allowedTo, handler, visibleContract, type AuthenticatedRequest } from '../../shared/http.ts';
import { monthIn, wholeNumberIn } from '../../shared/query.ts';
import { pmiFile, WORKBOOK } from '../../shared/pmi-file.ts';
import { isJourneyMeasure, JOURNEY_MEASURES, pmiAnswer, withoutReferences } from '../../shared/pmi-answer.ts';
import { storedFiles } from '../../shared/stored-files.ts';

/** The PMI of a month as figures, as a workbook, and the records behind each figure (3.8). */
export default defineEndpoint({
	id: 'pmi',
	handler: (router, context) => {
		const knex = context.database as unknown as Knex;
		const files = storedFiles(context);
		const contractOf = async (request: AuthenticatedRequest, caller: Caller) => {
			const contract = await visibleContract(knex, caller, String(request.params.contract));
			return { contract, cpa: cpaIn(request.query.cpa, contract) };
		};

		router.get(
			'/:contract/:file.xlsx',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
				const month = monthIn('month', request.params.file);
				const { contract, cpa } = await contractOf(request, caller);
				const pmi = await readPmi(knex, contract, month, { cpa });
				const content = await pmiFile(knex, files, contract, pmi, { forBuyer: caller.role === 'Buyer' });
				const name = `PMI-${contract.reference}-${month}${cpa ? `-CPA${cpa}` : ''}.xlsx`.replaceAll('/', '-');
				response.type(WORKBOOK).attachment(name).send(content);
			}),
		);
		router.get(
			'/:contract/:month',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
				const month = monthIn('month', request.params.month);
				const { contract, cpa } = await contractOf(request, caller);
				const pmi = await readPmi(knex, contract, month, { cpa });
				response.json({ data: pmiAnswer(caller.role === 'Buyer' ? withoutReferences(pmi) : pmi) });
			}),
		);
		router.get(
			'/:contract/:month/measures/:key/records',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI']);
				const month = monthIn('month', request.params.month);
				const { key } = request.params;
				if (!isJourneyMeasure(key)) {
					throw new BadRequestError({ reason: `The measure must be one of ${JOURNEY_MEASURES.join(', ')}.` });
				}
				const { contract, cpa } = await contractOf(request, caller);
				response.json({ data: await readRecordsBehind(knex, contract, month, key, cpa) });
			}),
		);
	},
});

/** `?cpa=9`, which must be one of the contract's. */
function cpaIn(value: unknown, contract: StoredContract): number | undefined {
	if (value === undefined) return undefined;
	const cpa = wholeNumberIn('cpa', value, 1, 9);
	if (contract.cpas.includes(cpa)) return cpa;
	throw new BadRequestError({ reason: `cpa must be ${contract.cpas.join(' or ')}, which the contract covers.` });
}
