import { defineInterface } from '@directus/extensions-sdk';
import FigureFilters from './figure-filters.vue';

export default defineInterface({
	id: 'figure-filters',
	name: 'Filters of a figure',
	description: 'Of whom or of what a figure counts only some',
	icon: 'filter_alt',
	component: FigureFilters,
	options: [],
	types: ['json'],
	group: 'other',
});
