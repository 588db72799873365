import type { Language } from '../../../domain/language/messages.ts';

export const HOME_TEXTS = {
	'en-GB': {
		title: 'Home',
		hand_over: 'When a mentor leaves',
		load_records: 'Load records',
		staff: 'Accounts of your people',
		accounts: 'Accounts',
		administration: 'Flows and settings',
		loading: 'Loading…',
		not_loaded: 'This page could not be loaded.',
		try_again: 'Try again',
	},
	'cy-GB': {
		title: 'Hafan',
		hand_over: 'Pan fydd mentor yn gadael',
		load_records: 'Llwytho cofnodion',
		staff: 'Cyfrifon eich pobl',
		accounts: 'Cyfrifon',
		administration: 'Llifoedd a gosodiadau',
		loading: 'Wrthi’n llwytho…',
		not_loaded: 'Nid oedd modd llwytho’r dudalen hon.',
		try_again: 'Rhowch gynnig arall arni',
	},
} satisfies Record<Language, object>;
