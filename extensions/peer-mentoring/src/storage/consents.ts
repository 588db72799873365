import type { Knex } from 'knex';
import type { CalendarDay } from '../domain/calendar-day.ts';
import { consentStanding, type ConsentDecision } from '../domain/consent.ts';
import { dayColumn, dayOf } from './day-columns.ts';

/** Writes what the recorded decisions come to onto the referral and its Mentee, where there are any. */
export async function followConsents(knex: Knex, referrals: readonly string[]): Promise<void> {
	// What was decided by somebody who has been erased is not known any more; what came of it stays.
	const rows = await knex('consents')
		.whereIn('referral', referrals)
		.whereNot({ decision: 'erased' })
		.select('referral', 'decision', 'decided_on');
	for (const [referral, own] of Map.groupBy(rows, (row) => row.referral as string)) {
		const decisions = own.map((row) => ({
			decision: row.decision as ConsentDecision['decision'],
			decided_on: dayOf(row.decided_on) as CalendarDay,
		}));
		const { given_on, withdrawn_on } = consentStanding(decisions);
		const standing = {
			consent_given_on: dayColumn(knex, given_on),
			consent_withdrawn_on: dayColumn(knex, withdrawn_on),
		};
		await knex('referrals').where({ id: referral }).update(standing);
		await knex('mentees').where({ referral }).update(standing);
	}
}
