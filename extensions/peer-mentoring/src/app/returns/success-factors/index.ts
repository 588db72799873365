import { definePanel } from '@directus/extensions-sdk';
import { contractOption } from '../../shared/panel/contract-option.ts';
import SuccessFactors from './success-factors.vue';

export default definePanel({
	id: 'success-factors',
	name: 'Success factors',
	description: 'What the Trial is judged by (Annex A), in figures where the data can carry one',
	icon: 'emoji_events',
	component: SuccessFactors,
	minWidth: 14,
	minHeight: 12,
	options: contractOption,
});
