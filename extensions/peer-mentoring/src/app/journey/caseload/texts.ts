import type { Language } from '../../../domain/language/messages.ts';
import type { Outstanding } from '../../../domain/home/caseload/to-dos.ts';

export { CASELOAD_TEXTS as TEXTS } from '../../../domain/home/caseload/texts.ts';

export const SESSION_TEXTS = {
	'en-GB': {
		title: 'Record a session',
		mentee: 'Mentee',
		choose_mentee: 'Choose a Mentee',
		loading: 'Loading…',
		last_seen: (name: string, day: string) => `${name} (last seen ${day})`,
		held_on: 'Date',
		attendance: 'Attended or missed',
		mode: 'How you met',
		agreed: 'The Mentee agreed to meet digitally',
		digital_limit: (name: string) =>
			`One more digital session with ${name} passes the share that may be digital (2.20). Meet face to face if you can.`,
		first_digital: (name: string) =>
			`This would be the first session with ${name}, held digitally (2.20). Meet face to face if you can.`,
		place: 'Where you met',
		no_place: 'Choose a place',
		another_place: 'Another place',
		place_other: 'Where it was, in a few words',
		not_approved: (name: string) => `${name} (not approved by the Buyer)`,
		minutes: 'Length in minutes',
		other: 'Other',
		other_minutes: 'Another length in minutes',
		note: 'Note (optional)',
		save: 'Save the session',
		saving: 'Saving…',
		cancel: 'Cancel',
		no_mentee: 'Choose the Mentee whom you met.',
		no_date: 'Enter the date of the session.',
		not_saved: 'The session is not saved yet.',
		saved: 'The session is saved.',
		counted: (count: number, name: string) =>
			count > 8 ? `Saved: session ${count} with ${name}` : `Saved: session ${count} of 8 with ${name}`,
		not_counted: (count: number, name: string) =>
			`Saved. This session with ${name} does not count; ${count} of 8 held so far.`,
	},
	'cy-GB': {
		title: 'Cofnodi sesiwn',
		mentee: 'Mentorai',
		choose_mentee: 'Dewiswch fentorai',
		loading: 'Wrthi’n llwytho…',
		last_seen: (name: string, day: string) => `${name} (gwelwyd ddiwethaf ${day})`,
		held_on: 'Dyddiad',
		attendance: 'Mynychwyd neu gollwyd',
		mode: 'Sut y gwnaethoch gyfarfod',
		agreed: 'Cytunodd y mentorai i gyfarfod yn ddigidol',
		digital_limit: (name: string) =>
			`Byddai un sesiwn ddigidol arall yn mynd dros y gyfran a gaiff fod yn ddigidol (2.20): ${name}. Cyfarfyddwch wyneb yn wyneb os gallwch.`,
		first_digital: (name: string) =>
			`Hon fyddai’r sesiwn gyntaf, a honno’n ddigidol (2.20): ${name}. Cyfarfyddwch wyneb yn wyneb os gallwch.`,
		place: 'Ble y gwnaethoch gyfarfod',
		no_place: 'Dewiswch le',
		another_place: 'Lle arall',
		place_other: 'Ble’r oedd hynny, mewn ychydig eiriau',
		not_approved: (name: string) => `${name} (heb ei gymeradwyo gan y Prynwr)`,
		minutes: 'Hyd mewn munudau',
		other: 'Arall',
		other_minutes: 'Hyd arall mewn munudau',
		note: 'Nodyn (dewisol)',
		save: 'Cadw’r sesiwn',
		saving: 'Wrthi’n cadw…',
		cancel: 'Canslo',
		no_mentee: 'Dewiswch y mentorai y gwnaethoch gyfarfod ag ef neu hi.',
		no_date: 'Rhowch ddyddiad y sesiwn.',
		not_saved: 'Nid yw’r sesiwn wedi’i chadw eto.',
		saved: 'Mae’r sesiwn wedi’i chadw.',
		counted: (count: number, name: string) =>
			count > 8 ? `Wedi’i chadw: sesiwn ${count}, ${name}` : `Wedi’i chadw: sesiwn ${count} o 8, ${name}`,
		not_counted: (count: number, name: string) =>
			`Wedi’i chadw. Nid yw’r sesiwn hon yn cyfrif (${name}); ${count} o 8 hyd yn hyn.`,
	},
} satisfies Record<Language, object>;

export const ANSWER_TEXTS = {
	'en-GB': {
		save: 'Save',
		saving: 'Saving…',
		cancel: 'Cancel',
		loading: 'Loading the form…',
		not_saved: 'Not saved yet.',
		saved: (what: string, name: string) => `Saved: ${what}, ${name}`,
		leave: 'You have not saved this form. Leave it all the same?',
		title: {
			consent_missing: 'Consent',
			result_not_told: 'Who was told the result',
			jobcentre_not_told_of_start: 'Who was told of the start',
			jobcentre_not_told_of_end: 'Who was told of the end',
			analysts_not_told_of_contact: 'Who was told the new contact details',
		} satisfies Partial<Record<Outstanding, string>>,
	},
	'cy-GB': {
		save: 'Cadw',
		saving: 'Wrthi’n cadw…',
		cancel: 'Canslo',
		loading: 'Wrthi’n llwytho’r ffurflen…',
		not_saved: 'Heb ei gadw eto.',
		saved: (what: string, name: string) => `Wedi’i gadw: ${what}, ${name}`,
		leave: 'Nid ydych wedi cadw’r ffurflen hon. Gadael beth bynnag?',
		title: {
			consent_missing: 'Cydsyniad',
			result_not_told: 'Pwy gafodd wybod y canlyniad',
			jobcentre_not_told_of_start: 'Pwy gafodd wybod am y dechrau',
			jobcentre_not_told_of_end: 'Pwy gafodd wybod am y diwedd',
			analysts_not_told_of_contact: 'Pwy gafodd wybod y manylion cyswllt newydd',
		} satisfies Partial<Record<Outstanding, string>>,
	},
} satisfies Record<Language, object>;

export const TRACKER_TEXTS = {
	'en-GB': {
		title: 'My Mentee Tracker',
		about:
			'A workbook with what the Mentee Tracker says of your own Mentees (3.5, 3.6). Each download is put on record.',
		contract: 'Contract',
		month: 'Month',
		no_contract: 'There is no contract yet whose Mentees could be yours.',
	},
	'cy-GB': {
		title: 'Fy nhraciwr mentoreion',
		about:
			'Llyfr gwaith â’r hyn y mae’r traciwr mentoreion yn ei ddweud am eich mentoreion eich hun (3.5, 3.6). Cofnodir pob lawrlwythiad.',
		contract: 'Contract',
		month: 'Mis',
		no_contract: 'Nid oes contract eto y gallai ei fentoreion fod yn rhai i chi.',
	},
} satisfies Record<Language, object>;
