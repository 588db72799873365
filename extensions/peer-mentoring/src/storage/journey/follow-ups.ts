import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { engagementOf } from '../../domain/journey/engagement.ts';
import type { FollowUp } from '../../domain/journey/outstanding.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { dayOf } from '../database/day-columns.ts';
import type { StoredJourney } from './journeys.ts';
import { changesWaiting } from './plan-confirmations.ts';
import { readRestrictions } from './restrictions.ts';

/** What a batch of journeys is followed up with, read in a few queries for all of them. */
export async function followUpReader(
	knex: Knex,
	referrals: readonly string[],
): Promise<(journey: StoredJourney, contract: StoredContract) => FollowUp> {
	const told = await byKey(
		knex('notifications_to_jobcentre').whereIn('referral', referrals).select('referral', 'told_to', 'about', 'told_on'),
		'referral',
	);
	const results = await byKey(
		knex('initial_meetings').whereIn('referral', referrals).whereNotNull('result_told_on').select('referral'),
		'referral',
	);
	const actions = await byKey(
		knex('actions as action')
			.join('action_plans as plan', 'plan.id', 'action.action_plan')
			.join('mentees as mentee', 'mentee.id', 'plan.mentee')
			.whereIn('mentee.referral', referrals)
			.groupBy('mentee.referral', 'action.status')
			.select('mentee.referral', 'action.status')
			.count({ number: '*' }),
		'referral',
	);
	const reviews = await byKey(
		knex('plan_reviews as review')
			.join('action_plans as plan', 'plan.id', 'review.action_plan')
			.join('mentees as mentee', 'mentee.id', 'plan.mentee')
			.whereIn('mentee.referral', referrals)
			.whereRaw("coalesce(trim(review.summary), '') = ''")
			.select('mentee.referral'),
		'referral',
	);
	const changes = await changesWaiting(knex, referrals);
	const restrictions = await readRestrictions(knex);

	return (journey, contract) => ({
		told: (told.get(journey.referral) ?? []).map((row) => ({
			to: row.told_to as CodeOf<'notified_party'>,
			about: row.about as CodeOf<'notification_subject'>,
			on: dayOf(row.told_on) as CalendarDay,
		})),
		result_told: results.has(journey.referral),
		contact_changed_on: journey.contact_changed_on,
		disclosure: journey.disclosure,
		explained: journey.explained,
		customer_notice_on: journey.customer_notice_on,
		actions: Object.fromEntries(
			(actions.get(journey.referral) ?? []).map(({ status, number }) => [status ?? 'open', Number(number)]),
		),
		reviews_without_words: reviews.get(journey.referral)?.length ?? 0,
		change_waits: changes.has(journey.referral),
		leaving: journey,
		engagement: engagementOf(journey.sessions, restrictions.get(contract.id) ?? [], contract.maximum_digital_percent),
	});
}

type Row = Record<string, unknown>;

async function byKey(query: PromiseLike<Row[]>, key: string): Promise<Map<unknown, Row[]>> {
	return Map.groupBy(await query, (row) => row[key]);
}
