import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../domain/calendar-day.ts';
import { clocksOf, type Clock } from '../domain/clocks.ts';
import { readContracts, type StoredContract } from './contracts.ts';
import { dayColumn, dayOf } from './day-columns.ts';
import { followUpReader } from './follow-ups.ts';
import { holidayReader } from './holidays.ts';
import { journeysOf, type StoredJourney } from './journeys.ts';
import { Standings } from './standings.ts';

type Row = Record<string, unknown>;

const BATCH = 1000;
/** Rows that fit into one statement. */
const INSERTS = 200;

/**
 * Works out anew everything that follows from the records of these referrals: their clocks, their stage, what is due
 * next, how many sessions count. Writes only what has changed, so that doing it twice is doing it once.
 * @returns how many clocks were added, changed or removed
 */
export async function recomputeClocks(knex: Knex, referrals: readonly string[], today: CalendarDay): Promise<number> {
	const contracts = new Map((await readContracts(knex)).map((contract) => [contract.id, contract]));
	const holidaysOf = holidayReader(knex);
	let changed = 0;
	for (let start = 0; start < referrals.length; start += BATCH) {
		const batch = referrals.slice(start, start + BATCH);
		const wanted: Row[] = [];
		const standings = new Standings();
		const followUpOf = await followUpReader(knex, batch);
		for (const journey of await journeysOf(knex, batch)) {
			const contract = contracts.get(journey.contract) as StoredContract;
			const { calendar, minimum_session_minutes } = contract;
			const clocks = clocksOf(journey, { holidays: await holidaysOf(calendar), today, minimum_session_minutes });
			wanted.push(...clocks.map((clock) => clockRow(knex, journey, clock)));
			const followUp = followUpOf(journey, contract);
			standings.note(journey, clocks, followUp, { minimumMinutes: minimum_session_minutes, today });
		}
		await standings.write(knex);
		changed += await writeClocks(knex, batch, wanted);
	}
	return changed;
}

/** A clock that ran out overnight is missed from the first moment of the day after. */
export async function markMissed(knex: Knex, today: CalendarDay): Promise<number> {
	return knex('service_level_clocks')
		.where({ status: 'pending' })
		.whereNull('met_on')
		.where('due_on', '<', dayColumn(knex, today))
		.update({ status: 'missed' });
}

function clockRow(knex: Knex, journey: StoredJourney, clock: Clock): Row {
	return {
		service_level: clock.service_level,
		referral: journey.referral,
		mentee: journey.mentee,
		started_on: dayColumn(knex, clock.started_on),
		due_on: dayColumn(knex, clock.due_on),
		met_on: dayColumn(knex, clock.met_on),
		status: clock.status,
		// A display is given one value: the due day, and the day it was done once it is.
		badge: clock.met_on === null ? clock.due_on : `${clock.due_on}/${clock.met_on}`,
		contract: journey.contract,
		cpa: journey.cpa,
		supplier: journey.supplier,
		mentor_user: journey.mentor_user,
		restricted: journey.restricted,
	};
}

const DAYS = new Set(['started_on', 'due_on', 'met_on']);

function same(wanted: Row, found: Row): boolean {
	return Object.entries(wanted).every(([column, value]) => {
		const there = found[column];
		if (DAYS.has(column)) return dayOf(value) === dayOf(there);
		// SQLite gives 0 and 1 for no and yes.
		return typeof value === 'boolean' ? value === Boolean(there) : String(value ?? '') === String(there ?? '');
	});
}

async function writeClocks(knex: Knex, referrals: readonly string[], wanted: Row[]): Promise<number> {
	const key = (row: Row) => `${row.referral} ${row.service_level}`;
	const found = new Map<string, Row>();
	for (const row of await knex('service_level_clocks').whereIn('referral', referrals)) found.set(key(row), row);

	const added: Row[] = [];
	let changed = 0;
	for (const row of wanted) {
		const there = found.get(key(row));
		found.delete(key(row));
		if (!there) added.push({ id: randomUUID(), ...row });
		else if (!same(row, there)) changed += await knex('service_level_clocks').where({ id: there.id }).update(row);
	}
	const stale = [...found.values()].map((row) => row.id as string);
	if (stale.length > 0) await knex('service_level_clocks').whereIn('id', stale).delete();
	if (added.length > 0) await knex.batchInsert('service_level_clocks', added, INSERTS);
	return changed + stale.length + added.length;
}
