import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import PlanLink from './plan-link.vue';

export default defineInterface({
	id: 'plan-link',
	name: 'Link to confirm a plan',
	description: 'A button that makes the address by which a Mentee confirms their plan, shown once',
	icon: 'how_to_reg',
	component: PlanLink,
	...presentation,
});
