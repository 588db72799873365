import { defineDisplay } from '@directus/extensions-sdk';
import { pageLanguage } from '../../shared/language.ts';
import { today } from '../../../clock/today.ts';
import { badgeText, readClock } from '../../shared/service-level-badge/badge-text.ts';
import ServiceLevelBadge from '../../shared/service-level-badge/service-level-badge.vue';

export default defineDisplay({
	id: 'service-level-badge',
	name: 'Service level badge',
	description: 'Says in words and colour how long there is left, or how late it is',
	icon: 'timer',
	component: ServiceLevelBadge,
	handler: (value) => {
		const clock = readClock(value);
		return clock ? badgeText(clock, today(), pageLanguage()) : null;
	},
	options: null,
	types: ['date', 'string'],
});
