import { defineInterface } from '@directus/extensions-sdk';
import FactShown from './fact-shown.vue';

export default defineInterface({
	id: 'fact',
	name: 'Fact',
	description: 'What the platform works out by itself, to read: never looks as if it could be typed into',
	icon: 'label_important',
	component: FactShown,
	options: null,
	types: ['string', 'integer', 'decimal', 'json'],
	group: 'other',
});
