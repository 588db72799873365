/**
 * Compares what is stored with what follows from the records: the writer settles each of them once more, in a transaction
 * that is always rolled back, and what it would have written is what differs. So there is no second reading of any rule.
 */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { retrying } from '../database/retry.ts';
import { settlePeerMentors } from '../people/presence.ts';
import { settleContracts } from './contract-records.ts';
import { settlePeople } from './settle.ts';

/** A record of which something is stored that does not follow from what was recorded. */
export interface Differing {
	record: 'referral' | 'call-off contract' | 'Peer Mentor';
	reference: string;
	/** What the writer would write: tables, and their columns where rows would change. */
	what: string[];
}

export interface Verified {
	referrals: number;
	contracts: number;
	mentors: number;
}

interface Kind {
	record: Differing['record'];
	table: string;
	/** What tells people which one it is. */
	reference: string;
	/** How many are settled together. */
	size: number;
	settle: (transaction: Knex, keys: readonly string[], today: CalendarDay) => Promise<unknown>;
}

const REFERRALS: Kind = {
	record: 'referral',
	table: 'referrals',
	reference: 'reference',
	size: 200,
	settle: (transaction, keys, today) => settlePeople(transaction, keys, today),
};
const CONTRACTS: Kind = {
	record: 'call-off contract',
	table: 'call_off_contracts',
	reference: 'reference',
	size: 1,
	settle: settleContracts,
};
// A Peer Mentor has no reference: the key leads to the record, and names nobody.
const MENTORS: Kind = {
	record: 'Peer Mentor',
	table: 'peer_mentors',
	reference: 'id',
	size: 50,
	settle: settlePeerMentors,
};

/** @param tell is given each record that differs, as it is found */
export async function verifyRecords(
	knex: Knex,
	today: CalendarDay,
	tell: (differing: Differing) => void,
): Promise<Verified> {
	const referrals = await verifyKind(knex, REFERRALS, today, tell);
	const contracts = await verifyKind(knex, CONTRACTS, today, tell);
	const mentors = await verifyKind(knex, MENTORS, today, tell);
	return { referrals, contracts, mentors };
}

async function verifyKind(
	knex: Knex,
	kind: Kind,
	today: CalendarDay,
	tell: (differing: Differing) => void,
): Promise<number> {
	let seen = 0;
	for await (const page of pagesOf(knex, kind)) {
		await findIn(knex, kind, page, today, tell);
		seen += page.length;
	}
	return seen;
}

/** Halves a page until each record that differs stands alone. */
async function findIn(
	knex: Knex,
	kind: Kind,
	page: readonly { id: string; reference: string }[],
	today: CalendarDay,
	tell: (differing: Differing) => void,
): Promise<void> {
	const keys = page.map(({ id }) => id);
	const what = await retrying(() => wouldWrite(knex, (transaction) => kind.settle(transaction, keys, today)));
	if (what.length === 0) return;
	if (page.length === 1) {
		tell({ record: kind.record, reference: page[0]?.reference as string, what });
		return;
	}
	const half = Math.ceil(page.length / 2);
	await findIn(knex, kind, page.slice(0, half), today, tell);
	await findIn(knex, kind, page.slice(half), today, tell);
}

async function* pagesOf(knex: Knex, { table, reference, size }: Kind) {
	let after: string | undefined;
	for (;;) {
		const query = knex(table).orderBy('id').limit(size).select('id', `${reference} as reference`);
		const rows = (await (after === undefined ? query : query.where('id', '>', after))) as {
			id: string;
			reference: string;
		}[];
		if (rows.length > 0) yield rows;
		if (rows.length < size) return;
		after = rows.at(-1)?.id;
	}
}

/** Does something, undoes it, and says what it had changed. */
async function wouldWrite(knex: Knex, work: (transaction: Knex) => Promise<unknown>): Promise<string[]> {
	const what = new Set<string>();
	const transaction = await knex.transaction();
	transaction.on('query-response', (answer: unknown, { sql }: { sql: string }) => {
		const change = changeIn(sql);
		if (change !== undefined && answer !== 0) what.add(change);
	});
	try {
		await work(transaction);
	} finally {
		await transaction.rollback();
	}
	return [...what].sort();
}

/** `mentees (stage, next_due_on)` for an update, `service_level_clocks (one more)` for a row that is missing. */
function changeIn(sql: string): string | undefined {
	const [, verb, table] = /^(insert into|update|delete from) [`"](\w+)[`"]/.exec(sql) ?? [];
	if (!verb) return undefined;
	if (verb === 'insert into') return `${table} (one more)`;
	if (verb === 'delete from') return `${table} (one fewer)`;
	const set = sql.slice(sql.indexOf(' set '), sql.includes(' where ') ? sql.lastIndexOf(' where ') : undefined);
	return `${table} (${[...set.matchAll(/[`"](\w+)[`"] = /g)].map(([, column]) => column).join(', ')})`;
}
