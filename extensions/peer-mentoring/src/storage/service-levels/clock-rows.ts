import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Clock } from '../../domain/service-levels/clock.ts';
import type { ClockChanges } from './clock-changes.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { insertMany } from '../database/insert-many.ts';

/** A clock, whose it is, and the record that it runs for: a referral, or another record of the contract. */
export interface ClockRow extends Clock {
	referral: string | null;
	mentee: string | null;
	subject: string | null;
	contract: string;
	cpa: number | null;
	supplier: string;
	mentor_user: string | null;
	restricted: boolean;
}

/** Whose a clock is that runs for a record of the contract itself. */
export function ofContract({
	id,
	supplier,
}: {
	id: string;
	supplier: string;
}): Omit<ClockRow, keyof Clock | 'subject'> {
	return {
		referral: null,
		mentee: null,
		contract: id,
		cpa: null,
		supplier,
		mentor_user: null,
		restricted: false,
	};
}

export type StoredClock = ClockRow & { id: string };

/** Keys that fit into one statement. */
const DELETES = 200;

const COLUMNS = [
	'service_level',
	'started_on',
	'due_on',
	'met_on',
	'status',
	'month',
	'session_minutes',
	'session_count',
	'referral',
	'mentee',
	'subject',
	'contract',
	'cpa',
	'supplier',
	'mentor_user',
	'restricted',
] as const satisfies (keyof ClockRow)[];

export const clockColumns = ['id', ...COLUMNS];

/** A row of `service_level_clocks` as the rules know it, whichever way the driver gives it. */
export function clockFound(row: Record<string, unknown>): StoredClock {
	return {
		...(row as unknown as StoredClock),
		started_on: dayOf(row.started_on) as CalendarDay,
		due_on: dayOf(row.due_on) as CalendarDay,
		met_on: dayOf(row.met_on),
		session_minutes: row.session_minutes === null ? null : Number(row.session_minutes),
		session_count: row.session_count === null ? null : Number(row.session_count),
		cpa: row.cpa === null ? null : Number(row.cpa),
		restricted: Boolean(row.restricted),
	};
}

/** Makes the stored clocks the wanted ones: adds, changes and removes what differs, and notes it. */
export async function replaceClocks(
	knex: Knex,
	found: readonly StoredClock[],
	wanted: readonly ClockRow[],
	changes: ClockChanges,
): Promise<void> {
	const there = new Map(found.map((clock) => [keyOf(clock), clock]));
	const added = [];
	const altered: { id: string; values: Record<string, unknown> }[] = [];
	for (const clock of wanted) {
		const was = there.get(keyOf(clock));
		there.delete(keyOf(clock));
		const different = COLUMNS.filter((column) => was?.[column] !== clock[column]);
		if (was && different.length === 0) continue;
		changes.note(clock.contract, was, clock);
		const values = valuesOf(knex, clock);
		if (!was) added.push({ id: randomUUID(), ...values });
		else altered.push({ id: was.id, values: pick(values, [...different, 'badge']) });
	}
	// A bank holiday moves many clocks by the same: one statement for all that become alike.
	for (const alike of Map.groupBy(altered, ({ values }) => JSON.stringify(values)).values()) {
		const ids = alike.map(({ id }) => id);
		await knex('service_level_clocks').whereIn('id', ids).update(alike[0]?.values);
	}
	for (const clock of there.values()) changes.note(clock.contract, clock, undefined);
	const stale = [...there.values()].map(({ id }) => id);
	for (let start = 0; start < stale.length; start += DELETES) {
		await knex('service_level_clocks')
			.whereIn('id', stale.slice(start, start + DELETES))
			.delete();
	}
	await insertMany(knex, 'service_level_clocks', added);
}

function pick(values: Record<string, unknown>, columns: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(columns.map((column) => [column, values[column]]));
}

function keyOf({ referral, subject, service_level }: ClockRow): string {
	return `${referral ?? subject} ${service_level}`;
}

function valuesOf(knex: Knex, clock: ClockRow): Record<string, unknown> {
	const { started_on, due_on, met_on } = clock;
	return {
		...Object.fromEntries(COLUMNS.map((column) => [column, clock[column]])),
		started_on: dayColumn(knex, started_on),
		due_on: dayColumn(knex, due_on),
		met_on: dayColumn(knex, met_on),
		// A display is given one value: the due day, and the day it was done once it is.
		badge: met_on === null ? due_on : `${due_on}/${met_on}`,
	};
}
