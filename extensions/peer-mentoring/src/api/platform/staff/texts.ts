import type { Language } from '../../../domain/language/messages.ts';
import type { Keeper, StaffProblem, StaffRole } from '../../../domain/platform/staff.ts';

interface Texts {
	email: string;
	name: string;
	role: (roles: readonly StaffRole[]) => string;
	status: string;
	language: string;
	nothing: string;
	noMail: string;
	mentor: string;
	supplier: string;
	not_below: Record<Keeper, string>;
	problems: Record<Exclude<StaffProblem, 'not_below'>, string>;
}

const listed = (roles: readonly string[], or: string) =>
	`${roles
		.slice(0, -1)
		.map((role) => `"${role}"`)
		.join(', ')} ${or} "${roles.at(-1)}"`;

/** What whoever keeps accounts is told of them. */
export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		email: 'email: give one e-mail address, such as "name@example.org".',
		name: 'first_name, last_name: give both, of up to 50 characters each.',
		role: (roles) => `role: give ${listed(roles, 'or')}. Other accounts are made by an Administrator.`,
		status: 'status: give "active" or "suspended".',
		language: 'language: give "en-GB" or "cy-GB".',
		nothing: 'Say what is to change: role, status or language.',
		noMail: 'No invitation can be sent: the platform has no mail server. Ask your Administrator to make the account.',
		mentor: 'peer_mentor: give a Peer Mentor of the person’s own Supplier who has no account yet.',
		supplier: 'supplier: give the key of the Supplier that the person works for, out of GET /staff.',
		not_below: {
			'Supplier Manager':
				'Only accounts of Peer Mentors and of Supplier MI are yours to change. Ask an Administrator for others.',
			'Platform Administrator':
				'Accounts of Administrators and of Data Protection Officers, who watch over what you do, are an Administrator’s to change.',
		},
		problems: {
			yourself: 'This is your own account: change its language in your profile, and ask an Administrator for the rest.',
			other_kind:
				'A Supplier’s account does not become one of the Buyer or a Referrer, nor the other way round: invite them anew.',
			holds_mentees: 'This Peer Mentor still has Mentees: hand them over first, then change the role.',
			not_accepted:
				'This invitation is not accepted yet. Send it again if it is lost: the account opens once a password is chosen.',
		},
	},
	'cy-GB': {
		email: 'email: rhowch un cyfeiriad e-bost, megis "enw@example.org".',
		name: 'first_name, last_name: rhowch y ddau, hyd at 50 nod yr un.',
		role: (roles) => `role: rhowch ${listed(roles, 'neu')}. Gweinyddwr sy’n creu cyfrifon eraill.`,
		status: 'status: rhowch "active" neu "suspended".',
		language: 'language: rhowch "en-GB" neu "cy-GB".',
		nothing: 'Dywedwch beth sydd i newid: role, status neu language.',
		noMail: 'Ni ellir anfon gwahoddiad: nid oes gan y platfform weinydd post. Gofynnwch i’ch gweinyddwr greu’r cyfrif.',
		mentor: 'peer_mentor: rhowch fentor cymheiriaid o gyflenwr yr unigolyn sydd heb gyfrif eto.',
		supplier: 'supplier: rhowch allwedd y cyflenwr y mae’r unigolyn yn gweithio iddo, o GET /staff.',
		not_below: {
			'Supplier Manager':
				'Dim ond cyfrifon mentoriaid cymheiriaid a Supplier MI sydd i chi eu newid. Gofynnwch i weinyddwr am y lleill.',
			'Platform Administrator':
				'Gweinyddwr yn unig sy’n newid cyfrifon gweinyddwyr a swyddogion diogelu data, sy’n goruchwylio’r hyn a wnewch.',
		},
		problems: {
			yourself:
				'Eich cyfrif eich hun yw hwn: newidiwch ei iaith yn eich proffil, a gofynnwch i weinyddwr am y gweddill.',
			other_kind:
				'Nid yw cyfrif cyflenwr yn dod yn gyfrif i’r Prynwr nac i atgyfeiriwr, na’r ffordd arall: gwahoddwch nhw o’r newydd.',
			holds_mentees:
				'Mae gan y mentor cymheiriaid hwn fentoreion o hyd: trosglwyddwch nhw yn gyntaf, yna newidiwch y rôl.',
			not_accepted:
				'Nid yw’r gwahoddiad hwn wedi’i dderbyn eto. Anfonwch ef eto os yw ar goll: mae’r cyfrif yn agor pan ddewisir cyfrinair.',
		},
	},
};
