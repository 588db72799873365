import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import SentArchive from './sent-archive.vue';

export default defineInterface({
	id: 'sent-archive',
	name: 'Archive of what was sent',
	description: 'Everything that was sent under a contract, as one ZIP',
	icon: 'folder_zip',
	component: SentArchive,
	...presentation,
	hideLabel: true,
});
