import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import TrackerDownload from './tracker-download.vue';

export default defineInterface({
	id: 'tracker-download',
	name: 'Mentee Tracker download',
	description: 'Asks for a password and downloads the encrypted Mentee Tracker of the return',
	icon: 'lock',
	component: TrackerDownload,
	...presentation,
});
