import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { resultTold, type Notification, type ReferralResult } from '../../domain/journey/referral-result.ts';
import { dayOf } from '../database/day-columns.ts';

/** Whoever a referral came from: somebody with an account, or an organisation's link. */
export type Origin = { referred_by: string } | { referral_link: string };

export interface ReferralWithResult {
	reference: string;
	received_on: CalendarDay | null;
	told: ReferralResult | undefined;
}

const NEWEST = 200;

/** The newest referrals of one origin, and what its referrer was told. Restricted records stay out (2.25). */
export async function readResults(knex: Knex, origin: Origin): Promise<ReferralWithResult[]> {
	const referrals = await knex('referrals')
		.where({ ...origin, restricted: false })
		.orderBy([
			{ column: 'received_on', order: 'desc' },
			{ column: 'date_created', order: 'desc' },
		])
		.limit(NEWEST)
		.select('id', 'reference', 'received_on');
	const rows = await knex('notifications_to_jobcentre')
		.whereIn(
			'referral',
			referrals.map(({ id }) => id),
		)
		.where({ restricted: false })
		.select('id', 'referral', 'about', 'told_to', 'result', 'told_on');
	const told = Map.groupBy(rows, (row) => row.referral as string);
	return referrals.map(({ id, reference, received_on }) => ({
		reference,
		received_on: dayOf(received_on),
		told: resultTold((told.get(id) ?? []).map((row) => ({ ...row, told_on: dayOf(row.told_on) }) as Notification)),
	}));
}
