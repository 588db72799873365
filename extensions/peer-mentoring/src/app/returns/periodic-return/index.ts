import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import PeriodicReturn from './periodic-return.vue';

export default defineInterface({
	id: 'periodic-return',
	name: 'Quarterly or six-monthly return',
	description: 'What the return reports, and its workbook',
	icon: 'event_repeat',
	component: PeriodicReturn,
	...presentation,
	hideLabel: true,
});
