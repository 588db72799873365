import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Language } from '../../domain/language/messages.ts';
import type { Fault } from '../../import/faults.ts';
import type { ImportForm } from '../../domain/loading/forms.ts';
import type { Notice } from '../../import/notices.ts';
import type { ImportRecords } from '../../import/read-import.ts';
import { mentorOf } from '../writer/complete.ts';
import { recomputeAll } from '../writer/recomputation.ts';
import { settleInside } from '../writer/settle.ts';
import { Loading, type Counts, type Tell } from './context.ts';
import { refuseErased } from './references.ts';
import { planCaseload } from './plan-caseload.ts';
import { loadContracts } from './load-contracts.ts';
import { loadMentors } from './load-mentors.ts';
import { planSessions } from './plan-sessions.ts';
import { renewStatistics } from './statistics.ts';
import { asBusy, takeTurn } from './turn.ts';

export { ImportBusy } from './turn.ts';

export interface Loader {
	today: CalendarDay;
	user: string | null;
	/** The one Supplier whose records may be written; `null` where every Supplier's may. */
	supplier: string | null;
	/** Of whoever reads what was wrong; English where left out. */
	language?: Language;
	onProgress?: Tell;
}

export type Loaded = { counts: Record<ImportForm, Counts>; notices: Notice[] };

/** What is to be written with the records, in their transaction, such as who loaded them. */
export type Afterwards = (transaction: Knex, loaded: Loaded) => Promise<void>;

/** Every fault found; nothing was loaded. */
export class ImportRefused extends Error {
	readonly faults: Fault[];
	/** What was told until then. */
	readonly notices: readonly Notice[];

	constructor(faults: readonly Fault[], notices: readonly Notice[] = []) {
		super(`${faults.length} faults; nothing was loaded`);
		this.faults = faults.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
		this.notices = notices;
	}
}

/** Ends the transaction of a preview: nothing of it stays. */
class OnlyTried extends Error {
	readonly loaded: Loaded;

	constructor(loaded: Loaded) {
		super('a preview writes nothing');
		this.loaded = loaded;
	}
}

/**
 * Loads the records of an import in one transaction: all of them, or none.
 * @throws ImportRefused naming every faulty row and column; ImportBusy where it should be tried again
 */
export async function loadImport(
	knex: Knex,
	records: ImportRecords,
	loader: Loader,
	afterwards?: Afterwards,
): Promise<Loaded> {
	return inOneTransaction(knex, async (transaction) => {
		const { loaded, settle } = await load(transaction, records, loader);
		await renewStatistics(transaction, rowsWritten(loaded));
		await settle();
		await afterwards?.(transaction, loaded);
		return loaded;
	});
}

const rowsWritten = ({ counts }: Loaded) =>
	Object.values(counts).reduce((sum, { created, updated }) => sum + created + updated, 0);

/** As {@link loadImport}, and takes all of it back: what it would come to. */
export async function tryImport(knex: Knex, records: ImportRecords, loader: Loader): Promise<Loaded> {
	try {
		return await inOneTransaction(knex, async (transaction) => {
			throw new OnlyTried((await load(transaction, records, loader, { isTrial: true })).loaded);
		});
	} catch (error) {
		if (error instanceof OnlyTried) return error.loaded;
		throw error;
	}
}

async function inOneTransaction<Result>(knex: Knex, work: (transaction: Knex) => Promise<Result>): Promise<Result> {
	try {
		return await knex.transaction(work);
	} catch (error) {
		throw asBusy(error);
	}
}

/** Looks at every row before it writes the many ones, so that a refusal is complete and quick. */
async function load(
	transaction: Knex,
	records: ImportRecords,
	loader: Loader,
	{ isTrial = false } = {},
): Promise<{ loaded: Loaded; settle: () => Promise<void> }> {
	const { today, user, supplier, language = 'en-GB', onProgress } = loader;
	const { doubts } = records;
	const tell = onProgress ?? (() => undefined);
	tell({ step: 'waiting' });
	// Before anything is read: SQLite gives nobody a turn who has read what somebody else has changed since.
	await takeTurn(transaction);
	const writer = { user, mentor: await mentorOf(transaction, user), today, typed: false };
	const loading = new Loading({ knex: transaction, writer, supplier, doubts, language, tell });
	tell({ step: 'mentors' });
	const contracts = await loadContracts(loading, records.contracts);
	const mentors = await loadMentors(loading, records.mentors);
	tell({ step: 'checking' });
	await refuseErased(loading, [...records.caseload, ...records.sessions]);
	const caseload = await planCaseload(loading, records.caseload, records.sessions);
	const sessions = await planSessions(loading, records.sessions, caseload.journeys);
	const faults = [...records.faults, ...loading.faults];
	const notices = [...records.notices, ...loading.notices];
	if (faults.length > 0) throw new ImportRefused(faults, notices);

	loading.onlyCounts = isTrial;
	if (isTrial) {
		const counts = { contracts, mentors, caseload: await caseload.write(), sessions: await sessions.write() };
		return { loaded: { counts, notices }, settle: async () => undefined };
	}
	if (loading.changedTerms.size > 0) tell({ step: 'terms' });
	await recomputeAll(transaction, { contracts: [...loading.changedTerms], calendars: [] }, today, user);
	const counts = { contracts, mentors, caseload: await caseload.write(), sessions: await sessions.write() };
	const settle = async () => {
		const written = loading.written();
		const of = written.referrals.length;
		tell({ step: 'due_dates', done: 0, of });
		await settleInside(transaction, written, today, user, (done) => tell({ step: 'due_dates', done, of }));
	};
	return { loaded: { counts, notices }, settle };
}
