import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { countedSessions, nextDue, stageOf, type Clock } from '../domain/clocks.ts';
import { dayColumn } from './day-columns.ts';
import type { Standing, StoredJourney } from './journeys.ts';

type Values = Standing & { sessions_counted?: number };

/** What lists and forms show of journeys without reading all of each: collected, and written where it has changed. */
export class Standings {
	private readonly changed: { table: 'referrals' | 'mentees'; id: string; values: Values }[] = [];

	note(journey: StoredJourney, clocks: readonly Clock[], minimumMinutes: number): void {
		const values: Standing = { stage: stageOf(journey), next_due_on: nextDue(clocks) ?? null };
		if (!isDeepStrictEqual(values, journey.standing.referral)) {
			this.changed.push({ table: 'referrals', id: journey.referral, values });
		}
		if (journey.mentee === null) return;
		const sessions_counted = countedSessions(journey.sessions, minimumMinutes).length;
		if (!isDeepStrictEqual({ ...values, sessions_counted }, journey.standing.mentee)) {
			this.changed.push({ table: 'mentees', id: journey.mentee, values: { ...values, sessions_counted } });
		}
	}

	/** One update for all rows that come to the same values: most of a caseload does. */
	async write(knex: Knex): Promise<void> {
		for (const alike of Map.groupBy(this.changed, ({ table, values }) => table + JSON.stringify(values)).values()) {
			const [{ table, values } = {}] = alike;
			if (!table || !values) continue;
			const ids = alike.map(({ id }) => id);
			await knex(table)
				.whereIn('id', ids)
				.update({ ...values, next_due_on: dayColumn(knex, values.next_due_on) });
		}
	}
}
