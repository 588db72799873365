import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import ReturnSubmission from './return-submission.vue';

export default defineInterface({
	id: 'return-submission',
	name: 'Return submission',
	description: 'Checks whether a monthly return is complete, and submits it',
	icon: 'task_alt',
	component: ReturnSubmission,
	...presentation,
	hideLabel: true,
});
