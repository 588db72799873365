import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { ImportForm } from '../../import/forms.ts';
import type { Fault } from '../../import/faults.ts';
import type { ImportRecords } from '../../import/read-import.ts';
import { ensureReturns } from '../returns.ts';
import { recomputeClocks } from '../service-level-clocks.ts';
import { Loading, type Counts, type Notice } from './context.ts';
import { loadCaseload } from './load-caseload.ts';
import { loadContracts } from './load-contracts.ts';
import { loadMentors } from './load-mentors.ts';
import { loadSessions } from './load-sessions.ts';

export interface Loader {
	today: CalendarDay;
	user: string | null;
	/** The one Supplier whose records may be written; `null` where every Supplier's may. */
	supplier: string | null;
	onProgress?: (what: string) => void;
}

export type Loaded = { counts: Record<ImportForm, Counts>; notices: Notice[] };

/** Every fault found; nothing was loaded. */
export class ImportRefused extends Error {
	readonly faults: Fault[];

	constructor(faults: Fault[]) {
		super(`${faults.length} faults; nothing was loaded`);
		this.faults = faults;
	}
}

/**
 * Loads the records of an import in one transaction: all of them, or none.
 * @throws ImportRefused naming every faulty row and column
 */
export async function loadImport(knex: Knex, records: ImportRecords, loader: Loader): Promise<Loaded> {
	if (records.faults.length > 0) throw new ImportRefused(records.faults);
	const tell = loader.onProgress ?? (() => undefined);
	return knex.transaction(async (transaction) => {
		const loading = new Loading({ ...loader, knex: transaction });
		tell('contracts and mentors');
		const contracts = await loadContracts(loading, records.contracts);
		const mentors = await loadMentors(loading, records.mentors);
		tell(`${records.caseload.length} rows of the caseload`);
		const withSessions = new Set(records.sessions.map((session) => session.reference));
		const caseload = await loadCaseload(loading, records.caseload, withSessions);
		if (loading.faults.length > 0) throw new ImportRefused(loading.faults);
		tell(`${records.sessions.length} sessions`);
		const sessions = await loadSessions(loading, records.sessions);
		if (loading.faults.length > 0) throw new ImportRefused(loading.faults);
		tell('due dates');
		await recomputeClocks(transaction, [...loading.touched], loader.today);
		if (records.contracts.length > 0) await ensureReturns(transaction, loader.today);
		return { counts: { contracts, mentors, caseload, sessions }, notices: loading.notices };
	});
}
