import { defineOperationApp } from '@directus/extensions-sdk';
import { choice, choices, contract, listed, own, wholeNumber } from '../../shared/operation-form/form.ts';
import { text } from '../../shared/operation-form/texts.ts';

export default defineOperationApp({
	id: 'clocks-due',
	name: '$t:operation_clocks_due',
	icon: 'timer',
	description: '$t:operation_clocks_due_description',
	overview: ({ clocks }) => [{ label: text('clocks'), text: listed('clock', clocks) }],
	options: () => [
		choice('which', own({ due_soon: 'which_due_soon', overdue: 'which_overdue' }), 'due_soon'),
		wholeNumber('working_days', 'within', 0, 60, 3),
		contract(),
		choices('clocks', 'clock'),
	],
});
