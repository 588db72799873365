import { pageLanguage } from '../language.ts';
import { TEXTS } from './texts.ts';

/** The one thing to set of these panels: the contract they show. */
export function contractOption() {
	const texts = TEXTS[pageLanguage()];
	return [
		{
			field: 'contract',
			name: texts.contract,
			type: 'string' as const,
			meta: {
				interface: 'input',
				width: 'full' as const,
				note: texts.contract_note,
				options: { trim: true, placeholder: 'PM-CPA9' },
			},
		},
	];
}
