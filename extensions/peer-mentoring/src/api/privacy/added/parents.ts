import type { Knex } from 'knex';
import type { Link } from '../../../domain/privacy/personal-data.ts';
import { isAdded } from '../../../storage/privacy/added.ts';
import { familyIn, keyOfRow, referralsOf, type Key, type Overview } from '../../../storage/privacy/personal-data.ts';
import type { Accountability } from '../../shared/caller.ts';
import { NotYoursError, refusal } from '../../shared/errors.ts';
import type { Payload } from '../../shared/plain-record.ts';

export interface Write {
	knex: Knex;
	overview: Overview;
	accountability: Accountability;
	/** Whether whoever writes reads the row with this key. */
	reads: (collection: string, key: Key) => Promise<boolean>;
}

/** Refuses a new row that hangs on no record, or on one that whoever makes it does not read. */
export async function refuseForeignParents(write: Write, own: readonly Link[], record: Payload): Promise<void> {
	const named = own.filter(({ field }) => isGiven(record[field]));
	const collection = own[0]?.collection as string;
	const trusted = !write.accountability || write.accountability.admin;
	if (named.length === 0 && !trusted && isAdded(collection)) {
		throw refusal(collection, own[0]?.field as string, 'parent_missing');
	}
	for (const link of named) await parentOf(write, link, record[link.field]);
}

/** Refuses to hang rows on records that whoever writes does not read, and to move one to somebody else. */
export async function refuseMoving(
	write: Write,
	own: readonly Link[],
	keys: readonly unknown[],
	change: Payload,
): Promise<void> {
	const { knex, overview } = write;
	const written = own.filter(({ field }) => field in change);
	if (written.length === 0) return;
	const [{ collection, key }] = written as [Link];
	const rows: Payload[] = await knex(collection)
		.whereIn(key, keys as Key[])
		.select(own.map(({ field }) => field));
	const wanted = new Map<string, Key | null>();
	for (const link of written) {
		const value = change[link.field];
		wanted.set(link.field, isGiven(value) ? await parentOf(write, link, value) : null);
	}
	if (!isAdded(collection)) return;
	const links = familyIn(overview);
	for (const row of rows) {
		const before = await peopleOf(knex, links, own, row);
		const after = await peopleOf(knex, links, own, { ...row, ...Object.fromEntries(wanted) });
		// What hung on nobody is the Administrator's, who may say whose it is.
		if (before === '' || before === after) continue;
		const name = written.find(({ field }) => String(wanted.get(field)) !== String(row[field]))?.field as string;
		throw refusal(collection, name, 'fixed_field', { name });
	}
}

/** The key of the record that a field names: one that is there, and that whoever writes reads. */
async function parentOf(write: Write, { collection, field, parent }: Link, value: unknown): Promise<Key> {
	const key = keyOfRow(write.overview, parent, value);
	// A record that is made along with this one has no owner that could be asked for yet.
	if (key === undefined && typeof value === 'object') throw refusal(collection, field, 'parent_missing');
	if (key === undefined || !(await write.reads(parent, key))) throw new NotYoursError();
	return key;
}

async function peopleOf(knex: Knex, links: readonly Link[], own: readonly Link[], row: Payload): Promise<string> {
	const people = new Set<Key>();
	for (const { field, parent } of own) {
		if (!isGiven(row[field])) continue;
		for (const person of await referralsOf(knex, links, parent, [row[field] as Key])) people.add(person);
	}
	return [...people].sort().join(' ');
}

const isGiven = (value: unknown) => value !== null && value !== undefined && value !== '';
