import { defineOperationApp } from '@directus/extensions-sdk';
import { ofOneReturn } from '../../shared/operation-form/form.ts';

export default defineOperationApp({
	id: 'fill-return',
	name: '$t:operation_fill_return',
	icon: 'edit_document',
	description: '$t:operation_fill_return_description',
	...ofOneReturn,
});
