import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { addMonths, monthOf, type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import type { ClockCode, ClockStatus } from '../../domain/service-levels/clock.ts';
import { fteOfMonth } from '../../domain/service-levels/fte-of-month.ts';
import {
	resultOf,
	serviceLevelOf,
	shareMet,
	type ServiceLevel,
	type Tally,
} from '../../domain/service-levels/service-levels.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { readAssignments, readCpaFte } from '../people/fte.ts';

/** The service level of one month, in one area or (`cpa` null) in the whole contract: a row of `service_level_results`. */
interface Result extends Tally {
	month: CalendarMonth;
	cpa: number | null;
	service_level: ServiceLevel;
	status: ClockStatus;
	percent: number | null;
	lowest_fte: number | null;
	minimum_fte: number | null;
	fte_gap: number | null;
	days_below: number | null;
}

const NO_FTE = { lowest_fte: null, minimum_fte: null, fte_gap: null, days_below: null };
const NUMBERS = ['met', 'missed', 'pending', 'percent', 'lowest_fte', 'minimum_fte', 'fte_gap', 'days_below'] as const;

/**
 * Counts the service levels of Table A again, for each month, area and contract, from the clocks and from the FTE in
 * post (3.3). Restricted records are in no count (2.25). Writes only what differs.
 * @param months the months to count, by contract, or all of them
 */
export async function settleResults(
	knex: Knex,
	contracts: readonly string[] | undefined,
	today: CalendarDay,
	months?: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
	for (const contract of await readContracts(knex, contracts)) {
		const own = months?.get(contract.id);
		if (months && !own?.size) continue;
		const wanted = [...(await tallied(knex, contract, today, own)), ...(await fte(knex, contract, today, own))];
		await write(knex, contract, wanted, own);
	}
}

async function tallied(
	knex: Knex,
	contract: StoredContract,
	today: CalendarDay,
	months: ReadonlySet<string> | undefined,
): Promise<Result[]> {
	const query = knex('service_level_clocks')
		.where({ contract: contract.id, restricted: false })
		.groupBy('month', 'cpa', 'service_level', 'status')
		.select('month', 'cpa', 'service_level', 'status')
		.count({ number: '*' });
	const rows = await (months ? query.whereIn('month', [...months]) : query.whereNotNull('month'));
	const tallies = new Map<string, Tally & Pick<Result, 'month' | 'cpa' | 'service_level'>>();
	for (const row of rows as Record<string, unknown>[]) {
		const service_level = serviceLevelOf(row.service_level as ClockCode);
		if (service_level === undefined) continue;
		const month = row.month as CalendarMonth;
		// What has an area counts there and in the whole contract; a return counts in the contract alone.
		for (const cpa of new Set([row.cpa === null ? null : Number(row.cpa), null])) {
			const key = `${month} ${cpa} ${service_level}`;
			const tally = tallies.get(key) ?? { month, cpa, service_level, met: 0, missed: 0, pending: 0 };
			tally[row.status as ClockStatus] += Number(row.number);
			tallies.set(key, tally);
		}
	}
	return [...tallies.values()].flatMap((tally) => {
		const status = resultOf(tally, contract.service_level_percent, tally.month, today);
		return status === undefined ? [] : [{ ...tally, ...NO_FTE, status, percent: shareMet(tally) }];
	});
}

async function fte(
	knex: Knex,
	contract: StoredContract,
	today: CalendarDay,
	months: ReadonlySet<string> | undefined,
): Promise<Result[]> {
	const assignments = await readAssignments(knex, contract.id);
	const cpas = await readCpaFte(knex, contract.cpas);
	const results: Result[] = [];
	for (let month = monthOf(contract.implementation_end_date); month <= monthOf(today); month = addMonths(month, 1)) {
		if (months && !months.has(month)) continue;
		for (const result of fteOfMonth(assignments, cpas, month, contract, today)) {
			results.push({ ...result, month, service_level: 'fte', percent: shareMet(result) });
		}
	}
	return results;
}

async function write(
	knex: Knex,
	{ id: contract, supplier }: StoredContract,
	wanted: readonly Result[],
	months: ReadonlySet<string> | undefined,
): Promise<void> {
	const key = (row: { month: string; cpa: unknown; service_level: string }) =>
		`${row.month} ${row.cpa ?? ''} ${row.service_level}`;
	const query = knex('service_level_results')
		.where({ contract, released: false })
		.select('id', 'month', 'cpa', 'service_level', 'status', ...NUMBERS);
	const rows = await (months ? query.whereIn('month', [...months]) : query);
	const found = new Map(rows.map((row) => [key(row), row]));
	const added = [];
	for (const result of wanted) {
		const there = found.get(key(result));
		found.delete(key(result));
		if (!there) added.push({ id: randomUUID(), contract, supplier, released: false, ...result });
		else if (differs(result, there)) await knex('service_level_results').where({ id: there.id }).update(result);
	}
	if (found.size > 0) {
		const stale = [...found.values()].map(({ id }) => id as string);
		await knex('service_level_results').whereIn('id', stale).delete();
	}
	if (added.length > 0) await knex.batchInsert('service_level_results', added, 50);
}

/** PostgreSQL gives decimals as text. */
function differs(wanted: Result, there: Record<string, unknown>): boolean {
	const number = (value: unknown) => (value === null ? null : Number(value));
	return wanted.status !== there.status || NUMBERS.some((column) => wanted[column] !== number(there[column]));
}
