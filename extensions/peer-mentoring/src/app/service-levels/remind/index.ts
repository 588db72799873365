import { defineOperationApp } from '@directus/extensions-sdk';
import { choices, listed, notBefore, stages } from '../../shared/operation-form/form.ts';
import { text } from '../../shared/operation-form/texts.ts';

export default defineOperationApp({
	id: 'remind',
	name: '$t:operation_remind',
	icon: 'notifications_active',
	description: '$t:operation_remind_description',
	overview: ({ kinds }) => [{ label: text('kinds'), text: listed('reminder', kinds) }],
	options: () => [choices('kinds', 'reminder'), stages(), notBefore()],
});
