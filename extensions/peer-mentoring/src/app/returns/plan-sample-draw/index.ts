import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import PlanSampleDraw from './plan-sample-draw.vue';

export default defineInterface({
	id: 'plan-sample-draw',
	name: 'Plan sample draw',
	description: 'What a quarterly draw took in each area, and the released plans as a workbook',
	icon: 'shuffle',
	component: PlanSampleDraw,
	...presentation,
});
