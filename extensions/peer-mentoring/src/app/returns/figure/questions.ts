import { defineInterface } from '@directus/extensions-sdk';
import FigureQuestions from './figure-questions.vue';

export default defineInterface({
	id: 'figure-questions',
	name: 'Figures that answer a request',
	description: 'Figures of the catalogue, as the Buyer is given them',
	icon: 'query_stats',
	component: FigureQuestions,
	options: null,
	types: ['json'],
	group: 'other',
});
