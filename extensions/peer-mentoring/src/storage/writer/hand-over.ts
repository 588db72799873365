import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayColumn, nowColumn } from '../database/day-columns.ts';

/** Who holds a Mentee from a day on, and where. */
export interface HandOver {
	mentee: string;
	peer_mentor: string;
	cpa: number;
	/** The Delivery Area, where it is said: else it stays, or follows from the area. */
	area?: string | undefined;
	from: CalendarDay;
}

/** Closes what held until now, and says on the Mentee's record who holds it; the new allocation is the caller's to add. */
export async function handOver(knex: Knex, { mentee, peer_mentor, cpa, area, from }: HandOver): Promise<void> {
	await knex('allocations')
		.where({ mentee })
		.whereNull('until_on')
		.update({ until_on: dayColumn(knex, from) });
	await knex('mentees')
		.where({ id: mentee })
		.update({ peer_mentor, cpa, ...(area === undefined ? {} : { delivery_area: area }) });
}

/** A wish that a hand-over gives as its cause, of the Mentee or of whoever held them until then. */
export interface WishOfHandOver {
	mentee: string;
	peer_mentor: string;
	side: 'mentee' | 'mentor';
	reason: unknown;
	supplier: string;
	user: string | null;
}

/** Records that two do not want to work together, so that nobody hands the one to the other again (2.25). */
export async function recordWish(knex: Knex, { user, ...wish }: WishOfHandOver, on: CalendarDay): Promise<void> {
	await knex('working_wishes').insert({
		...wish,
		id: randomUUID(),
		since_on: dayColumn(knex, on),
		date_created: nowColumn(knex),
		user_created: user,
	});
}
