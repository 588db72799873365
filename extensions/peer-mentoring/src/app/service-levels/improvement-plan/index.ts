import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import ImprovementPlan from './improvement-plan.vue';

export default defineInterface({
	id: 'improvement-plan',
	name: 'Improvement plan to the Buyer',
	description: 'Says what a Performance Improvement Plan lacks, and submits it',
	icon: 'send',
	component: ImprovementPlan,
	...presentation,
	hideLabel: true,
});
