import { definePanel } from '@directus/extensions-sdk';
import Returns from './returns.vue';

export default definePanel({
	id: 'returns',
	name: 'Returns',
	description: 'The monthly returns of the last six months: when each was due, and when it was submitted and sent',
	icon: 'assignment_turned_in',
	component: Returns,
	minWidth: 14,
	minHeight: 8,
	options: [],
});
