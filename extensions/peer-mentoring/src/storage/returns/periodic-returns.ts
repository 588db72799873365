import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { parseMonth, type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { periodicPartsDue, type Period, type PeriodicKind } from '../../domain/returns/periodic/periodic.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf, momentOf } from '../database/day-columns.ts';
import { readEntries, type StoredEntry, type StoredPeriodicReturn } from './periodic-entries.ts';

/** The returns of a contract, in the order of their months. */
export async function readPeriodicReturns(knex: Knex, contract: string): Promise<StoredPeriodicReturn[]> {
	const rows = await knex('periodic_returns as periodic')
		.join('mi_returns as pmi', 'pmi.id', 'periodic.mi_return')
		.where('periodic.contract', contract)
		.orderBy(['periodic.month', 'periodic.kind'])
		.select('periodic.*', 'pmi.status as pmi_status', 'pmi.submitted_at', 'pmi.sent_on');
	return rows.map((row) => ({
		id: row.id,
		contract: row.contract,
		supplier: row.supplier,
		kind: row.kind,
		month: parseMonth(row.month) as CalendarMonth,
		period: { from: dayOf(row.starts_on) as CalendarDay, to: dayOf(row.ends_on) as CalendarDay },
		due_on: dayOf(row.due_on) as CalendarDay,
		nil_declared: Boolean(row.nil_declared),
		declared_on: dayOf(row.declared_on),
		status: row.status,
		// Without a moment, everything that is there counts as reported.
		sent_at: row.pmi_status === 'submitted' ? (momentOf(row.submitted_at) ?? Infinity) : null,
		sent_on: dayOf(row.sent_on),
	}));
}

/**
 * Opens the quarterly and six-monthly returns of every month whose PMI is open, moves those that have not been sent with
 * the dates and the calendar of the contract, and works out how each stands. A nil declaration that an entry contradicts
 * is lifted. What has been sent stays as it was.
 * @param ids the contracts, or all of them
 */
export async function settlePeriodicReturns(knex: Knex, ids: readonly string[] | undefined): Promise<void> {
	for (const contract of await readContracts(knex, ids)) {
		await openAndMove(knex, contract);
		await settleStatus(knex, contract.id);
	}
}

/** The parts of one month's PMI that fall due every quarter or six months, and whether each can go with it (3.8). */
export async function periodicPartsOf(
	knex: Knex,
	contract: string,
	month: CalendarMonth,
): Promise<{ id: string; kind: PeriodicKind; period: string; ready: boolean; nil_declared: boolean }[]> {
	const returns = await readPeriodicReturns(knex, contract);
	const parts = [];
	for (const each of returns.filter((one) => one.month === month)) {
		const { id, kind, period, nil_declared } = each;
		const reported = ownEntries(await readEntries(knex, contract, kind, returns), id);
		const ready = reported.length > 0 || nil_declared;
		parts.push({ id, kind, period: periodText(period), ready, nil_declared });
	}
	return parts;
}

/** Declares that there is nothing to report of these parts of a month's PMI; what has entries keeps them. */
export async function declareNil(
	knex: Knex,
	contract: string,
	month: CalendarMonth,
	kinds: readonly PeriodicKind[],
	{ user, today }: { user: string | null; today: CalendarDay },
): Promise<void> {
	await knex('periodic_returns')
		.where({ contract, month, status: 'to_prepare' })
		.whereIn('kind', [...kinds])
		.update({ nil_declared: true, declared_by: user, declared_on: dayColumn(knex, today) });
}

/** The entries of a return's own period: what a nil declaration denies. */
export function ownEntries(entries: readonly StoredEntry[], id: string): StoredEntry[] {
	return entries.filter(({ reporting }) => reporting?.by === id && !reporting.revision);
}

function periodText({ from, to }: Period): string {
	return `${from}–${to}`;
}

async function openAndMove(knex: Knex, contract: StoredContract): Promise<void> {
	const returns = await knex('mi_returns').where({ contract: contract.id }).whereNotNull('due_on');
	const wanted = new Map(
		returns.flatMap((pmi) =>
			periodicPartsDue(pmi.month, contract.start_date).map((part) => [`${part.kind} ${pmi.month}`, { ...part, pmi }]),
		),
	);
	for (const there of await readPeriodicReturns(knex, contract.id)) {
		const found = wanted.get(`${there.kind} ${there.month}`);
		wanted.delete(`${there.kind} ${there.month}`);
		if (there.sent_at !== null) continue;
		if (!found) await knex('periodic_returns').where({ id: there.id }).delete();
		else if (!isSame(there, found.period, dayOf(found.pmi.due_on))) {
			await knex('periodic_returns').where({ id: there.id }).update(datesOf(knex, found));
		}
	}
	const added = [...wanted.values()].map(({ kind, period, pmi }) => ({
		id: randomUUID(),
		contract: contract.id,
		supplier: contract.supplier,
		mi_return: pmi.id,
		kind,
		month: pmi.month,
		...datesOf(knex, { period, pmi }),
		nil_declared: false,
		status: 'to_prepare',
	}));
	if (added.length > 0) await knex.batchInsert('periodic_returns', added, 50);
}

async function settleStatus(knex: Knex, contract: string): Promise<void> {
	const returns = await readPeriodicReturns(knex, contract);
	for (const [kind, own] of Map.groupBy(returns, (each) => each.kind)) {
		const entries = await readEntries(knex, contract, kind, returns);
		for (const { id, status, nil_declared, sent_at, sent_on } of own) {
			const reports = ownEntries(entries, id).length > 0;
			const contradicted = nil_declared && reports && sent_at === null;
			const gone = sent_on === null ? 'submitted' : 'sent';
			const wanted = sent_at !== null ? gone : reports || nil_declared ? 'ready' : 'to_prepare';
			if (status === wanted && !contradicted) continue;
			const lifted = contradicted ? { nil_declared: false, declared_by: null, declared_on: null } : {};
			await knex('periodic_returns')
				.where({ id })
				.update({ status: wanted, ...lifted });
		}
	}
}

function datesOf(knex: Knex, { period, pmi }: { period: Period; pmi: { due_on: unknown } }) {
	return {
		starts_on: dayColumn(knex, period.from),
		ends_on: dayColumn(knex, period.to),
		due_on: dayColumn(knex, dayOf(pmi.due_on)),
	};
}

function isSame(there: StoredPeriodicReturn, period: Period, due: CalendarDay | null): boolean {
	return there.period.from === period.from && there.period.to === period.to && there.due_on === due;
}
