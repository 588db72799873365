import { defineOperationApp } from '@directus/extensions-sdk';
import { choice, codeChoices, own, wholeNumber } from '../../shared/operation-form/form.ts';
import { text } from '../../shared/operation-form/texts.ts';

export default defineOperationApp({
	id: 'nth-working-day',
	name: '$t:operation_nth_working_day',
	icon: 'event_available',
	description: '$t:operation_nth_working_day_description',
	overview: ({ number }) => [{ label: text('number'), text: String(number ?? 1) }],
	options: () => [
		wholeNumber('number', 'number', 1, 23, 1),
		choice('calendar', codeChoices('working_day_calendar'), 'england-and-wales'),
		choice('when', own({ on: 'when_on', from: 'when_from' }), 'on'),
	],
});
