import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import PlanSampleReview from './plan-sample-review.vue';

export default defineInterface({
	id: 'plan-sample-review',
	name: 'Plan sample review',
	description: 'The anonymised plan with every replacement, to be read, redacted, rejected or released',
	icon: 'fact_check',
	component: PlanSampleReview,
	...presentation,
	hideLabel: true,
});
