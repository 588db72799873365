import type { Knex } from 'knex';
import type { ReleasedPassage } from '../../domain/privacy/anonymise/plan.ts';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayOf } from '../database/day-columns.ts';

export interface ReleasedPlan {
	/** Its number in the draw, by which people speak of it. */
	position: number;
	cpa: number;
	released_on: CalendarDay;
	passages: ReleasedPassage[];
}

/** The plans of a quarter that are released, without those of whoever has withdrawn consent or been erased since (2.25). */
export async function readReleased(knex: Knex, contract: string, quarter: string): Promise<ReleasedPlan[]> {
	const rows = await knex('plan_samples')
		.where({ contract, quarter, status: 'released', restricted: false })
		.whereNotNull('anonymised')
		.orderBy('position')
		.select('position', 'cpa', 'released_on', 'anonymised');
	return rows.map((row) => ({
		position: Number(row.position),
		cpa: Number(row.cpa),
		released_on: dayOf(row.released_on) as CalendarDay,
		passages: JSON.parse(row.anonymised) as ReleasedPassage[],
	}));
}
