import { defineInterface } from '@directus/extensions-sdk';
import PoundsInput from './pounds-input.vue';

export default defineInterface({
	id: 'pounds',
	name: 'Pounds',
	description: 'An amount in pounds, stored as whole pence',
	icon: 'currency_pound',
	component: PoundsInput,
	options: [
		{
			field: 'negative',
			name: 'Negative amounts',
			type: 'boolean',
			meta: { interface: 'boolean', width: 'half' },
			schema: { default_value: false },
		},
	],
	types: ['integer', 'bigInteger'],
	group: 'standard',
});
