export const TEXTS = {
	'en-GB': {
		caption: 'Service levels of Table A by month',
		service_level: 'Service level',
		nothing: 'Nothing due',
		share: (percent: string) => `${percent}% met`,
		fte: (lowest: number, minimum: number) => `lowest ${lowest} of ${minimum} FTE`,
	},
	'cy-GB': {
		caption: 'Lefelau gwasanaeth Tabl A fesul mis',
		service_level: 'Lefel gwasanaeth',
		nothing: 'Dim yn ddyledus',
		share: (percent: string) => `${percent}% wedi’u bodloni`,
		fte: (lowest: number, minimum: number) => `isaf ${lowest} o ${minimum} CALl`,
	},
};
