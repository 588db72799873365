import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { readPmi } from '../../../storage/returns/pmi.ts';
import { monthOfContracts, type MonthOptions } from '../../shared/operation-options.ts';
import { pmiAnswer } from '../../shared/pmi-answer.ts';
import { withoutReferences } from '../../../workbook/pmi-return.ts';

/** The PMI figures of a month as the records are now (3.8), one answer for each contract. No names, no references. */
export default defineOperationApi<MonthOptions>({
	id: 'pmi-figures',
	handler: async (options, { database }) => {
		const knex = database as unknown as Knex;
		const { month, contracts } = await monthOfContracts(knex, options);
		const answers = [];
		for (const contract of contracts) {
			answers.push(pmiAnswer(withoutReferences(await readPmi(knex, contract, month))));
		}
		return answers;
	},
});
