import type { Knex } from 'knex';
import type { CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { monthsIn, type Asked } from '../../../domain/returns/figures/asked.ts';
import { tallyCells } from '../../../domain/returns/figures/cells.ts';
import {
	closedAnswer,
	closedQuestion,
	wholeSplits,
	type ClosedAnswer,
} from '../../../domain/returns/figures/closed.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { submittedMonths } from '../../../storage/contract/submitted-months.ts';
import { addReleased } from '../../../storage/returns/figures/released-figures.ts';

/** A contract is a filter like any other: what is left of all contracts would tell of the others (5.4). */
export function onlyOf(asked: Asked, reference: string): Asked {
	const { contract: filter = [reference] } = asked.where;
	return { ...asked, where: { ...asked.where, contract: filter.filter((each) => each === reference) } };
}

/**
 * What the Buyer reads (5.4): months that have been submitted, as they stood when a return was last submitted, and no small numbers; nothing where no month has been.
 * @returns the question as it could be answered, and the answer
 */
export async function readClosed(
	knex: Knex,
	question: Asked,
	contracts: readonly StoredContract[],
): Promise<[Asked, ClosedAnswer] | undefined> {
	const submitted = await submittedMonths(knex);
	const isClosed = (contract: string, month: CalendarMonth) => submitted.has(`${contract} ${month}`);
	const wanted = contracts.filter(({ reference }) => question.where.contract?.includes(reference) ?? true);
	const inRange = wanted.some(({ id }) => monthsIn(question).some((month) => isClosed(id, month)));
	if (!inRange) return undefined;
	const asked = closedQuestion(question, wanted, isClosed);
	const [answer, whole] = [tallyCells(asked, asked.by), tallyCells({ ...asked, where: {} }, wholeSplits(asked))];
	await addReleased(knex, asked, { contracts, isClosed }, [answer, whole]);
	return [asked, closedAnswer(asked, answer.result(), whole.result())];
}
