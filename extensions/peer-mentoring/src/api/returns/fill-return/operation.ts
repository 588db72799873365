import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { readPmi } from '../../../storage/returns/pmi.ts';
import { fillReturn } from '../../../storage/returns/returns.ts';
import { settle } from '../../../storage/writer/settle.ts';
import { monthOfContracts, type MonthOptions } from '../../shared/operation-options.ts';
import { pmiAnswer } from '../../shared/pmi-answer.ts';
import { withoutReferences } from '../../../workbook/pmi-return.ts';

/**
 * Writes the figures of a month, as the records are now, into the draft of its return, which people then read, complete
 * and submit (3.4). Whoever filled it before is overwritten; a submitted return is never touched.
 */
export default defineOperationApi<MonthOptions>({
	id: 'fill-return',
	handler: async (options, { database }) => {
		const knex = database as unknown as Knex;
		const { month, contracts } = await monthOfContracts(knex, options);
		const ids = contracts.map(({ id }) => id);
		// The return of a month that has only just begun may not be open yet.
		await settle(knex, { referrals: [], contracts: ids, mentors: [] }, today());
		const answers = [];
		for (const contract of contracts) {
			const pmi = await readPmi(knex, contract, month);
			const filled = await fillReturn(knex, contract.id, month, pmiAnswer(withoutReferences(pmi)));
			const { due_on, exceptions } = pmi;
			answers.push({ contract: contract.reference, month, filled, due_on, records_to_check: exceptions.length });
		}
		return answers;
	},
});
