import { defineInterface } from '@directus/extensions-sdk';
import MeasureList from './measure-list.vue';

export default defineInterface({
	id: 'measure-list',
	name: 'Measures of the return',
	description: 'Which measures a return has, in which order and under which names',
	icon: 'format_list_numbered',
	component: MeasureList,
	options: null,
	types: ['json'],
	group: 'other',
});
