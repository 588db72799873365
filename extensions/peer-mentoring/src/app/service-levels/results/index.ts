import { definePanel } from '@directus/extensions-sdk';
import { contractOption } from '../../shared/panel/contract-option.ts';
import ServiceLevels from './service-levels.vue';

export default definePanel({
	id: 'service-levels',
	name: 'Service levels',
	description: 'The service levels of Table A in the last six months',
	icon: 'speed',
	component: ServiceLevels,
	minWidth: 14,
	minHeight: 10,
	options: contractOption,
});
