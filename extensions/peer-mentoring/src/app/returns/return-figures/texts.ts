import type { RecordResult } from '../../../domain/returns/pmi/records.ts';

const RESULTS: Record<'en-GB' | 'cy-GB', Record<RecordResult, string>> = {
	'en-GB': { counted: 'Counted', on_time: 'On time', late: 'Late', not_done: 'Not done in time', pending: 'Running' },
	'cy-GB': {
		counted: 'Wedi’i gyfrif',
		on_time: 'Yn brydlon',
		late: 'Yn hwyr',
		not_done: 'Heb ei wneud mewn pryd',
		pending: 'Ar y gweill',
	},
};

export const TEXTS = {
	'en-GB': {
		show: 'Show the figures',
		refresh: 'Work them out again',
		loading: 'Working out…',
		measure: 'Measure',
		figure: 'Figure',
		open: (name: string, figure: string) => `${name}: ${figure}. Show or hide the records behind it`,
		records: (name: string) => `The records behind: ${name}`,
		none: 'No record.',
		reference: 'Reference',
		on: 'Day',
		result: 'How it counts',
		more: (count: number) => `and ${count} more`,
		problem: 'The figures could not be shown.',
		results: RESULTS['en-GB'],
	},
	'cy-GB': {
		show: 'Dangos y ffigurau',
		refresh: 'Eu cyfrifo eto',
		loading: 'Wrthi’n cyfrifo…',
		measure: 'Mesur',
		figure: 'Ffigur',
		open: (name: string, figure: string) => `${name}: ${figure}. Dangos neu guddio’r cofnodion y tu ôl iddo`,
		records: (name: string) => `Y cofnodion y tu ôl i: ${name}`,
		none: 'Dim cofnod.',
		reference: 'Cyfeirnod',
		on: 'Diwrnod',
		result: 'Sut mae’n cyfrif',
		more: (count: number) => `a ${count} arall`,
		problem: 'Nid oedd modd dangos y ffigurau.',
		results: RESULTS['cy-GB'],
	},
};
