import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { ClockChanges } from '../service-levels/clock-changes.ts';
import { nowColumn } from '../database/day-columns.ts';
import { retrying } from '../database/retry.ts';
import { settlePeerMentors } from '../people/presence.ts';
import { settleContracts } from './contract-records.ts';
import { settle, settlePeople } from './settle.ts';

const BATCH = 500;

/** Terms that have changed, and with them every clock that is not frozen by a submitted return. */
export interface ChangedTerms {
	/** Contracts whose own terms have: calendar, readings of the Order Form, restrictions. */
	contracts: readonly string[];
	/** Calendars whose bank holidays have. */
	calendars: readonly string[];
}

/** One contract whose clocks are to be worked out again, and why. */
export interface Recomputation {
	contract: string;
	reference: string;
	supplier: string;
	calendar: Calendar;
	cause: CodeOf<'recomputation_cause'>;
	referrals: number;
}

/** The contracts that changed terms concern. */
export async function concernedBy(knex: Knex, { contracts, calendars }: ChangedTerms): Promise<Recomputation[]> {
	const rows = await knex('call_off_contracts as contract')
		.leftJoin('referrals as referral', 'referral.contract', 'contract.id')
		.whereIn('contract.id', [...contracts])
		.orWhereIn('contract.working_day_calendar', [...calendars])
		.groupBy('contract.id', 'contract.reference', 'contract.supplier', 'contract.working_day_calendar')
		.select('contract.id', 'contract.reference', 'contract.supplier', 'contract.working_day_calendar as calendar')
		.count({ referrals: 'referral.id' });
	return (rows as Record<string, unknown>[]).map((row) => ({
		contract: row.id as string,
		reference: row.reference as string,
		supplier: row.supplier as string,
		calendar: row.calendar as Calendar,
		cause: contracts.includes(row.id as string) ? 'contract_terms' : 'bank_holiday',
		referrals: Number(row.referrals),
	}));
}

/**
 * Works out again every clock of a contract, in batches so that others can go on working, and keeps in
 * `clock_recomputations` how far it is and what has changed.
 */
export async function recompute(
	knex: Knex,
	{ contract, supplier, calendar, cause, referrals }: Recomputation,
	today: CalendarDay,
	user: string | null,
): Promise<ClockChanges> {
	const id = randomUUID();
	const report = { id, cause, contract, calendar, supplier, referrals_total: referrals, user_created: user };
	// A contract without anybody referred has nothing to report.
	if (referrals > 0) await knex('clock_recomputations').insert({ ...report, date_created: nowColumn(knex) });
	const progress = (values: Record<string, unknown>) => knex('clock_recomputations').where({ id }).update(values);
	const changes = new ClockChanges();
	let done = 0;
	for await (const batch of referralsOf(knex, contract)) {
		changes.add(await retrying(() => knex.transaction((transaction) => settlePeople(transaction, batch, today))));
		done += batch.length;
		await progress({ referrals_done: done, ...reported(changes) });
	}
	await retrying(() => settle(knex, { referrals: [], contracts: [contract], mentors: [] }, today));
	await progress({ finished_at: nowColumn(knex) });
	return changes;
}

/** Works out again what changed terms concern, however long it takes. */
export async function recomputeAll(
	knex: Knex,
	changed: ChangedTerms,
	today: CalendarDay,
	user: string | null,
): Promise<void> {
	for (const each of await concernedBy(knex, changed)) await recompute(knex, each, today, user);
}

/**
 * Settles everything of every contract, as nothing but the records say: after an upgrade or a restore, and where somebody
 * asks for it. A night settles whom time has moved (`moved-by-time.ts`).
 */
export async function settleEverything(knex: Knex, today: CalendarDay): Promise<void> {
	for (const contract of await contractsOf(knex)) {
		for await (const batch of referralsOf(knex, contract)) {
			await retrying(() => knex.transaction((transaction) => settlePeople(transaction, batch, today)));
		}
	}
	await settleContractsAndMentors(knex, today);
}

/**
 * Settles what does not hang on any one person: of all contracts, each in a transaction of its own, so that whoever
 * records in one of them waits for that one at most; and of all Peer Mentors.
 */
export async function settleContractsAndMentors(knex: Knex, today: CalendarDay): Promise<void> {
	for (const contract of await contractsOf(knex)) {
		await retrying(() => knex.transaction((transaction) => settleContracts(transaction, [contract], today)));
	}
	await retrying(() => knex.transaction((transaction) => settlePeerMentors(transaction, undefined, today)));
}

async function contractsOf(knex: Knex): Promise<string[]> {
	return (await knex('call_off_contracts').orderBy('id').select('id')).map(({ id }) => id as string);
}

async function* referralsOf(knex: Knex, contract: string): AsyncGenerator<string[]> {
	let after = '';
	for (;;) {
		const query = knex('referrals').where({ contract }).orderBy('id').limit(BATCH);
		const rows = await (after === '' ? query : query.where('id', '>', after)).select('id');
		if (rows.length > 0) yield rows.map(({ id }) => id as string);
		if (rows.length < BATCH) return;
		after = rows.at(-1)?.id as string;
	}
}

function reported({ due_dates_moved, now_met, now_missed, frozen }: ClockChanges) {
	return { due_dates_moved, now_met, now_missed, frozen };
}
