import { defineInterface } from '@directus/extensions-sdk';
import ReturnMapping from './return-mapping.vue';

export default defineInterface({
	id: 'return-mapping',
	name: 'Return mapping',
	description: 'The Buyer’s workbook of a template, what goes where in it, and what that comes to',
	icon: 'table_view',
	component: ReturnMapping,
	options: null,
	types: ['json'],
	group: 'other',
});
