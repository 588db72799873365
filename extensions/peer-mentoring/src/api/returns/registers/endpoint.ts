import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { readVariables } from '../../../environment/read-variables.ts';
import { registerFault } from '../../../files/documents.ts';
import { ENTRIES, type EntryTable } from '../../../storage/returns/periodic-entries.ts';
import { mayTouch, type Caller } from '../../shared/caller.ts';
import { inTheirLanguage, languageOf, NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { privateDocuments, safeName, type Documented } from '../../shared/private-documents.ts';
import { readDocument } from '../../shared/read-document.ts';
import { UploadError } from '../../shared/read-upload.ts';
import { refuseReported } from '../../shared/reported-entries.ts';
import { TEXTS } from './texts.ts';

interface StoredVersion extends Documented {
	table: EntryTable;
}

/** The file of each version of the Contract Cost Register and of the IPR Log (3.8), for whoever may see the entry. */
export default defineEndpoint({
	id: 'registers',
	handler: (router, context) => {
		const knex = context.database as unknown as Knex;
		const documents = privateDocuments(context);
		const most = readVariables(context.env).REGISTER_MAX_BYTES;

		router.post(
			'/:kind/:id/document',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier MI']);
				const language = await languageOf(knex, caller.user);
				const texts = TEXTS[language];
				const content = await readDocument(request, { most, missing: texts.missing, several: texts.several }, language);
				const version = await versionOf(knex, request, caller);
				const write = { database: knex, accountability: request.accountability };
				await inTheirLanguage(write, () => refuseReported(write, version.table, [version.id]));
				const fault = registerFault(content);
				if (fault) throw new UploadError({ reason: texts[fault] });
				await documents.replace(response, version, content);
			}),
		);
		router.get(
			'/:kind/:id/document',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
				await documents.send(response, await versionOf(knex, request, caller));
			}),
		);
	},
});

/** The version, if it is the caller's to see: the Buyer sees every one, a Supplier's people their own. */
async function versionOf(knex: Knex, { params }: AuthenticatedRequest, caller: Caller): Promise<StoredVersion> {
	const kind = String(params.kind);
	if (kind !== 'contract_cost_register' && kind !== 'ipr_log') throw new NotYoursError();
	const { table } = ENTRIES[kind];
	const row = await knex(table)
		.where({ id: uuidIn(params.id) ?? null })
		.first('id', 'version', 'supplier', 'document');
	if (!row || (caller.role !== 'Buyer' && !mayTouch(caller, row))) throw new NotYoursError();
	const stem = `${kind.replaceAll('_', '-')}-${safeName(row.version) || 'document'}`;
	return { id: row.id, table, document: row.document, stem };
}
