/** What a Peer Mentor has arranged with the people they hold, as a calendar shows it. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { FeedAppointment } from '../../domain/home/caseload/calendar-feed.ts';
import { dayColumn, dayOf, momentOf } from '../database/day-columns.ts';

export interface StoredAppointment extends FeedAppointment {
	/** Of whom it is on record: a Mentee, or a referral. */
	collection: 'mentees' | 'referrals';
	id: string;
}

/**
 * The appointments of a mentor from a day on: of nobody who has left, was erased or has withdrawn consent.
 * @param today a first meeting that is still ahead is none where the Mentee's record is there already
 */
export async function appointmentsOf(
	knex: Knex,
	user: string,
	{ from, today }: { from: CalendarDay; today: CalendarDay },
): Promise<StoredAppointment[]> {
	const mentees = await knex('mentees')
		.where({ mentor_user: user, restricted: false })
		.whereNull('ended_on')
		.where('next_appointment_on', '>=', dayColumn(knex, from))
		.select('id', 'name', 'next_appointment_on as on', 'next_appointment_at as at', 'date_created', 'date_updated');
	const referrals = await knex('referrals as referral')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.where({ 'referral.mentor_user': user, 'referral.restricted': false })
		.whereNull('mentee.ended_on')
		.where((stage) => stage.whereNull('referral.stage').orWhereNot('referral.stage', 'not_starting'))
		.where('referral.meeting_arranged_on', '>=', dayColumn(knex, from))
		.where((open) => open.whereNull('mentee.id').orWhere('referral.meeting_arranged_on', '<=', dayColumn(knex, today)))
		.select(
			...['referral.id', 'referral.name', 'referral.meeting_arranged_on as on', 'referral.meeting_arranged_at as at'],
			...['referral.date_created', 'referral.date_updated'],
		);
	return [
		...mentees.map((row) => appointmentIn(row, 'mentees', 'appointment')),
		...referrals.map((row) => appointmentIn(row, 'referrals', 'initial_meeting')),
	];
}

function appointmentIn(
	row: Record<string, unknown>,
	collection: StoredAppointment['collection'],
	kind: FeedAppointment['kind'],
): StoredAppointment {
	const id = String(row.id);
	return {
		...{ collection, kind, id, name: String(row.name ?? '') },
		// Not the key itself: it is the address of a person's record.
		uid: createHash('sha256').update(`${kind} ${id}`).digest('hex').slice(0, 32),
		on: dayOf(row.on) as CalendarDay,
		at: row.at === null ? null : String(row.at).slice(0, 5),
		changed: new Date(momentOf(row.date_updated ?? row.date_created) ?? 0),
	};
}
