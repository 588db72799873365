import { defineInterface } from '@directus/extensions-sdk';
import ReturnDifferences from './return-differences.vue';

export default defineInterface({
	id: 'return-differences',
	name: 'Return differences',
	description: 'What a corrected return says otherwise than the version before it',
	icon: 'difference',
	component: ReturnDifferences,
	options: null,
	types: ['json'],
	group: 'other',
});
