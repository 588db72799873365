import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { ENTRY_TABLES } from '../../../storage/returns/periodic-entries.ts';
import { inTheirLanguage, refusal } from '../../shared/errors.ts';
import type { WriteContext } from '../../shared/ownership.ts';
import { note, whenNoted } from '../../shared/pending.ts';
import type { Payload } from '../../shared/plain-record.ts';
import { privateDocuments } from '../../shared/private-documents.ts';
import { refuseReported } from '../../shared/reported-entries.ts';
import { declare } from './declare.ts';

const COLLECTION = 'periodic_returns';

/**
 * Quarterly and six-monthly returns (3.8): opened by the platform alone; people declare nil, and what has been reported
 * is changed no more.
 */
export default defineHook(({ filter }, context) => {
	const documents = privateDocuments(context);
	const knex = context.database as unknown as Knex;
	const byHand = () => Promise.reject(refusal(COLLECTION, 'contract', 'opened_by_platform'));
	filter(`${COLLECTION}.items.create`, (_payload, _meta, write) => inTheirLanguage(write, byHand));
	filter(`${COLLECTION}.items.delete`, (_keys, _meta, write) => inTheirLanguage(write, byHand));
	filter(`${COLLECTION}.items.update`, (payload, meta, write) =>
		inTheirLanguage(write, () => declare(write as unknown as WriteContext, payload as Payload, meta.keys)),
	);

	whenNoted('document', async (key) => {
		const [table = '', document = ''] = key.split(' ');
		if (!(await knex(table).where({ document }).first('id'))) await documents.remove(document);
	});
	for (const table of ENTRY_TABLES) {
		const refuseIfReported = (keys: readonly unknown[], write: unknown) =>
			inTheirLanguage(write as WriteContext, () => refuseReported(write as WriteContext, table, keys));
		filter(`${table}.items.update`, async (payload, meta, write) => {
			await refuseIfReported(meta.keys, write);
			return payload;
		});
		filter(`${table}.items.delete`, async (keys, _meta, write) => {
			await refuseIfReported(keys as unknown[], write);
			if (table !== 'spend_entries') await dropFiles(write.database as unknown as Knex, table, keys as string[]);
			return keys;
		});
	}

	/** The files of versions that are removed go with them, once they are. */
	async function dropFiles(inside: Knex, table: string, keys: readonly string[]): Promise<void> {
		for (const { document } of await inside(table).whereIn('id', keys).whereNotNull('document').select('document')) {
			await note(inside, 'document', `${table} ${document}`);
		}
	}
});
