import type { Language } from '../../domain/language/text.ts';

export const PERSON_TEXTS = {
	'en-GB': {
		caseload: 'My caseload',
		person: 'One person',
		loading: 'Loading…',
		not_found: 'This person is not on your caseload',
		next_due: 'Next due',
		nothing_due: 'Nothing is due',
		next_appointment: 'Next appointment',
		at: (day: string, time: string | null, place: string | null) =>
			[time ? `${day}, ${time}` : day, place].filter(Boolean).join(', '),
		call: 'Call',
		text: 'Text',
		write: 'E-mail',
		to_do: 'To do',
		record: 'Record',
		timeline: 'What has happened',
		nothing_happened: 'Nothing is on record yet.',
		details: 'Details',
		studio: 'Open the whole record',
	},
	'cy-GB': {
		caseload: 'Fy llwyth achosion',
		person: 'Un person',
		loading: 'Wrthi’n llwytho…',
		not_found: 'Nid yw’r unigolyn hwn ar eich llwyth achosion',
		next_due: 'Nesaf i’w wneud',
		nothing_due: 'Nid oes dim i’w wneud',
		next_appointment: 'Apwyntiad nesaf',
		at: (day: string, time: string | null, place: string | null) =>
			[time ? `${day}, ${time}` : day, place].filter(Boolean).join(', '),
		call: 'Ffonio',
		text: 'Tecstio',
		write: 'E-bostio',
		to_do: 'I’w wneud',
		record: 'Cofnodi',
		timeline: 'Beth sydd wedi digwydd',
		nothing_happened: 'Nid oes dim ar gofnod eto.',
		details: 'Manylion',
		studio: 'Agor y cofnod cyfan',
	},
} satisfies Record<Language, object>;
