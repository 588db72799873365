import type { Language } from '../../../domain/language/messages.ts';

export const PERFORMANCE_TEXTS = {
	'en-GB': {
		title: 'Performance',
		about:
			'The last six months, each once its return has been submitted; nothing live and nobody’s records. Every cell opens what is behind it.',
		no_contract: 'There is no contract yet.',
		what: 'What',
		whole: 'Whole contract',
		levels: 'service levels met',
		fte: 'lowest FTE of the minimum',
		met: (met: number, of: number) => `${met} of ${of}`,
		of: (number: number, minimum: number) => `${number} of ${minimum}`,
		returns: 'Return',
		came: { on_time: 'on time', late: 'late' },
		payments: 'Payments',
		not_submitted: 'not submitted, or nothing to judge',
		plans: (count: number) => `${count} Performance Improvement ${count === 1 ? 'Plan is' : 'Plans are'} open`,
		milestone: (name: string, day: string, late: boolean) =>
			late ? `The milestone “${name}” was due on ${day} and is not met` : `The next milestone is “${name}”, on ${day}`,
	},
	'cy-GB': {
		title: 'Perfformiad',
		about:
			'Y chwe mis diwethaf, pob un wedi i’w adroddiad gael ei gyflwyno; dim byd byw a chofnodion neb. Mae pob cell yn agor yr hyn sydd y tu ôl iddi.',
		no_contract: 'Nid oes contract eto.',
		what: 'Beth',
		whole: 'Y contract cyfan',
		levels: 'lefelau gwasanaeth a gyrhaeddwyd',
		fte: 'CALl isaf o’r isafswm',
		met: (met: number, of: number) => `${met} o ${of}`,
		of: (number: number, minimum: number) => `${number} o ${minimum}`,
		returns: 'Adroddiad',
		came: { on_time: 'ar amser', late: 'yn hwyr' },
		payments: 'Taliadau',
		not_submitted: 'heb ei gyflwyno, neu ddim i’w farnu',
		plans: (count: number) => `Cynlluniau gwella perfformiad agored: ${count}`,
		milestone: (name: string, day: string, late: boolean) =>
			late
				? `Roedd y garreg filltir “${name}” i’w chyrraedd ar ${day}, ac ni chyrhaeddwyd hi`
				: `Y garreg filltir nesaf yw “${name}”, ar ${day}`,
	},
} satisfies Record<Language, object>;
