import type { Knex } from 'knex';
import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import { claimProblems } from '../../../../domain/journey/travel.ts';
import type { Problem } from '../../../../domain/problems.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** What of a claim is held against its session: a claim of old can still be paid. */
const OF_THE_SESSION = ['mentee', 'session', 'travelled_on', 'travelled_to'];

/** Asks the rule about the session that a claim names; one for an interview names none. */
export async function claimProblemsOf(knex: Knex, record: Payload, written: readonly string[]): Promise<Problem[]> {
	const id = uuidIn(record.session);
	if (id === undefined || !written.some((field) => OF_THE_SESSION.includes(field))) return [];
	const session = await knex('sessions').where({ id }).first('mentee', 'attendance', 'mode', 'held_on');
	const others = knex('travel_claims').where({ session: id });
	const other = await (record.id ? others.whereNot({ id: record.id as string }) : others).first('id');
	const found = session && {
		...session,
		held_on: dayOf(session.held_on) as CalendarDay,
		claimed: other !== undefined,
	};
	return claimProblems(found, { mentee: uuidIn(record.mentee), travelled_on: dayOf(record.travelled_on) });
}
