import { defineDisplay } from '@directus/extensions-sdk';
import FieldName from './field-name.vue';

export default defineDisplay({
	id: 'form-field-name',
	name: 'Field of a form',
	description: 'Shows a form and its field by their names',
	icon: 'ballot',
	component: FieldName,
	options: null,
	types: ['string'],
});
