import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Clock } from '../../domain/service-levels/clock.ts';
import { nextDue } from '../../domain/service-levels/clocks.ts';
import { countedSessions, stageOf } from '../../domain/journey/progress.ts';
import { dropoutDueOn } from '../../domain/journey/dropout.ts';
import { outstandingFor, type FollowUp } from '../../domain/journey/outstanding.ts';
import { dayColumn } from '../database/day-columns.ts';
import type { MenteeStanding, Standing, StoredJourney } from './journeys.ts';

interface Changed {
	table: 'referrals' | 'mentees';
	id: string;
	values: Standing | MenteeStanding;
}

/** What lists and forms show of journeys without reading all of each: collected, and written where it has changed. */
export class Standings {
	private readonly changed: Changed[] = [];

	note(
		journey: StoredJourney,
		clocks: readonly Clock[],
		followUp: FollowUp,
		{ minimumMinutes, today }: { minimumMinutes: number; today: CalendarDay },
	): void {
		const standing: Standing = { stage: stageOf(journey), next_due_on: nextDue(clocks) ?? null };
		if (!isDeepStrictEqual(standing, journey.standing.referral)) {
			this.changed.push({ table: 'referrals', id: journey.referral, values: standing });
		}
		if (journey.mentee === null) return;
		const { engagement } = followUp;
		const values: MenteeStanding = {
			...standing,
			sessions_counted: countedSessions(journey.sessions, minimumMinutes).length,
			face_to_face_sessions: engagement.face_to_face,
			digital_percent: engagement.digital_percent,
			digital_limit_reached: journey.ended_on === null && engagement.limit_reached,
			dropout_due_on: journey.ended_on === null ? dropoutDueOn(journey) : null,
			outstanding: outstandingFor(journey, followUp, today),
		};
		if (!isDeepStrictEqual(values, journey.standing.mentee)) {
			this.changed.push({ table: 'mentees', id: journey.mentee, values });
		}
	}

	/** One update for all rows that come to the same values: most of a caseload does. */
	async write(knex: Knex): Promise<void> {
		for (const alike of Map.groupBy(this.changed, ({ table, values }) => table + JSON.stringify(values)).values()) {
			const [{ table, values } = {}] = alike;
			if (!table || !values) continue;
			const ids = alike.map(({ id }) => id);
			await knex(table).whereIn('id', ids).update(columnsOf(knex, values));
		}
	}
}

function columnsOf(knex: Knex, values: Standing | MenteeStanding): Record<string, unknown> {
	const columns: Record<string, unknown> = { ...values, next_due_on: dayColumn(knex, values.next_due_on) };
	if ('outstanding' in values) {
		columns.outstanding = JSON.stringify(values.outstanding);
		columns.dropout_due_on = dayColumn(knex, values.dropout_due_on);
	}
	return columns;
}
