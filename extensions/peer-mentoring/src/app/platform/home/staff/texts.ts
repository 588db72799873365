import type { StaffRole } from '../../../../domain/platform/staff.ts';
import type { Language } from '../../../../domain/language/messages.ts';

/** The roles that an account can be shown with. */
type Shown = StaffRole | 'Administrator' | 'Platform Administrator' | 'Data Protection Officer';

const mentees = (count: number) => (count === 1 ? '1 Mentee' : `${count} Mentees`);

export const STAFF_TEXTS = {
	'en-GB': {
		title: 'Accounts of your people',
		about:
			'Who of your Supplier gets in, as what, and in which language. Whoever is suspended is out at once and loses nothing.',
		title_all: 'Accounts',
		about_all:
			'Who gets in, as what, and in which language. The Data Protection Officer is told of every change. Accounts of Administrators and of Data Protection Officers are shown, and are not yours to change.',
		supplier: 'Supplier',
		choose: 'Choose the Supplier',
		invite: 'Invite somebody',
		email: 'E-mail address',
		first_name: 'First name',
		last_name: 'Last name',
		role: 'Role',
		language: 'Language of the letter and of the platform',
		record: 'Whose record it is',
		new_record: 'A new Peer Mentor',
		send: 'Send the invitation',
		cancel: 'Cancel',
		sent: (email: string) => `Sent to ${email}. The letter holds for seven days.`,
		not_done: 'Nothing was changed.',
		roles: {
			'Peer Mentor': 'Peer Mentor',
			'Supplier Manager': 'Supplier Manager',
			'Supplier MI': 'Supplier MI',
			Buyer: 'Buyer',
			'Buyer Analyst': 'Buyer Analyst',
			Referrer: 'Referrer',
			...{ Administrator: 'Administrator', 'Platform Administrator': 'Platform Administrator' },
			'Data Protection Officer': 'Data Protection Officer',
		} satisfies Record<Shown, string>,
		languages: { 'en-GB': 'English', 'cy-GB': 'Welsh' } satisfies Record<Language, string>,
		statuses: { active: 'gets in', invited: 'invited', suspended: 'suspended' } as Record<string, string>,
		last_on: (day: string | undefined) => (day ? `last here on ${day}` : 'never here'),
		holds: mentees,
		you: 'you',
		suspend: 'Suspend',
		let_in: 'Let in again',
		again: 'Send the invitation again',
		ask: (name: string) => `Suspend ${name}?`,
		ask_role: (name: string, role: string) => `Make ${name} ${role}?`,
		what_role_means: 'They see and do from now on what that role may, and no longer what they could before.',
		give_role: 'Change the role',
		what_follows: (name: string, count: number) =>
			`${name} is signed out now and cannot sign in until you let them in again. Their records stay.${
				count > 0 ? ` ${mentees(count)} stay with them until you hand them over.` : ''
			}`,
		changed: (name: string) => `Changed: ${name}.`,
	},
	'cy-GB': {
		title: 'Cyfrifon eich pobl',
		about:
			'Pwy o’ch cyflenwr sy’n cael dod i mewn, ym mha rôl ac ym mha iaith. Mae’r sawl a ataliwyd allan ar unwaith, heb golli dim.',
		title_all: 'Cyfrifon',
		about_all:
			'Pwy sy’n cael dod i mewn, ym mha rôl ac ym mha iaith. Dywedir wrth y swyddog diogelu data am bob newid. Dangosir cyfrifon gweinyddwyr a swyddogion diogelu data, ond nid chi sy’n eu newid.',
		supplier: 'Cyflenwr',
		choose: 'Dewiswch y cyflenwr',
		invite: 'Gwahodd rhywun',
		email: 'Cyfeiriad e-bost',
		first_name: 'Enw cyntaf',
		last_name: 'Enw olaf',
		role: 'Rôl',
		language: 'Iaith y llythyr a’r platfform',
		record: 'Cofnod pwy ydyw',
		new_record: 'Mentor cymheiriaid newydd',
		send: 'Anfon y gwahoddiad',
		cancel: 'Canslo',
		sent: (email: string) => `Anfonwyd at ${email}. Mae’r llythyr yn ddilys am saith diwrnod.`,
		not_done: 'Ni newidiwyd dim.',
		roles: {
			'Peer Mentor': 'Mentor cymheiriaid',
			'Supplier Manager': 'Rheolwr y cyflenwr',
			'Supplier MI': 'Gwybodaeth reoli’r cyflenwr',
			Buyer: 'Prynwr',
			'Buyer Analyst': 'Dadansoddwr y Prynwr',
			Referrer: 'Atgyfeiriwr',
			...{ Administrator: 'Gweinyddwr', 'Platform Administrator': 'Gweinyddwr y platfform' },
			'Data Protection Officer': 'Swyddog diogelu data',
		} satisfies Record<Shown, string>,
		languages: { 'en-GB': 'Saesneg', 'cy-GB': 'Cymraeg' },
		statuses: { active: 'yn cael dod i mewn', invited: 'wedi’i wahodd', suspended: 'wedi’i atal' } as Record<
			string,
			string
		>,
		last_on: (day: string | undefined) => (day ? `yma ddiwethaf ar ${day}` : 'heb fod yma erioed'),
		holds: (count: number) => `mentoreion: ${count}`,
		you: 'chi',
		suspend: 'Atal',
		let_in: 'Gadael i mewn eto',
		again: 'Anfon y gwahoddiad eto',
		ask: (name: string) => `Atal ${name}?`,
		ask_role: (name: string, role: string) => `Rhoi’r rôl ${role} i ${name}?`,
		what_role_means:
			'O hyn ymlaen byddant yn gweld ac yn gwneud yr hyn a ganiateir i’r rôl honno, ac nid yr hyn a allent o’r blaen.',
		give_role: 'Newid y rôl',
		what_follows: (name: string, count: number) =>
			`Mae ${name} yn cael ei allgofnodi nawr ac ni fydd yn gallu mewngofnodi nes i chi adael iddo ddod i mewn eto. Mae’r cofnodion yn aros.${
				count > 0 ? ` Mae’r mentoreion (${count}) yn aros gydag ef nes i chi eu trosglwyddo.` : ''
			}`,
		changed: (name: string) => `Newidiwyd: ${name}.`,
	},
};
