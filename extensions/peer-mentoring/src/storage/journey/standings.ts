import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Terms } from '../../domain/contract/terms.ts';
import type { Clock } from '../../domain/service-levels/clock.ts';
import { nextDue } from '../../domain/service-levels/clocks.ts';
import { countedSessions, stageOf } from '../../domain/journey/progress.ts';
import { dropoutDueOn } from '../../domain/journey/dropout.ts';
import { missingOfLeaving, outstandingFor, type FollowUp } from '../../domain/journey/outstanding.ts';
import { dayColumn } from '../database/day-columns.ts';
import type { MenteeStanding, Standing, StoredJourney, SurveyStanding } from './journeys.ts';

type Values = Standing | MenteeStanding | SurveyStanding;

interface Changed {
	table: 'referrals' | 'mentees' | 'baseline_surveys';
	id: string;
	values: Values;
}

/** What lists and forms show of journeys without reading all of each: collected, and written where it has changed. */
export class Standings {
	private readonly changed: Changed[] = [];

	note(
		journey: StoredJourney,
		{ clocks, later }: { clocks: readonly Clock[]; later: readonly Clock[] },
		followUp: FollowUp,
		{ terms, today }: { terms: Terms; today: CalendarDay },
	): void {
		const standing: Standing = { stage: stageOf(journey), next_due_on: nextDue(clocks) ?? null };
		if (!isDeepStrictEqual(standing, journey.standing.referral)) {
			this.changed.push({ table: 'referrals', id: journey.referral, values: standing });
		}
		if (journey.mentee === null) return;
		const { engagement } = followUp;
		const values: MenteeStanding = {
			...standing,
			sessions_counted: countedSessions(journey.sessions, terms.minimum_session_minutes).length,
			face_to_face_sessions: engagement.face_to_face,
			digital_percent: engagement.digital_percent,
			digital_limit_reached: journey.ended_on === null && engagement.limit_reached,
			dropout_due_on: journey.ended_on === null ? dropoutDueOn(journey, terms) : null,
			// Nothing is left to do for somebody who was erased.
			outstanding: journey.erased_on ? [] : outstandingFor(journey, followUp, { today, terms }),
			leaving_missing: journey.erased_on ? [] : missingOfLeaving(journey, followUp),
		};
		if (!isDeepStrictEqual(values, journey.standing.mentee)) {
			this.changed.push({ table: 'mentees', id: journey.mentee, values });
		}
		const survey = journey.rows.baseline_survey;
		const due = (level: Clock['service_level']) => later.find((clock) => clock.service_level === level)?.due_on ?? null;
		const days = { six_months_due_on: due('survey_six_months'), twelve_months_due_on: due('survey_twelve_months') };
		if (survey !== undefined && !isDeepStrictEqual(days, journey.standing.survey)) {
			this.changed.push({ table: 'baseline_surveys', id: survey, values: days });
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

function columnsOf(knex: Knex, values: Values): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values).map(([column, value]) => {
			if (column.endsWith('_on')) return [column, dayColumn(knex, value)];
			return [column, Array.isArray(value) ? JSON.stringify(value) : value];
		}),
	);
}
