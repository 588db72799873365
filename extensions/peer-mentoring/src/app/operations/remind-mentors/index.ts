import { defineOperationApp } from '@directus/extensions-sdk';

export default defineOperationApp({
	id: 'remind-mentors',
	name: 'Remind Peer Mentors of what is due',
	icon: 'notification_important',
	description: 'Tells every Peer Mentor, in their language, what is due in so many Working Days.',
	overview: ({ working_days }) => [{ label: 'Working Days before', text: String(working_days ?? 3) }],
	options: [
		{
			field: 'working_days',
			name: 'Working Days before the due date',
			type: 'integer',
			schema: { default_value: 3 },
			meta: { interface: 'input', width: 'half', options: { min: 0, max: 30 } },
		},
	],
});
