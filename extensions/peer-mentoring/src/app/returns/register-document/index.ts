import { defineInterface } from '@directus/extensions-sdk';
import RegisterDocument from './register-document.vue';

export default defineInterface({
	id: 'register-document',
	name: 'Register document',
	description: 'Sends and fetches the file of a version of the Cost Register or the IPR Log',
	icon: 'attach_file',
	component: RegisterDocument,
	options: null,
	types: ['string'],
	group: 'other',
});
