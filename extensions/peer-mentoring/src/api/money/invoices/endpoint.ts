import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { readVariables } from '../../../environment/read-variables.ts';
import { documentFault, type DocumentFault } from '../../../files/documents.ts';
import type { Caller } from '../../shared/caller.ts';
import { mayTouch } from '../../shared/caller.ts';
import { NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { privateDocuments, safeName, type Documented } from '../../shared/private-documents.ts';
import { readDocument } from '../../shared/read-document.ts';
import { UploadError } from '../../shared/read-upload.ts';

const FAULTS: Record<DocumentFault, string> = {
	empty: 'The file is empty. Send the PDF of the invoice.',
	not_a_pdf: 'This is not a PDF. Save the invoice as a PDF and send that (4.11).',
	cut_short: 'The PDF is not complete: its end is missing. Save it again and send that.',
	has_attachments: 'The PDF has files attached. Put supporting documents on its pages instead (4.11).',
};

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
		const limits = {
			most: readVariables(context.env).INVOICE_MAX_BYTES,
			missing: 'Send the PDF of the invoice as a file.',
			several: 'Send one PDF: all that belongs to an invoice is in it (4.11).',
		};

		router.post(
			'/:id/document',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI']);
				const content = await readDocument(request, limits);
				const invoice = await invoiceOf(knex, request, caller);
				if (invoice.status === 'sent' || invoice.status === 'paid') {
					throw new UploadError({ reason: 'This invoice has been sent: its document is changed no more.' });
				}
				const fault = documentFault(content);
				if (fault) throw new UploadError({ reason: FAULTS[fault] });
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
