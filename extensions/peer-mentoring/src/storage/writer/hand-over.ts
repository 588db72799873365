import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayColumn } from '../database/day-columns.ts';

/** Who holds a Mentee from a day on, and where. */
export interface HandOver {
	mentee: string;
	peer_mentor: string;
	cpa: number;
	from: CalendarDay;
}

/** Closes what held until now, and says on the Mentee's record who holds it; the new allocation is the caller's to add. */
export async function handOver(knex: Knex, { mentee, peer_mentor, cpa, from }: HandOver): Promise<void> {
	await knex('allocations')
		.where({ mentee })
		.whereNull('until_on')
		.update({ until_on: dayColumn(knex, from) });
	await knex('mentees').where({ id: mentee }).update({ peer_mentor, cpa });
}
