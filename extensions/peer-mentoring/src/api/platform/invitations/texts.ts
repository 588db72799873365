import type { Language } from '../../../domain/language/messages.ts';

interface Texts {
	emails: string;
	role: string;
	noMail: string;
}

/** What is told to whoever invites. */
export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		emails: 'email: give one e-mail address, or a list of up to 50, such as "name@example.org".',
		role: 'role: there is no such role; give the id of one of those in Settings, Access.',
		noMail:
			'No invitation can be sent: the platform has no mail server (EMAIL_TRANSPORT). Make the account in Users with a first password instead, and give it to the person by hand.',
	},
	'cy-GB': {
		emails: 'email: rhowch un cyfeiriad e-bost, neu restr o hyd at 50, megis "enw@example.org".',
		role: 'role: nid oes rôl o’r fath; rhowch id un o’r rhai yn Gosodiadau, Mynediad.',
		noMail:
			'Ni ellir anfon gwahoddiad: nid oes gan y platfform weinydd post (EMAIL_TRANSPORT). Crëwch y cyfrif yn Defnyddwyr gyda chyfrinair cyntaf, a’i roi i’r unigolyn â llaw.',
	},
};
