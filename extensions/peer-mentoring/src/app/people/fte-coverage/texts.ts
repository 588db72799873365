export const TEXTS = {
	'en-GB': {
		title: 'Full-time equivalent in post',
		chart: (cpa: number, district: string) => `CPA ${cpa}: ${district}`,
		in_post: 'FTE in post',
		minimum: 'Minimum',
		maximum: 'Maximum',
		below_minimum: 'Below the minimum',
		from: 'From',
		to: 'To',
		gap: 'Gap',
		never_below: 'Never below the minimum',
		days_below: (days: number) => `Below the minimum on ${days} ${days === 1 ? 'day' : 'days'}`,
		days: (from: string, to: string) => `${from} to ${to}`,
		definition:
			'Weekly hours of the Peer Mentors in post on each day, as a share of full-time hours, against the fewest and most of Annex C.',
		loading: 'Loading the FTE coverage…',
		empty: 'There is no FTE coverage to show for this contract and period.',
		problem: 'The FTE coverage could not be loaded.',
	},
	'cy-GB': {
		title: 'Cyfwerth ag amser llawn mewn swydd',
		chart: (cpa: number, district: string) => `CPA ${cpa}: ${district}`,
		in_post: 'CALl mewn swydd',
		minimum: 'Isafswm',
		maximum: 'Uchafswm',
		below_minimum: 'Islaw’r isafswm',
		from: 'O',
		to: 'Hyd at',
		gap: 'Bwlch',
		never_below: 'Byth islaw’r isafswm',
		days_below: (days: number) => `Islaw’r isafswm ar ${days === 2 ? '2 ddiwrnod' : `${days} diwrnod`}`,
		days: (from: string, to: string) => `${from} hyd at ${to}`,
		definition:
			'Oriau wythnosol y mentoriaid cymheiriaid mewn swydd bob dydd, fel cyfran o oriau amser llawn, o’u cymharu ag isafswm ac uchafswm Atodiad C.',
		loading: 'Wrthi’n llwytho’r cwmpas CALl…',
		empty: 'Nid oes cwmpas CALl i’w ddangos ar gyfer y contract a’r cyfnod hwn.',
		problem: 'Nid oedd modd llwytho’r cwmpas CALl.',
	},
};

export const OPTION_TEXTS = {
	'en-GB': {
		contract: 'Contract reference',
		contract_note: 'Leave empty for every contract you may see',
		cpa: 'CPA',
		cpa_note: '1 to 9; leave empty for all',
		months_back: 'Months back',
		months_forward: 'Months ahead',
	},
	'cy-GB': {
		contract: 'Cyfeirnod y contract',
		contract_note: 'Gadewch yn wag ar gyfer pob contract y cewch ei weld',
		cpa: 'CPA',
		cpa_note: '1 i 9; gadewch yn wag ar gyfer y cyfan',
		months_back: 'Misoedd yn ôl',
		months_forward: 'Misoedd ymlaen',
	},
};
