/** Entries of the configuration, each with what its three sides come to. */
import type { Item } from '../directus.ts';
import { merge, withValue, type Conflict } from './merge.ts';
import type { Pushed } from './pushed.ts';

/** One thing that is pushed as a whole: a row, a field of the model, a bank holiday. */
export interface Entry {
	/** Names it among all entries. */
	id: string;
	/** Names it for people. */
	label: string;
	/** As the files want it; nothing of what they have no more. */
	files: Item | undefined;
	/** As the database has it, the values that the files name; nothing where it is not there. */
	studio: Item | undefined;
}

export interface EntryConflict extends Conflict {
	id: string;
	label: string;
}

export interface Settled {
	/** What each entry is brought to, by its id; an entry that was taken away in the Studio is not among them. */
	values: Map<string, Item>;
	pushed: Pushed;
	conflicts: EntryConflict[];
	/** What only the Studio changed. */
	kept: EntryConflict[];
}

/** What somebody has chosen for a conflict. */
export type Choice = 'studio' | 'files';

/** What has been chosen for the conflict of a name, if anything. */
export type Chosen = (name: string) => Choice | undefined;

/** The name under which a conflict is chosen. */
export function nameOfConflict({ label, path }: Pick<EntryConflict, 'label' | 'path'>): string {
	return path.length > 0 ? `${label}: ${path.join('.')}` : label;
}

/**
 * What the entries come to. What no push has written before becomes what the files say.
 */
export function reconcile(entries: readonly Entry[], before: Pushed, choiceOf: Chosen): Settled {
	const settled: Settled = { values: new Map(), pushed: new Map(), conflicts: [], kept: [] };
	for (const entry of entries) {
		const { id, label, files, studio } = entry;
		const known = before.has(id);
		// An entry that is there is taken apart by its values; one that is not has been taken away, or is new.
		const merged = merge(known ? before.get(id) : studio, studio, files);
		let { value, pushed } = merged;
		for (const conflict of merged.conflicts) {
			const chosen = choiceOf(nameOfConflict({ label, path: conflict.path }));
			if (chosen === undefined) settled.conflicts.push({ id, label, ...conflict });
			else pushed = withValue(pushed, conflict.path, conflict.files);
			if (chosen === 'files') value = withValue(value, conflict.path, conflict.files);
		}
		for (const path of merged.kept) {
			const own = { id, label, path, studio: at(studio, path), files: at(files, path) };
			if (choiceOf(nameOfConflict(own)) === 'files') value = withValue(value, path, own.files);
			else settled.kept.push(own);
		}
		if (pushed !== undefined) settled.pushed.set(id, pushed);
		if (value !== undefined) settled.values.set(id, value as Item);
	}
	return settled;
}

function at(whole: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((value, name) => {
		const found = Array.isArray(value) ? value.find(({ language }) => language === name) : (value as Item)?.[name];
		return found;
	}, whole);
}
