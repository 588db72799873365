import { defineInterface } from '@directus/extensions-sdk';
import ReturnFigures from './return-figures.vue';

export default defineInterface({
	id: 'return-figures',
	name: 'Return figures',
	description: 'The figures of a monthly return, each with the records behind it',
	icon: 'query_stats',
	component: ReturnFigures,
	options: null,
	types: ['alias'],
	localTypes: ['presentation'],
	group: 'presentation',
	hideLabel: true,
	hideLoader: true,
	autoKey: true,
});
