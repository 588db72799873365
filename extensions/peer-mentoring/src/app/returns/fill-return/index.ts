import { defineOperationApp } from '@directus/extensions-sdk';
import { asked, contract, month } from '../../shared/operation-form/form.ts';

export default defineOperationApp({
	id: 'fill-return',
	name: '$t:operation_fill_return',
	icon: 'edit_document',
	description: '$t:operation_fill_return_description',
	overview: ({ contract, month }) => asked(contract, month),
	options: () => [contract(), month()],
});
