import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import type { RecordedSending, SendingPart } from '../../domain/returns/submission/sending.ts';
import { dayOf, nowColumn } from '../database/day-columns.ts';

/** One row of `return_sendings`. */
export interface StoredSending extends RecordedSending {
	id: string;
	part: SendingPart;
	month: CalendarMonth;
	reason: string | null;
	/** The kept file that the Buyer's system answered with. */
	receipt: string | null;
	recorded_at: string;
}

/** What is on record as sent of a contract, or of one of its months, in the order in which it was recorded. */
export async function readSendings(
	knex: Knex,
	contract: string,
	{ month, part }: { month?: CalendarMonth; part?: SendingPart } = {},
): Promise<StoredSending[]> {
	const where = { contract, ...(month === undefined ? {} : { month }), ...(part === undefined ? {} : { part }) };
	const rows = await knex('return_sendings')
		.where(where)
		.orderBy(['recorded_at', 'id'])
		.select('id', 'part', 'month', 'version', 'sent_on', 'reference', 'reason', 'receipt', 'recorded_at');
	return rows.map((row) => ({
		...row,
		version: row.version === null ? null : Number(row.version),
		sent_on: dayOf(row.sent_on) as CalendarDay,
		recorded_at: new Date(row.recorded_at).toISOString(),
	}));
}

/**
 * Puts on record the day of a Mentee Tracker that stands on the return alone, typed or imported, so that a correction
 * leaves it as it was (3.4).
 * @param contracts all of them where left out
 */
export async function settleTrackerSendings(knex: Knex, contracts: readonly string[] | undefined): Promise<void> {
	const query = knex('mi_returns as filed')
		.whereNotNull('filed.tracker_sent_on')
		.whereNotExists(
			knex('return_sendings as sending')
				.whereRaw('?? = ??', ['sending.mi_return', 'filed.id'])
				.where({ 'sending.part': 'mentee_tracker' }),
		)
		.select('id', 'contract', 'supplier', 'month', 'tracker_sent_on', 'user_updated');
	const rows = await (contracts ? query.whereIn('filed.contract', [...contracts]) : query);
	if (rows.length === 0) return;
	const recorded_at = nowColumn(knex);
	const sendings = rows.map(({ id, contract, supplier, month, tracker_sent_on, user_updated }) => ({
		id: randomUUID(),
		...{ mi_return: id, contract, supplier, month, part: 'mentee_tracker', version: null },
		...{ sent_on: tracker_sent_on, reference: null, reason: null, recorded_at, recorded_by: user_updated },
	}));
	await knex.batchInsert('return_sendings', sendings, 100);
}
