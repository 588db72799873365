import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { chosenQuestions, type ChosenFigure } from '../../../domain/returns/figures/chosen.ts';
import { openAnswer } from '../../../domain/returns/figures/closed.ts';
import { readContracts } from '../../../storage/contract/contracts.ts';
import { readFigure } from '../../../storage/returns/figures/read-figure.ts';
import { answerOf } from '../../shared/figures/answer.ts';
import { onlyOf, readClosed } from '../../shared/figures/read-closed.ts';
import { choiceOption, contractsOption, isLeftEmpty, OperationError } from '../../shared/operation-options.ts';

interface Options extends ChosenFigure {
	/** The reference of a contract; all where left empty. */
	contract?: unknown;
	/** Whose answer it is: what a flow does with it is not known here, so the Buyer's where left empty. */
	readBy?: unknown;
}

const NOT_ASKABLE =
	'This cannot be counted. Choose what to count, the period (months as 2024-06), at most two splits and four filters, as GET /figures/catalogue has them';
const NOTHING_CLOSED = 'No month of this period has been submitted yet, so there is nothing that the Buyer may read';

/** A figure of the catalogue (3.12), as `GET /figures` answers it: in English, by nobody's name. */
export default defineOperationApi<Options>({
	id: 'count-figure',
	handler: async ({ contract, readBy, ...chosen }, { database }) => {
		const knex = database as unknown as Knex;
		const questions = chosenQuestions([chosen], today());
		if ('wrong' in questions) throw new OperationError(NOT_ASKABLE);
		const [asked] = questions as [(typeof questions)[number]];
		const reader = { language: 'en-GB', named: false } as const;
		const contracts = await contractsOption(knex, 'contract', contract);
		if (choiceOption('readBy', readBy, ['buyer', 'supplier'], 'buyer') === 'supplier') {
			const counted = await readFigure(knex, asked, asked.by, { contracts, today: today() });
			return answerOf(knex, asked, openAnswer(counted.result()), reader);
		}
		// What is withheld depends on all that the Buyer reads.
		const only = isLeftEmpty(contract) ? asked : onlyOf(asked, String(contract).trim());
		const closed = await readClosed(knex, only, await readContracts(knex));
		if (!closed) throw new OperationError(NOTHING_CLOSED);
		return answerOf(knex, { ...closed[0], where: asked.where }, closed[1], reader);
	},
});
