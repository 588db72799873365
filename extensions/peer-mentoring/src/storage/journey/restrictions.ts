import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { underRestriction, type RestrictionPeriod } from '../../domain/journey/engagement.ts';
import { dayOf } from '../database/day-columns.ts';

/** The face-to-face restrictions of every contract (2.25), by its key. */
export async function readRestrictions(knex: Knex): Promise<Map<unknown, RestrictionPeriod[]>> {
	const rows = await knex('restriction_periods').select('contract', 'from_on', 'until_on');
	const byContract = Map.groupBy(rows, (row) => row.contract as unknown);
	return new Map(
		[...byContract].map(([contract, own]) => [
			contract,
			own.map((row) => ({ from: dayOf(row.from_on) as CalendarDay, to: dayOf(row.until_on) })),
		]),
	);
}

/** Marks the digital sessions that were held under a restriction, so that they are shown as such (2.25). */
export async function markRestrictedSessions(knex: Knex, referrals: readonly string[]): Promise<void> {
	const restrictions = await readRestrictions(knex);
	const sessions = await knex('sessions as session')
		.join('mentees as mentee', 'mentee.id', 'session.mentee')
		.join('referrals as referral', 'referral.id', 'mentee.referral')
		.whereIn('referral.id', referrals)
		.where((either) => either.where('session.mode', 'digital').orWhere('session.under_restriction', true))
		.select('session.id', 'session.held_on', 'session.mode', 'session.under_restriction', 'referral.contract');
	const wrong = { true: [] as string[], false: [] as string[] };
	for (const { id, held_on, mode, under_restriction, contract } of sessions) {
		const restricted =
			mode === 'digital' && underRestriction(dayOf(held_on) as CalendarDay, restrictions.get(contract) ?? []);
		if (restricted !== Boolean(under_restriction)) wrong[`${restricted}`].push(id);
	}
	for (const value of [true, false]) {
		const ids = wrong[`${value}`];
		if (ids.length > 0) await knex('sessions').whereIn('id', ids).update({ under_restriction: value });
	}
}
