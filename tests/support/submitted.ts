/** Months that the tests make submitted without a return, for what reads nothing else of one. */
import type { Knex } from 'knex';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import {
	releaseFigures,
	takeBackFigures,
} from '../../extensions/peer-mentoring/src/storage/returns/figures/released-figures.ts';

/** @returns how many months that was */
export async function markSubmitted(knex: Knex, contract: string, month: string, more: object = {}): Promise<number> {
	const months = await knex('mi_returns')
		.where({ contract, month })
		.update({ status: 'submitted', ...more });
	await takeBackFigures(knex, contract);
	await releaseFigures(knex, [contract], today());
	return months;
}
