import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { readPmi } from '../../../storage/returns/pmi.ts';
import { contractsOption, monthOption } from '../../shared/operation-options.ts';
import { pmiAnswer } from '../../shared/pmi-answer.ts';
import { withoutReferences } from '../../../workbook/pmi-return.ts';

interface Options {
	/** The reference of a contract; all where left empty. */
	contract?: unknown;
	/** `YYYY-MM`; the month that is over where left empty. */
	month?: unknown;
}

/** The PMI figures of a month as the records are now (3.8), one answer for each contract. No names, no references. */
export default defineOperationApi<Options>({
	id: 'pmi-figures',
	handler: async (options, { database }) => {
		const knex = database as unknown as Knex;
		const month = monthOption('month', options.month);
		const answers = [];
		for (const contract of await contractsOption(knex, 'contract', options.contract)) {
			answers.push(pmiAnswer(withoutReferences(await readPmi(knex, contract, month))));
		}
		return answers;
	},
});
