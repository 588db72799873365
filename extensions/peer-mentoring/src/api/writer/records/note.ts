/** What each write asks to be settled, noted before it is stored. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { uuidIn } from '../../../storage/database/keys.ts';
import { ENTRY_TABLES } from '../../../storage/returns/periodic-entries.ts';
import { note, type Kind } from '../../shared/pending.ts';

type Payload = Record<string, unknown>;

/** What is noted, and where a record names it. */
interface Noted {
	kind: Kind;
	/** The column that names it; `id` for the record itself. */
	column: string;
	/** The table that has the column, where it is not the record's own: its rows whose `by`, or key, is what `through` names. */
	from?: { table: string; through: string; by?: string };
}

const OWN_CONTRACT: Noted = { kind: 'contract', column: 'contract' };
const OWN_MENTOR: Noted = { kind: 'mentor', column: 'peer_mentor' };
/** One person counts for one FTE between all contracts that they work for. */
const CONTRACTS_OF_MENTOR: Noted = {
	...OWN_CONTRACT,
	from: { table: 'fte_assignments', through: 'peer_mentor', by: 'peer_mentor' },
};

/**
 * What follows from the records of each collection: deadlines, returns, payments and service levels of a contract, what
 * Peer Mentors come to, or every clock that a contract's terms or a calendar govern. Records of a journey are noted with
 * the referral that they belong to, which is looked up for their owner anyway.
 */
const NOTED: Readonly<Record<string, readonly Noted[]>> = {
	...Object.fromEntries(
		[
			'milestones',
			'implementation_plans',
			'information_requests',
			'approved_documents',
			'mi_returns',
			'periodic_returns',
			...ENTRY_TABLES,
			'performance_improvement_plans',
			'implementation_costs',
			'invoices',
		].map((collection) => [collection, [OWN_CONTRACT]]),
	),
	fte_assignments: [OWN_CONTRACT, CONTRACTS_OF_MENTOR, OWN_MENTOR],
	evaluation_participation: [OWN_CONTRACT, OWN_MENTOR],
	office_visits: [OWN_MENTOR],
	attendance_patterns: [OWN_MENTOR],
	training_records: [OWN_MENTOR],
	supervisions: [OWN_MENTOR],
	fte_assignments_offices: [{ ...OWN_MENTOR, from: { table: 'fte_assignments', through: 'fte_assignment' } }],
	peer_mentors: [{ kind: 'mentor', column: 'id' }],
	call_off_contracts: [{ kind: 'terms', column: 'id' }],
	// Restrictions on meeting face to face move the digital share of everybody (2.25).
	restriction_periods: [{ kind: 'terms', column: 'contract' }],
	// Whether a session was held where the Buyer has approved it (2.26).
	session_places: [{ kind: 'places', column: 'contract' }],
	bank_holidays: [{ kind: 'calendar', column: 'calendar' }],
};

export const NOTED_COLLECTIONS = Object.keys(NOTED);

/** Notes a new record, and gives it its key where the key is what is noted. */
export async function noteNew(knex: Knex, collection: string, record: Payload): Promise<Payload> {
	const noted = NOTED[collection] ?? [];
	const own = noted.some(({ column }) => column === 'id') ? { id: randomUUID() } : {};
	const keyed = { ...own, ...record };
	for (const each of noted) await noteOne(knex, each, keyed);
	return keyed;
}

/** Notes records that are there, as they are and as they will be. */
export async function noteChanged(
	knex: Knex,
	collection: string,
	keys: readonly unknown[],
	change: Payload = {},
): Promise<void> {
	const noted = NOTED[collection] ?? [];
	if (noted.length === 0) return;
	for (const row of await knex(collection).whereIn('id', keys as string[])) {
		for (const each of noted) {
			await noteOne(knex, each, row);
			await noteOne(knex, each, { ...row, ...change });
		}
	}
}

async function noteOne(knex: Knex, { kind, column, from }: Noted, record: Payload): Promise<void> {
	const sources: Payload[] = from
		? await knex(from.table)
				.where({ [from.by ?? 'id']: uuidIn(record[from.through]) ?? null })
				.distinct(column)
		: [record];
	for (const source of sources) {
		const value = kind === 'calendar' ? source[column] : uuidIn(source[column]);
		if (value) await note(knex, kind, String(value));
	}
}
