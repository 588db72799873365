import type { Language } from '../../../domain/language/messages.ts';
import type { StaffProblem } from '../../../domain/platform/staff.ts';

interface Texts {
	email: string;
	name: string;
	role: string;
	status: string;
	language: string;
	nothing: string;
	noMail: string;
	mentor: string;
	problems: Record<StaffProblem, string>;
}

/** What a manager is told of the accounts of their own people. */
export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		email: 'email: give one e-mail address, such as "name@example.org".',
		name: 'first_name, last_name: give both, of up to 50 characters each.',
		role: 'role: give "Peer Mentor" or "Supplier MI". Managers’ accounts are made by an Administrator.',
		status: 'status: give "active" or "suspended".',
		language: 'language: give "en-GB" or "cy-GB".',
		nothing: 'Say what is to change: role, status or language.',
		noMail: 'No invitation can be sent: the platform has no mail server. Ask your Administrator to make the account.',
		mentor: 'peer_mentor: give a Peer Mentor of your own Supplier who has no account yet.',
		problems: {
			yourself: 'This is your own account: change its language in your profile, and ask an Administrator for the rest.',
			not_below:
				'Only accounts of Peer Mentors and of Supplier MI are yours to change. Ask an Administrator for others.',
			holds_mentees: 'This Peer Mentor still has Mentees: hand them over first, then change the role.',
			not_accepted:
				'This invitation is not accepted yet. Send it again if it is lost: the account opens once a password is chosen.',
		},
	},
	'cy-GB': {
		email: 'email: rhowch un cyfeiriad e-bost, megis "enw@example.org".',
		name: 'first_name, last_name: rhowch y ddau, hyd at 50 nod yr un.',
		role: 'role: rhowch "Peer Mentor" neu "Supplier MI". Gweinyddwr sy’n creu cyfrifon rheolwyr.',
		status: 'status: rhowch "active" neu "suspended".',
		language: 'language: rhowch "en-GB" neu "cy-GB".',
		nothing: 'Dywedwch beth sydd i newid: role, status neu language.',
		noMail: 'Ni ellir anfon gwahoddiad: nid oes gan y platfform weinydd post. Gofynnwch i’ch gweinyddwr greu’r cyfrif.',
		mentor: 'peer_mentor: rhowch fentor cymheiriaid o’ch cyflenwr eich hun sydd heb gyfrif eto.',
		problems: {
			yourself:
				'Eich cyfrif eich hun yw hwn: newidiwch ei iaith yn eich proffil, a gofynnwch i weinyddwr am y gweddill.',
			not_below:
				'Dim ond cyfrifon mentoriaid cymheiriaid a Supplier MI sydd i chi eu newid. Gofynnwch i weinyddwr am y lleill.',
			holds_mentees:
				'Mae gan y mentor cymheiriaid hwn fentoreion o hyd: trosglwyddwch nhw yn gyntaf, yna newidiwch y rôl.',
			not_accepted:
				'Nid yw’r gwahoddiad hwn wedi’i dderbyn eto. Anfonwch ef eto os yw ar goll: mae’r cyfrif yn agor pan ddewisir cyfrinair.',
		},
	},
};
