/** Photos of signatures as they come in and go out: every file is some plan's, and goes when it is no plan's any more. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isSignaturePhoto } from '../../storage/journey/signature-photos.ts';
import { ageOfFile } from '../../storage/platform/records.ts';
import { forget, noteUnsettled } from '../../storage/writer/unsettled.ts';
import type { Kind } from './pending.ts';
import { storedFiles, type FileContext } from './stored-files.ts';

/** Nothing of whom it is of: who is sent it knows. */
const NAME = 'signature.jpg';
const NEW: Kind = 'new-photo';
/** A write that names its photo is over by then, or never comes. */
const LONGEST_WRITE = 300_000;

/** What was stored for the write that runs, and may be named by it. */
const justStored = new AsyncLocalStorage<ReadonlySet<string>>();

/** Whether the platform has stored this file for the write that runs: what anybody else names is refused. */
export function isJustStored(file: unknown): boolean {
	return justStored.getStore()?.has(String(file)) === true;
}

export function signaturePhotos(context: FileContext) {
	const knex = context.database as Knex;
	const files = storedFiles(context);

	/** Takes a photo away, with its bytes, unless a plan names it. It may be done again. */
	async function dropUnlessUsed(file: string): Promise<void> {
		if ((await ageOfFile(knex, file)) === undefined || (await isSignaturePhoto(knex, file))) return;
		await files.remove(file);
	}

	return {
		dropUnlessUsed,
		/** As {@link dropUnlessUsed}, of one whose write may still be under way: whoever wrote it may have ended in between. */
		async dropIfLeft(file: string): Promise<void> {
			const age = await ageOfFile(knex, file);
			if (age !== undefined && age > LONGEST_WRITE) await dropUnlessUsed(file);
		},
		/**
		 * Stores pictures, outside any transaction, for the write that names them; what it does not name in the end, since it
		 * was refused or had been made before, is taken away again.
		 * @param write is given their keys, in the same order
		 */
		async storedFor<Result>(pictures: readonly Buffer[], write: (keys: string[]) => Promise<Result>): Promise<Result> {
			if (pictures.length === 0) return write([]);
			const keys = pictures.map(() => randomUUID());
			const notes = keys.map((key) => ({ id: randomUUID(), kind: NEW, key, user: null }));
			for (const note of notes) await noteUnsettled(knex, note);
			try {
				for (const [index, picture] of pictures.entries())
					await files.store(picture, { id: keys[index], type: 'image/jpeg', name: NAME });
				return await justStored.run(new Set(keys), () => write(keys));
			} finally {
				for (const key of keys) await dropUnlessUsed(key);
				const ids = notes.map(({ id }) => id);
				await forget(knex, ids);
			}
		},
		open: files.open,
	};
}
