import { definePanel } from '@directus/extensions-sdk';
import { pageLanguage } from '../../shared/language.ts';
import FigurePanel from './figure-panel.vue';
import { optionFields, type FigureOptions } from './figure-options.ts';

export default definePanel({
	id: 'figure',
	name: 'Figure',
	description: 'Counts anything of the contract, by month, area, language and more, as number, chart or table',
	icon: 'query_stats',
	component: FigurePanel,
	minWidth: 18,
	minHeight: 12,
	options: ({ options }) => optionFields((options ?? {}) as FigureOptions, pageLanguage()) as never,
});
