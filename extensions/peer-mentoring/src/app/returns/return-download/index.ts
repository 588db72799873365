import { defineInterface } from '@directus/extensions-sdk';
import ReturnDownload from './return-download.vue';

export default defineInterface({
	id: 'return-download',
	name: 'Return download',
	description: 'A button that downloads the PMI workbook of the return',
	icon: 'download',
	component: ReturnDownload,
	options: null,
	types: ['alias'],
	localTypes: ['presentation'],
	group: 'presentation',
	hideLabel: true,
	hideLoader: true,
	autoKey: true,
});
