import { defineInterface } from '@directus/extensions-sdk';
import ReturnSubmission from './return-submission.vue';

export default defineInterface({
	id: 'return-submission',
	name: 'Return submission',
	description: 'Checks whether a monthly return is complete, and submits it',
	icon: 'task_alt',
	component: ReturnSubmission,
	options: null,
	types: ['alias'],
	localTypes: ['presentation'],
	group: 'presentation',
	hideLabel: true,
	hideLoader: true,
	autoKey: true,
});
