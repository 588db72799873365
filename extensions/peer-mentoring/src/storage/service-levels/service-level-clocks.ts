import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Clock, ClockCode } from '../../domain/service-levels/clock.ts';
import { clocksOf, laterClocksOf, type ReportedTerms } from '../../domain/service-levels/clocks.ts';
import { ClockChanges } from './clock-changes.ts';
import { clockColumns, clockFound, replaceClocks, type ClockRow } from './clock-rows.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayColumn } from '../database/day-columns.ts';
import { followUpReader } from '../journey/follow-ups.ts';
import { holidayReader } from '../calendar/holidays.ts';
import { journeysOf, type StoredJourney } from '../journey/journeys.ts';
import { Standings } from '../journey/standings.ts';
import { submittedMonths } from '../contract/submitted-months.ts';

const BATCH = 1000;

/**
 * Works out anew everything that follows from the records of these referrals: their clocks, their stage, what is due
 * next, how many sessions count. Writes only what has changed, so that doing it twice is doing it once. A clock of a
 * month whose return has been submitted keeps the terms it was reported under; what is recorded later still counts.
 */
export async function recomputeClocks(
	knex: Knex,
	referrals: readonly string[],
	today: CalendarDay,
): Promise<ClockChanges> {
	const contracts = new Map((await readContracts(knex)).map((contract) => [contract.id, contract]));
	const submitted = await submittedMonths(knex);
	const holidaysOf = holidayReader(knex);
	const changes = new ClockChanges();
	for (let start = 0; start < referrals.length; start += BATCH) {
		const batch = referrals.slice(start, start + BATCH);
		const found = await clocksFound(knex, batch);
		const wanted: ClockRow[] = [];
		const standings = new Standings();
		const followUpOf = await followUpReader(knex, batch);
		for (const journey of await journeysOf(knex, batch)) {
			const contract = contracts.get(journey.contract) as StoredContract;
			const { calendar, minimum_session_minutes } = contract;
			const reported = new Map<ClockCode, ReportedTerms>();
			for (const clock of found.get(journey.referral) ?? []) {
				if (submitted.has(`${clock.contract} ${clock.month}`)) reported.set(clock.service_level, clock);
			}
			const context = { holidays: await holidaysOf(calendar), today, minimum_session_minutes, reported };
			const clocks = clocksOf(journey, context);
			wanted.push(...[...clocks, ...laterClocksOf(journey, context)].map((clock) => rowOf(journey, clock)));
			changes.frozen += reported.size;
			const followUp = followUpOf(journey, contract);
			standings.note(journey, clocks, followUp, { minimumMinutes: minimum_session_minutes, today });
		}
		await standings.write(knex);
		await replaceClocks(knex, [...found.values()].flat(), wanted, changes);
	}
	return changes;
}

/** A clock that ran out overnight is missed from the first moment of the day after. */
export async function markMissed(knex: Knex, today: CalendarDay): Promise<number> {
	return knex('service_level_clocks')
		.where({ status: 'pending' })
		.whereNull('met_on')
		.where('due_on', '<', dayColumn(knex, today))
		.update({ status: 'missed' });
}

async function clocksFound(knex: Knex, referrals: readonly string[]) {
	const rows = await knex('service_level_clocks').whereIn('referral', referrals).select(clockColumns);
	return Map.groupBy(rows.map(clockFound), ({ referral }) => referral);
}

function rowOf(journey: StoredJourney, clock: Clock): ClockRow {
	const { referral, mentee, contract, cpa, supplier, mentor_user, restricted } = journey;
	return { ...clock, referral, mentee, subject: null, contract, cpa, supplier, mentor_user, restricted };
}
