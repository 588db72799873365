import type { StoredJourney } from '../journey/journeys.ts';
import type { JourneyKeys, JourneyRow } from './caseload-rows.ts';
import { noCounts, type Counts, type Loading } from './context.ts';
import { writeConsents, type PlannedConsent } from './write-consents.ts';
import { addAll, change, changesTo, rowsWhere, type Row } from './rows.ts';

/** One line of the caseload, worked out: the rows it stands for, and the journey on record, if there is one. */
export interface PlannedReferral {
	there: StoredJourney | undefined;
	keys: JourneyKeys;
	rows: JourneyRow[];
	/** Of somebody on record. */
	consents?: PlannedConsent;
}

/** Parents before children. */
const TABLES = [
	'referrals',
	'initial_meetings',
	'mentees',
	'diagnostic_interviews',
	'action_plans',
	'baseline_surveys',
] as const satisfies (keyof JourneyKeys)[];

/** Adds what is missing and corrects what differs. */
export async function writeCaseload(loading: Loading, planned: readonly PlannedReferral[]): Promise<Counts> {
	const counts = noCounts();
	const found = await rowsOnRecord(loading, planned);
	const decided = await writeConsents(
		loading,
		planned.flatMap(({ consents }) => consents ?? []),
	);
	const inserts = new Map<string, Row[]>(TABLES.map((table) => [table, []]));
	const updates: { table: string; there: Row; changes: Row }[] = [];

	for (const { there: journey, keys, rows } of planned) {
		let changed = decided.has(keys.referrals);
		for (const { table, row, isNew } of rows) {
			const id = keys[table];
			if (isNew) {
				const person = table === 'mentees' && journey ? takenOver(found.get(keys.referrals) as Row, row) : row;
				inserts.get(table)?.push({ id, ...person });
				changed = true;
				continue;
			}
			const there = found.get(id) as Row;
			const changes = changesTo(there, row);
			if (Object.keys(changes).length === 0) continue;
			updates.push({ table, there, changes });
			changed = true;
		}
		if (changed) loading.touched.referrals.add(keys.referrals);
		if (!journey) counts.created += 1;
		else counts[changed ? 'updated' : 'unchanged'] += 1;
	}
	for (const table of TABLES) await addAll(loading, table, inserts.get(table) ?? []);
	if (updates.length > 0) loading.tell({ step: 'corrections', of: updates.length });
	for (const { table, there, changes } of updates) await change(loading, table, there, changes);
	return counts;
}

/** The rows that may be corrected, by key. */
async function rowsOnRecord({ knex }: Loading, planned: readonly PlannedReferral[]): Promise<Map<string, Row>> {
	const found = new Map<string, Row>();
	for (const table of TABLES) {
		const ids: string[] = [];
		const columns = new Set(['id']);
		for (const { keys, rows } of planned) {
			const old = rows.find((each) => each.table === table && !each.isNew);
			if (!old) continue;
			ids.push(keys[table]);
			for (const column of Object.keys(old.row)) columns.add(column);
		}
		for (const row of await rowsWhere(knex, table, 'id', ids, [...columns])) found.set(row.id as string, row);
	}
	return found;
}

/** A Mentee record that opens for a referral on record knows of the person whatever the referral knew. */
function takenOver(referral: Row, row: Row): Row {
	const known = Object.entries(row).map(([column, value]) => {
		const kept = value ?? referral[column] ?? null;
		return [column, column === 'benefits' && Array.isArray(kept) ? JSON.stringify(kept) : kept];
	});
	return Object.fromEntries(known);
}
