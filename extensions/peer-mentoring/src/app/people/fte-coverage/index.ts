import { definePanel } from '@directus/extensions-sdk';
import { pageLanguage } from '../../shared/language.ts';
import FteCoverage from './fte-coverage.vue';
import { OPTION_TEXTS } from './texts.ts';

export default definePanel({
	id: 'fte-coverage',
	name: 'FTE coverage',
	description: 'FTE in post of each CPA against its minimum and maximum, with the gaps',
	icon: 'groups',
	component: FteCoverage,
	minWidth: 14,
	minHeight: 10,
	options: () => {
		const texts = OPTION_TEXTS[pageLanguage()];
		return [
			{
				field: 'contract',
				name: texts.contract,
				type: 'string',
				meta: {
					interface: 'input',
					width: 'half',
					note: texts.contract_note,
					options: { trim: true, placeholder: 'PM-CPA9' },
				},
			},
			{
				field: 'cpa',
				name: texts.cpa,
				type: 'integer',
				meta: { interface: 'input', width: 'half', note: texts.cpa_note, options: { min: 1, max: 9 } },
			},
			{
				field: 'monthsBack',
				name: texts.months_back,
				type: 'integer',
				meta: { interface: 'input', width: 'half', options: { min: 0, max: 60 } },
				schema: { default_value: 6 },
			},
			{
				field: 'monthsForward',
				name: texts.months_forward,
				type: 'integer',
				meta: { interface: 'input', width: 'half', options: { min: 0, max: 60 } },
				schema: { default_value: 6 },
			},
		];
	},
});
