import { definePanel } from '@directus/extensions-sdk';
import { contractOption } from '../../shared/panel/contract-option.ts';
import Payments from './payments.vue';

export default definePanel({
	id: 'payments',
	name: 'Payments',
	description: 'The payments of the last six months, and how each stands',
	icon: 'payments',
	component: Payments,
	minWidth: 14,
	minHeight: 8,
	options: contractOption,
});
