import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import AsksFirst from './asks-first.vue';

export default defineInterface({
	id: 'asks-first',
	name: 'Asks before it is saved',
	description: 'Asks before something is saved that cannot be undone, and says afterwards what was done',
	icon: 'warning',
	component: AsksFirst,
	...presentation,
	hideLabel: true,
});
