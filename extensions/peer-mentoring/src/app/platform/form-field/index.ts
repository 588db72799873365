import { defineInterface } from '@directus/extensions-sdk';
import FormField from './form-field.vue';

export default defineInterface({
	id: 'form-field',
	name: 'Field of a form',
	description: 'Picks a form and one of its fields, by the names that people know them by',
	icon: 'ballot',
	component: FormField,
	options: null,
	types: ['string'],
	group: 'other',
});
