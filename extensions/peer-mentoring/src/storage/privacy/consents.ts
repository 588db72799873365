import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { consentStanding, type ConsentDecision } from '../../domain/privacy/consent.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';

/** Writes what the recorded decisions come to onto the referral and its Mentee, where that says something else. */
export async function followConsents(knex: Knex, referrals: readonly string[]): Promise<void> {
	// What was decided by somebody who has been erased is not known any more; what came of it stays.
	const rows = await knex('consents as consent')
		.join('referrals as referral', 'referral.id', 'consent.referral')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.whereIn('consent.referral', referrals)
		.whereNot('consent.decision', 'erased')
		.select(
			'consent.decision',
			'consent.decided_on',
			'referral.id as referrals',
			'mentee.id as mentees',
			...TABLES.flatMap((table) => COLUMNS.map((column) => `${table.slice(0, -1)}.${column} as ${table}_${column}`)),
		);
	for (const own of Map.groupBy(rows, (row) => row.referrals as string).values()) {
		const { given_on, withdrawn_on } = consentStanding(
			own.map((row) => ({
				decision: row.decision as ConsentDecision['decision'],
				decided_on: dayOf(row.decided_on) as CalendarDay,
			})),
		);
		const standing = { consent_given_on: given_on, consent_withdrawn_on: withdrawn_on };
		const [row] = own;
		for (const table of TABLES) {
			if (row[table] === null) continue;
			if (COLUMNS.every((column) => dayOf(row[`${table}_${column}`]) === standing[column])) continue;
			await knex(table)
				.where({ id: row[table] })
				.update(Object.fromEntries(COLUMNS.map((column) => [column, dayColumn(knex, standing[column])])));
		}
	}
}

const TABLES = ['referrals', 'mentees'] as const;
const COLUMNS = ['consent_given_on', 'consent_withdrawn_on'] as const;
