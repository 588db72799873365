export const TEXTS = {
	'en-GB': {
		caption: 'Service levels of Table A by month',
		service_level: 'Service level',
		nothing: 'Nothing due',
		not_submitted: 'Not submitted yet',
		definition: 'What fell due in the month within the days of Table A, and the share of it that was done in time.',
		share: (percent: string, least: number) => `${percent}% of at least ${least}%`,
		fte: (lowest: number, minimum: number) => `lowest ${lowest} of ${minimum} FTE`,
	},
	'cy-GB': {
		caption: 'Lefelau gwasanaeth Tabl A fesul mis',
		service_level: 'Lefel gwasanaeth',
		nothing: 'Dim yn ddyledus',
		not_submitted: 'Heb ei gyflwyno eto',
		definition: 'Yr hyn a oedd yn ddyledus yn y mis o fewn dyddiau Tabl A, a’r gyfran ohono a wnaed mewn pryd.',
		share: (percent: string, least: number) => `${percent}%, o leiaf ${least}%`,
		fte: (lowest: number, minimum: number) => `isaf ${lowest} o ${minimum} CALl`,
	},
};
