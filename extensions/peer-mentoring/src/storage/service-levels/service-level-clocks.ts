import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { areaOn } from '../../domain/journey/areas.ts';
import type { Stay } from '../../domain/journey/journey.ts';
import { decidedOn, type Clock, type ClockCode } from '../../domain/service-levels/clock.ts';
import { clocksOf, laterClocksOf, type ReportedTerms } from '../../domain/service-levels/clocks.ts';
import { ClockChanges } from './clock-changes.ts';
import { clockColumns, clockFound, replaceClocks, type ClockRow } from './clock-rows.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayColumn } from '../database/day-columns.ts';
import { followUpReader } from '../journey/follow-ups.ts';
import { holidayReader } from '../calendar/holidays.ts';
import type { StoredJourney } from '../journey/journeys.ts';
import { Standings } from '../journey/standings.ts';
import { submittedMonths } from '../contract/submitted-months.ts';

/**
 * Settles everything that follows from the records of these people: their clocks, their stage, what is due next, how many
 * sessions count. Writes only what has changed, so that doing it twice is doing it once. A clock of a month whose return
 * has been submitted keeps the terms it was reported under; what is recorded later still counts.
 * @param stays where each Mentee who has moved was supported
 */
export async function settleClocks(
	knex: Knex,
	journeys: readonly StoredJourney[],
	stays: ReadonlyMap<string, readonly Stay[]>,
	today: CalendarDay,
): Promise<ClockChanges> {
	const contracts = new Map((await readContracts(knex)).map((contract) => [contract.id, contract]));
	const submitted = await submittedMonths(knex);
	const holidaysOf = holidayReader(knex);
	const changes = new ClockChanges();
	const referrals = journeys.map(({ referral }) => referral);
	const found = await clocksFound(knex, referrals);
	const wanted: ClockRow[] = [];
	const standings = new Standings();
	const followUpOf = await followUpReader(knex, referrals);
	for (const journey of journeys) {
		const contract = contracts.get(journey.contract) as StoredContract;
		const { calendar, terms } = contract;
		const reported = new Map<ClockCode, ReportedTerms>();
		for (const clock of found.get(journey.referral) ?? []) {
			if (submitted.has(`${clock.contract} ${clock.month}`)) reported.set(clock.service_level, clock);
		}
		const context = { holidays: await holidaysOf(calendar), today, terms, reported };
		const clocks = clocksOf(journey, context);
		const later = laterClocksOf(journey, context);
		const covered = (stays.get(journey.mentee ?? '') ?? []).filter(({ cpa }) => contract.cpas.includes(cpa));
		wanted.push(...[...clocks, ...later].map((clock) => rowOf(journey, covered, clock)));
		changes.frozen += reported.size;
		const followUp = followUpOf(journey, contract);
		standings.note(journey, { clocks, later }, followUp, { terms, today });
	}
	await standings.write(knex);
	await replaceClocks(knex, [...found.values()].flat(), wanted, changes);
	return changes;
}

/** How many clocks time alone has decided. */
export type Decided = Record<'met' | 'missed', number>;

/**
 * Decides the clocks that time alone has: one that ran out is missed from the first moment of the day after, and what
 * was recorded as done on a day ahead is done on that day. Nothing else of a person follows from how a clock stands.
 * So that all are found at once, SQL repeats `statusOn`; `moved-by-time.test.ts` holds the two together.
 */
export async function decideClocks(knex: Knex, today: CalendarDay): Promise<Decided> {
	const on = dayColumn(knex, today);
	const pending = () => knex('service_level_clocks').where({ status: 'pending' });
	const met = await pending().where('met_on', '<=', on).whereRaw('met_on <= due_on').update({ status: 'met' });
	const missed = await pending()
		.where((over) => over.where('due_on', '<', on).orWhere('met_on', '<=', on))
		.update({ status: 'missed' });
	return { met, missed };
}

async function clocksFound(knex: Knex, referrals: readonly string[]) {
	const rows = await knex('service_level_clocks').whereIn('referral', referrals).select(clockColumns);
	return Map.groupBy(rows.map(clockFound), ({ referral }) => referral);
}

/** A clock counts in the area where its outcome came about (2.6). */
function rowOf(journey: StoredJourney, stays: readonly Stay[], clock: Clock): ClockRow {
	const { referral, mentee, contract, supplier, mentor_user, restricted } = journey;
	const cpa = areaOn(stays, decidedOn(clock), journey.cpa);
	return { ...clock, referral, mentee, subject: null, contract, cpa, supplier, mentor_user, restricted };
}
