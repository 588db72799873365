import { defineOperationApp } from '@directus/extensions-sdk';
import { FIGURE_TEXTS, isFigure, type FigureKey } from '../../../domain/returns/figures/catalogue.ts';
import { inLanguage } from '../../../domain/language/text.ts';
import { pageLanguage } from '../../shared/language.ts';
import { optionFields, type FigureOptions } from './figure-options.ts';
import { OPTION_TEXTS } from './texts.ts';

/** What says how a panel draws it. */
const OF_A_PANEL = ['drawn', 'target', 'targetIs'];

export default defineOperationApp({
	id: 'count-figure',
	name: '$t:operation_count_figure',
	icon: 'query_stats',
	description: '$t:operation_count_figure_description',
	overview: ({ count }) => [
		{
			label: OPTION_TEXTS[pageLanguage()].count,
			text: isFigure(count ?? '') ? inLanguage(FIGURE_TEXTS[count as FigureKey].name, pageLanguage()) : '–',
		},
	],
	options: (chosen) => {
		const texts = OPTION_TEXTS[pageLanguage()];
		const readers = (['buyer', 'supplier'] as const).map((value) => ({ value, text: texts.readers[value] }));
		return [
			...optionFields(chosen as FigureOptions, pageLanguage(), false).filter(
				({ field }) => !OF_A_PANEL.includes(field),
			),
			{
				field: 'readBy',
				name: texts.read_by,
				type: 'string' as const,
				schema: { default_value: 'buyer' },
				meta: { interface: 'select-dropdown', width: 'full' as const, options: { choices: readers } },
			},
		] as never;
	},
});
