import { ENTRIES, readEntries, type EntryTable } from '../../storage/returns/periodic-entries.ts';
import { readPeriodicReturns } from '../../storage/returns/periodic-returns.ts';
import type { PeriodicKind } from '../../domain/returns/periodic/periodic.ts';
import { callerOf, mayTouch } from './caller.ts';
import { NotYoursError, refusal } from './errors.ts';
import { uuidIn } from '../../storage/database/keys.ts';
import type { WriteContext } from './ownership.ts';

/** Refuses to touch entries that a submitted PMI has reported (3.8): a correction is an entry of its own. */
export async function refuseReported(
	{ database, accountability }: WriteContext,
	table: EntryTable,
	keys: readonly unknown[],
): Promise<void> {
	const caller = await callerOf(database, accountability);
	const ids = keys.map((key) => uuidIn(key) ?? '');
	const rows = await database(table).whereIn('id', ids).select('id', 'contract', 'supplier');
	if (!rows.every((row) => mayTouch(caller, row))) throw new NotYoursError();
	const kinds = (Object.keys(ENTRIES) as PeriodicKind[]).filter((kind) => ENTRIES[kind].table === table);
	for (const contract of new Set(rows.map((row) => row.contract as string))) {
		const returns = await readPeriodicReturns(database, contract);
		for (const kind of kinds) {
			const entries = await readEntries(database, contract, kind, returns);
			const reported = entries.find(({ id, reporting }) => ids.includes(id) && reporting?.sent);
			const by = returns.find(({ id }) => id === reported?.reporting?.by);
			if (by) throw refusal(table, ENTRIES[kind].dated, 'entry_reported', { month: by.month });
		}
	}
}
