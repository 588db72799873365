import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { readVariables } from '../../../environment/read-variables.ts';
import { documentFault } from '../../../files/documents.ts';
import type { Caller } from '../../shared/caller.ts';
import { mayTouch } from '../../shared/caller.ts';
import { languageOf, NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { privateDocuments, safeName, type Documented } from '../../shared/private-documents.ts';
import { readDocument } from '../../shared/read-document.ts';
import { UploadError } from '../../shared/read-upload.ts';
import { TEXTS } from './texts.ts';

interface StoredInvoice {
	id: string;
	number: string | null;
	status: string;
	supplier: string;
	document: string | null;
}

/** The one PDF of an invoice (4.11): kept apart from every other file, and read by nobody who may not see the invoice. */
export default defineEndpoint({
	id: 'invoices',
	handler: (router, context) => {
		const knex = context.database as unknown as Knex;
		const documents = privateDocuments(context);
		const most = readVariables(context.env).INVOICE_MAX_BYTES;

		router.post(
			'/:id/document',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI']);
				const language = await languageOf(knex, caller.user);
				const texts = TEXTS[language];
				const content = await readDocument(request, { most, missing: texts.missing, several: texts.several }, language);
				const invoice = await invoiceOf(knex, request, caller);
				if (invoice.status === 'sent' || invoice.status === 'paid') {
					throw new UploadError({ reason: texts.sent });
				}
				const fault = documentFault(content);
				if (fault) throw new UploadError({ reason: texts[fault] });
				await documents.replace(response, documented(invoice), content);
			}),
		);
		router.get(
			'/:id/document',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
				await documents.send(response, documented(await invoiceOf(knex, request, caller)));
			}),
		);
	},
});

/** The invoice, if it is the caller's to see: the Buyer sees every one, a Supplier's people their own. */
async function invoiceOf(knex: Knex, { params }: AuthenticatedRequest, caller: Caller): Promise<StoredInvoice> {
	const invoice = (await knex('invoices')
		.where({ id: uuidIn(params.id) ?? null })
		.first('id', 'number', 'status', 'supplier', 'document')) as StoredInvoice | undefined;
	if (!invoice || (caller.role !== 'Buyer' && !mayTouch(caller, invoice))) throw new NotYoursError();
	return invoice;
}

function documented({ id, number, document }: StoredInvoice): Documented {
	return { table: 'invoices', id, document, stem: `invoice-${safeName(number) || 'document'}` };
}
