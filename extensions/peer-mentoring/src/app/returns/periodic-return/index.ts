import { defineInterface } from '@directus/extensions-sdk';
import PeriodicReturn from './periodic-return.vue';

export default defineInterface({
	id: 'periodic-return',
	name: 'Quarterly or six-monthly return',
	description: 'What the return reports, and its workbook',
	icon: 'event_repeat',
	component: PeriodicReturn,
	options: null,
	types: ['alias'],
	localTypes: ['presentation'],
	group: 'presentation',
	hideLabel: true,
	hideLoader: true,
	autoKey: true,
});
