import { createError } from '@directus/errors';
import type { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import { today } from '../../../clock/today.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { importForms, type ImportForm } from '../../../domain/loading/forms.ts';
import { readImport, type ImportRecords } from '../../../import/read-import.ts';
import { saidTogether } from '../../../import/said-columns.ts';
import { readLists } from '../../../storage/language/lists.ts';
import type { Progress, Tell } from '../../../storage/loading/context.ts';
import { readExportKeys } from '../../../storage/loading/export-keys.ts';
import { keepImport, proofOf, type LoadedFile } from '../../../storage/loading/import-runs.ts';
import { ImportRefused, loadImport } from '../../../storage/loading/load-import.ts';
import { loadRightOnes, tryRightOnes } from '../../../storage/loading/load-right.ts';
import { rememberColumns, rememberedColumns } from '../../../storage/loading/remembered-columns.ts';
import type { Caller } from '../../shared/caller.ts';
import { faultsAnswer, loadedAnswer, rightAnswer, triedAnswer } from './answers.ts';
import { readDeliveryAreas } from './delivery-areas.ts';
import { errorFor } from './errors.ts';
import type { Sent } from './parts.ts';
import { refuseContracts } from './sender.ts';
import { recordImport, type Origin } from './trace.ts';
import type { Way } from './way.ts';

const FORMS = Object.keys(importForms) as ImportForm[];

/** Where an import runs. */
export interface Place {
	knex: Knex;
	logger: { info: (message: string) => void; error: (message: string) => void };
}

/** What is to be done, for whom. */
export interface Asked {
	caller: Caller;
	/** The one Supplier whose files these are; `null` for the Administrator, who loads every Supplier's. */
	supplier: string | null;
	way: Way;
	sent: Sent;
	from: Origin;
	/** Of whoever reads the answer. */
	language: Language;
}

/** Whoever waits for it. */
export interface Watch {
	/** Ends it; nothing is loaded then. */
	signal: AbortSignal;
	tell?: Tell;
	/** Written in the transaction of the load. */
	loaded?: (transaction: Knex, answer: Answer) => Promise<void>;
}

export interface Answer {
	status: number;
	body: object;
}

const CorrectionError = createError<{ reason: string }>('INVALID_PAYLOAD', ({ reason }) => reason, 400);

/** Reads the files and loads them, or tries, or leaves the faulty rows out: what is to be answered. */
export async function runImport(place: Place, asked: Asked, watch: Watch): Promise<Answer> {
	const { knex, logger } = place;
	const records = await read(place, asked, watch);
	const { caller, supplier, way, sent, from, language } = asked;
	const expected = sent.parts.flatMap((part) => part.expected ?? []);
	// A sheet of a workbook is known once it is read.
	refuseContracts(caller, [...records.forms], language);
	const forms = FORMS.filter((form) => expected.includes(form) || records.forms.has(form));
	const onProgress = (progress: Progress) => {
		watch.signal.throwIfAborted();
		watch.tell?.(progress);
	};
	const loader = { today: today(), user: caller.user, supplier, language, onProgress };
	const keep = { user: caller.user, supplier, files: filesOf(sent) };
	const answered = async (transaction: Knex, body: object): Promise<Answer> => {
		const answer: Answer = { status: 200, body };
		await rememberColumns(transaction, supplier, sent.said);
		await watch.loaded?.(transaction, answer);
		// The last moment at which all of it can be taken back.
		watch.signal.throwIfAborted();
		return answer;
	};
	try {
		if (way === 'try') {
			const right = await tryRightOnes(knex, records, loader);
			return { status: 200, body: triedAnswer(forms, right, records.tables, language) };
		}
		let answer: Answer | undefined;
		const loaded =
			way === 'right'
				? await loadRightOnes(knex, records, loader, async (transaction, right) => {
						const id = await keepImport(transaction, { ...keep, counts: right.counts, leftOut: right.leftOut });
						const hasLeft = FORMS.some((form) => right.leftOut[form].length > 0);
						const address = hasLeft ? `/caseload/left-out/${id}` : null;
						answer = await answered(transaction, rightAnswer(forms, right, address, language));
					})
				: await loadImport(knex, records, loader, async (transaction, all) => {
						await keepImport(transaction, { ...keep, counts: all.counts });
						answer = await answered(transaction, loadedAnswer(forms, all, language));
					});
		await recordImport({ knex, logger, from, caller }, loaded);
		return answer as Answer;
	} catch (error) {
		if (watch.signal.aborted) throw error;
		if (!(error instanceof ImportRefused)) throw errorFor(error, logger, language);
		return { status: 400, body: faultsAnswer(error.faults, error.notices, language) };
	}
}

async function read({ knex, logger }: Place, asked: Asked, { signal, tell }: Watch): Promise<ImportRecords> {
	const { supplier, way, sent, language } = asked;
	const options = {
		deliveryAreas: await readDeliveryAreas(knex),
		lists: await readLists(knex),
		said: saidTogether(await rememberedColumns(knex, supplier), sent.said),
		corrections: sent.corrections,
		exportKeys: () => readExportKeys(knex, supplier),
		keepsRows: way !== 'all',
		onProgress: async (_file: string, lines: number) => {
			tell?.({ step: 'reading', done: lines });
			// Others are answered between two batches of lines.
			await breathe();
			signal.throwIfAborted();
		},
	};
	const records = await readImport(sent.parts, options).catch((error: unknown) => {
		throw signal.aborted ? error : errorFor(error, logger, language);
	});
	if (records.unmet) {
		const { file, line, column } = records.unmet;
		const reason = `A correction is of a cell that there is not: ${column} in line ${line} of ${file}`;
		throw new CorrectionError({ reason });
	}
	return records;
}

function filesOf({ parts, corrections }: Sent): LoadedFile[] {
	const corrected = (name: string) =>
		corrections.filter(({ file }) => file === name || file.startsWith(`${name} [`)).length;
	return parts.map(({ name, content, sentAs }) => ({
		part: sentAs,
		...proofOf(content),
		...(corrected(name) > 0 ? { corrected: corrected(name) } : {}),
	}));
}
