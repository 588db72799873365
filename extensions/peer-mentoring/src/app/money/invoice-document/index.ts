import { defineInterface } from '@directus/extensions-sdk';
import InvoiceDocument from './invoice-document.vue';

export default defineInterface({
	id: 'invoice-document',
	name: 'Invoice document',
	description: 'Sends and fetches the one PDF of an invoice',
	icon: 'picture_as_pdf',
	component: InvoiceDocument,
	options: null,
	types: ['string'],
	group: 'other',
});
