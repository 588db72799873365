import type { Knex } from 'knex';
import { trackerRows, type TrackerScope } from '../../../storage/returns/tracker.ts';
import { encryptWorkbook } from '../../../workbook/encrypt.ts';
import type { TrackerFile } from './tracker-file.ts';

export interface Prepared {
	content: Buffer;
	/** How many Mentees it shows. */
	records: number;
}

/**
 * The tracker as an encrypted file. One is made at a time, so that memory holds one, however many people ask at the end
 * of a month. Ends early with the signal's reason where nobody waits for it any more.
 */
export function prepareTracker(
	knex: Knex,
	scope: TrackerScope,
	make: TrackerFile,
	password: string,
	signal?: AbortSignal,
): Promise<Prepared> {
	return inTurn(async () => {
		let records = 0;
		const rows = async function* () {
			for await (const row of trackerRows(knex, scope)) {
				signal?.throwIfAborted();
				records++;
				yield row;
			}
		};
		signal?.throwIfAborted();
		const workbook = await make(rows());
		return { content: await encryptWorkbook(workbook, password, signal), records };
	});
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	const result = last.then(work);
	last = result.catch(() => undefined);
	return result;
}
