export const TEXTS = {
	'en-GB': {
		title: 'Everything that is kept of this person',
		as_page: 'Open as a page to print',
		as_file: 'Save as a file',
		more: 'For themselves, when they ask (right of access). The page is in their language and opens beside the Studio; that it was given out stands in the read log.',
	},
	'cy-GB': {
		title: 'Popeth a gedwir am yr unigolyn hwn',
		as_page: 'Agor fel tudalen i’w hargraffu',
		as_file: 'Cadw fel ffeil',
		more: 'Iddyn nhw eu hunain, pan ofynnant (hawl i weld eu data). Mae’r dudalen yn eu hiaith ac yn agor wrth ochr y Stiwdio; mae’r ffaith iddi gael ei rhoi yn y cofnod darllen.',
	},
};
