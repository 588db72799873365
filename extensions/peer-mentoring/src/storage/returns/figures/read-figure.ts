/** The answer to a question of the catalogue, from the records as they are now (3.12). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { endsOf, type Asked } from '../../../domain/returns/figures/asked.ts';
import { isTime, type Split } from '../../../domain/returns/figures/catalogue.ts';
import { tallyCells, type Cells } from '../../../domain/returns/figures/cells.ts';
import { occurrencesOf, type Moment, type Occurrence } from '../../../domain/returns/figures/occurrences.ts';
import type { StoredContract } from '../../contract/contracts.ts';
import { readHolidays } from '../../calendar/holidays.ts';
import { countedIn } from './found.ts';

/** One counted record, for whoever may see whose it is. */
export interface Behind extends Occurrence {
	contract: string;
	referral: string | null;
	reference: string | null;
}

export interface Reading {
	contracts: readonly StoredContract[];
	today: CalendarDay;
	/** Told of each record that counts. */
	behind?: (record: Behind) => void;
}

/** Counts what is asked about in all of these contracts. @param by the splits whose combinations are told apart */
export async function readFigure(knex: Knex, asked: Asked, by: readonly Split[], reading: Reading): Promise<Cells> {
	const cells = tallyCells(asked, by);
	const splits = [...by, ...(Object.keys(asked.where) as Split[])].filter((split) => !isTime(split));
	const { today: knownOn, behind } = reading;
	for (const contract of reading.contracts) {
		const holidays = await readHolidays(knex, contract.calendar);
		const moment: Moment = { contract, from: asked.from, to: asked.to, ends: endsOf(asked), knownOn, holidays };
		const found = countedIn(knex, asked.count, { contract, splits: [...new Set(splits)], moment, named: !!behind });
		for await (const { counted, factsOn, times, person } of found) {
			for (const occurrence of occurrencesOf(asked.count, counted, moment)) {
				const { on } = occurrence;
				const isIn = cells.add(occurrence, { ...factsOn(on), contract: contract.reference }, times);
				if (!isIn || !behind) continue;
				// Several on one day are alike.
				for (let each = 0; each < times; each++) behind({ ...occurrence, ...person, contract: contract.reference });
			}
		}
	}
	return cells;
}
