import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import ReturnDownload from './return-download.vue';

export default defineInterface({
	id: 'return-download',
	name: 'Return download',
	description: 'A button that downloads the PMI workbook of the return',
	icon: 'download',
	component: ReturnDownload,
	...presentation,
	hideLabel: true,
});
