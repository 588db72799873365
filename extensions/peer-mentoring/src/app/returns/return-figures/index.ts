import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import ReturnFigures from './return-figures.vue';

export default defineInterface({
	id: 'return-figures',
	name: 'Return figures',
	description: 'The figures of a monthly return, each with the records behind it',
	icon: 'query_stats',
	component: ReturnFigures,
	...presentation,
	hideLabel: true,
});
