/** Brings a database to the files, and leaves to the Studio what was changed there since the last time. */
import { listLines, planLists, writeLists } from './code-lists.ts';
import { pushLines } from './config/describe.ts';
import { readConfiguration } from './config/files.ts';
import { planRows, refuseRolesInUse, writeRows, type Difference } from './config/sync.ts';
import { loadDictionary } from './dictionary/load.ts';
import { OWN } from '../../extensions/peer-mentoring/src/storage/platform/data-model.ts';
import type { Knex } from './directus.ts';
import { applyPlan, planModel } from './model/apply.ts';
import { readModel } from './model/model-file.ts';
import { isReference, loadReferenceData } from './reference.ts';
import { listConflicts, readChoices } from './three-ways/conflicts.ts';
import type { Chosen, EntryConflict } from './three-ways/entries.ts';
import { readPushed, writePushed } from './three-ways/pushed.ts';

export interface Configured {
	/** What was written, for people. */
	lines: string[];
	changes: Difference[];
	/** What Studio and files both changed, and nobody has chosen yet. */
	conflicts: EntryConflict[];
}

export interface Wishes {
	/** Whether Annex C, service levels and bank holidays are loaded as well. */
	reference: boolean;
	/** What was chosen by whoever runs the command; what was chosen in the Studio counts where this says nothing. */
	chosen?: Chosen;
	/** Told what is done next. */
	tell?: (what: string) => void;
}

export async function configure(knex: Knex, { reference, chosen, tell }: Wishes): Promise<Configured> {
	const before = await readPushed(knex);
	const inStudio = await readChoices(knex);
	const choiceOf: Chosen = (name) => chosen?.(name) ?? inStudio.get(name);
	tell?.('applying the data model');
	const file = readModel();
	const { plan, settled: model } = await planModel(file, before, choiceOf);
	await applyPlan(plan, model.indexes);
	tell?.('applying roles, permissions and texts');
	const rows = await planRows(readConfiguration(), before, choiceOf);
	await refuseRolesInUse(rows.changes);
	await writeRows(rows.changes);
	const lists = await planLists(knex, before, choiceOf);
	await writeLists(knex, lists, before);
	await loadDictionary(knex);
	if (reference) tell?.('loading the reference data');
	const loaded = reference ? await loadReferenceData(knex, before, choiceOf) : undefined;
	const kept = loaded ? loaded.pushed : new Map([...before].filter(([id]) => isReference(id)));
	const own = file.own.map((name) => [`${OWN} ${name}`, null] as const);
	await writePushed(knex, new Map([...model.pushed, ...rows.pushed, ...lists.settled.pushed, ...kept, ...own]));
	const conflicts = [...model.conflicts, ...rows.conflicts, ...lists.settled.conflicts, ...(loaded?.conflicts ?? [])];
	await listConflicts(knex, conflicts);
	return { lines: [...pushLines(plan, rows.changes), ...listLines(lists)], changes: rows.changes, conflicts };
}
