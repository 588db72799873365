import { defineOperationApp } from '@directus/extensions-sdk';
import { ofOneReturn } from '../../shared/operation-form/form.ts';

export default defineOperationApp({
	id: 'pmi-figures',
	name: '$t:operation_pmi_figures',
	icon: 'query_stats',
	description: '$t:operation_pmi_figures_description',
	...ofOneReturn,
});
