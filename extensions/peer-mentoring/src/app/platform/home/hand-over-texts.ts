import type { Language } from '../../../domain/language/messages.ts';

const mentees = (count: number) => (count === 1 ? '1 Mentee' : `${count} Mentees`);

export const HAND_OVER_TEXTS = {
	'en-GB': {
		title: 'When a mentor leaves',
		about:
			'Hands over Mentees together: each with a new Peer Mentor, all for one reason. Record, plan and start stay as they are (2.6).',
		leaver: 'Who leaves or is away',
		choose: 'Choose a Peer Mentor',
		holds: (name: string, count: number) => `${name} (${mentees(count)})`,
		nobody: 'This Peer Mentor holds nobody now.',
		from: 'From which day',
		because: 'Why',
		reason: 'More about it (optional, seen by managers only)',
		all_to: 'Give all of them to',
		each_by_itself: 'Choose for each by itself',
		mentee: (name: string, reference: string, cpa: number, welsh: boolean) =>
			`${name} (${reference}, CPA ${cpa}${welsh ? ', asked for Welsh' : ''})`,
		taker: (name: string, count: number, welsh: boolean) =>
			`${name} (${mentees(count)}${welsh ? ', works in Welsh' : ''})`,
		stays: 'Not handed over yet',
		nobody_may: (cpa: number) => `No other Peer Mentor is in post in CPA ${cpa} on that day.`,
		ready: (count: number, of: number) => `${count} of ${of} have a new Peer Mentor.`,
		hand_over: (count: number) => `Hand over ${mentees(count)}`,
		ask: (count: number) => `Hand over ${mentees(count)}?`,
		what_follows: (day: string) =>
			`From ${day} the new Peer Mentors see their records and the present one no longer does. All of them are handed over, or none.`,
		cancel: 'Cancel',
		done: (count: number) => `Handed over: ${mentees(count)}.`,
		not_done: 'Nobody was handed over.',
	},
	'cy-GB': {
		title: 'Pan fydd mentor yn gadael',
		about:
			'Mae’n trosglwyddo mentoreion gyda’i gilydd: pob un â mentor cymheiriaid newydd, i gyd am un rheswm. Mae’r cofnod, y cynllun a’r dyddiad dechrau yn aros fel y maent (2.6).',
		leaver: 'Pwy sy’n gadael neu i ffwrdd',
		choose: 'Dewiswch fentor cymheiriaid',
		holds: (name: string, count: number) => `${name} (mentoreion: ${count})`,
		nobody: 'Nid oes neb gan y mentor cymheiriaid hwn nawr.',
		from: 'O ba ddiwrnod',
		because: 'Pam',
		reason: 'Rhagor amdano (dewisol, dim ond rheolwyr sy’n ei weld)',
		all_to: 'Rhoi pob un ohonynt i',
		each_by_itself: 'Dewis i bob un ar wahân',
		mentee: (name: string, reference: string, cpa: number, welsh: boolean) =>
			`${name} (${reference}, CPA ${cpa}${welsh ? ', wedi gofyn am y Gymraeg' : ''})`,
		taker: (name: string, count: number, welsh: boolean) =>
			`${name} (mentoreion: ${count}${welsh ? ', yn gweithio yn Gymraeg' : ''})`,
		stays: 'Heb ei drosglwyddo eto',
		nobody_may: (cpa: number) => `Nid oes mentor cymheiriaid arall mewn swydd yn CPA ${cpa} ar y diwrnod hwnnw.`,
		ready: (count: number, of: number) => `Mae gan ${count} o ${of} fentor cymheiriaid newydd.`,
		hand_over: (count: number) => `Trosglwyddo mentoreion (${count})`,
		ask: (count: number) => `Trosglwyddo mentoreion (${count})?`,
		what_follows: (day: string) =>
			`O ${day} bydd y mentoriaid cymheiriaid newydd yn gweld eu cofnodion, ac ni fydd yr un presennol. Trosglwyddir pob un ohonynt, neu ddim un.`,
		cancel: 'Canslo',
		done: (count: number) => `Trosglwyddwyd mentoreion: ${count}.`,
		not_done: 'Ni throsglwyddwyd neb.',
	},
} satisfies Record<Language, object>;
