/** Who has read what, out of the read log: page by page, however long it is (5.1). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { unusualReading, type UnusualReading } from '../../domain/privacy/unusual-reading.ts';
import { hourNow, today as dayAt } from '../../clock/today.ts';
import { momentColumn, momentOf } from '../database/day-columns.ts';
import { JOURNEY_TREE } from '../journey/journey-tree.ts';
import { readersOf, type Reader } from '../platform/accounts.ts';
import type { ReadKeys } from './access-log.ts';
import type { PersonRows } from './personal-data.ts';

const PAGE = 500;
/** Few enough for SQLite's number of parameters. */
const AT_ONCE = 500;

export interface Read {
	id: string;
	at: number;
	user: string | null;
	action: string;
	subject: string;
	through: string | null;
	records: number;
	keys: ReadKeys;
}

/** The reads since a moment, or all, in the order in which they were made. */
export async function* readsSince(knex: Knex, since?: Date): AsyncGenerator<Read> {
	let last: { at: number; id: string } | undefined;
	for (;;) {
		const query = knex('access_log').orderBy(['at', 'id']).limit(PAGE);
		if (since) void query.where('at', '>=', momentColumn(knex, since));
		if (last) {
			const { at, id } = last;
			const moment = momentColumn(knex, new Date(at));
			void query.where((later) =>
				later.where('at', '>', moment).orWhere((same) => same.where('at', moment).where('id', '>', id)),
			);
		}
		const rows = (await query).map((row): Read => ({
			...row,
			at: momentOf(row.at) as number,
			records: Number(row.records ?? 0),
			keys: (typeof row.keys === 'string' ? JSON.parse(row.keys) : row.keys) ?? {},
		})); // prettier-ignore
		yield* rows;
		last = rows.at(-1);
		if (rows.length < PAGE) return;
	}
}

/** Every read that showed something of one person. @param rows the keys of their records */
export async function readsOf(knex: Knex, rows: PersonRows, reference: string): Promise<Read[]> {
	const theirs = new Map([...rows].map(([collection, keys]) => [collection, new Set(keys.map(String))]));
	const found: Read[] = [];
	for await (const read of readsSince(knex)) {
		const shown = Object.entries(read.keys).some(([of, keys]) => keys.some((key) => theirs.get(of)?.has(key)));
		if (shown || read.subject === reference) found.push(read);
	}
	return found;
}

/** One account's unusual hour. */
export interface UnusualHour {
	user: string;
	email: string | null;
	day: CalendarDay;
	hour: number;
	why: UnusualReading[];
	records: number;
	/** The last row of the read log that belongs to it. */
	read: string;
}

interface Hour {
	user: string;
	at: number;
	read: string;
	keys: Map<string, Set<string>>;
	/** Rows that are told apart by nothing. */
	nameless: number;
}

/** The hours since a moment in which somebody read in an unusual way. */
export async function unusualHours(knex: Knex, since: Date): Promise<UnusualHour[]> {
	const readers = await readersOf(knex);
	const found: UnusualHour[] = [];
	let open = new Map<string, Hour>();
	const close = async () => {
		for (const hour of open.values()) found.push(...(await judged(knex, hour, readers.get(hour.user))));
		open = new Map();
	};
	let slot = 0;
	for await (const { id, at, user, keys, records } of readsSince(knex, since)) {
		if (user === null) continue;
		const of = Math.floor(at / 3_600_000);
		if (of !== slot) await close();
		slot = of;
		const hour = open.get(user) ?? { user, at, read: id, keys: new Map(), nameless: 0 };
		open.set(user, hour);
		hour.read = id;
		let named = 0;
		for (const [collection, each] of Object.entries(keys)) {
			const known = hour.keys.get(collection) ?? new Set();
			hour.keys.set(collection, known);
			for (const key of each) known.add(key);
			named += each.length;
		}
		hour.nameless += Math.max(0, records - named);
	}
	await close();
	return found;
}

async function judged(knex: Knex, hour: Hour, reader: Reader | undefined): Promise<UnusualHour[]> {
	const { user, at, read, keys, nameless } = hour;
	const moment = new Date(at);
	const records = [...keys.values()].reduce((sum, each) => sum + each.size, nameless);
	const others = await notTheirs(knex, keys, {
		id: user,
		role: reader?.role ?? null,
		supplier: reader?.supplier ?? null,
	});
	const why = unusualReading({ role: reader?.role ?? null, hour: hourNow(moment), records, others });
	if (why.length === 0) return [];
	return [{ user, email: reader?.email ?? null, day: dayAt(moment), hour: hourNow(moment), why, records, read }];
}

/** How many of these records are of people who were never the reader's. */
async function notTheirs(
	knex: Knex,
	keys: ReadonlyMap<string, ReadonlySet<string>>,
	reader: { id: string; role: string | null; supplier: string | null },
): Promise<number> {
	let others = 0;
	for (const [collection, of] of keys) {
		if (!(collection in JOURNEY_TREE)) continue;
		const all = [...of];
		for (let start = 0; start < all.length; start += AT_ONCE) {
			const rows = await knex(collection).whereIn('id', all.slice(start, start + AT_ONCE)).select('*'); // prettier-ignore
			const foreign = rows.filter((row) =>
				reader.role === 'Peer Mentor' ? row.mentor_user !== reader.id : row.supplier !== reader.supplier,
			);
			const held = reader.role === 'Peer Mentor' ? await heldBefore(knex, reader.id, collection, foreign) : new Set();
			others += foreign.filter(({ id }) => !held.has(id)).length;
		}
	}
	return others;
}

/** Those of the rows that are of people whom a Peer Mentor has held: they were handed over since. */
async function heldBefore(
	knex: Knex,
	user: string,
	collection: string,
	rows: readonly Record<string, unknown>[],
): Promise<ReadonlySet<unknown>> {
	if (rows.length === 0) return new Set();
	const held = await knex('allocations as held')
		.join('peer_mentors as mentor', 'mentor.id', 'held.peer_mentor')
		.join('mentees as mentee', 'mentee.id', 'held.mentee')
		.where('mentor.user', user)
		.select('mentee.id as mentee', 'mentee.referral');
	const mentees = new Set(held.map(({ mentee }) => mentee));
	const referrals = new Set(held.map(({ referral }) => referral));
	const isHeld = (row: Record<string, unknown>) => {
		if (collection === 'mentees') return mentees.has(row.id);
		if (collection === 'referrals') return referrals.has(row.id);
		// What hangs on a plan is read by whoever reads the plan.
		return 'action_plan' in row || mentees.has(row.mentee) || referrals.has(row.referral);
	};
	return new Set(rows.filter(isHeld).map(({ id }) => id));
}
