import type { Language } from '../../../domain/language/messages.ts';

interface Texts {
	subject: string;
	letter: (link: string) => string;
	emails: string;
	role: string;
	noMail: string;
	taken: (email: string) => string;
}

/** The letter does not say what the service is: whoever looks over a shoulder learns nothing. */
export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		subject: 'An account has been made for you',
		letter: (link) =>
			`An account has been made for you. Open this address within seven days and choose a password:\n\n${link}\n\nThe address is for you alone. If you expected no account, do nothing.`,
		emails: 'email: give one e-mail address, or a list of up to 50, such as "name@example.org".',
		role: 'role: there is no such role; give the id of one of those in Settings, Access.',
		noMail:
			'No invitation can be sent: the platform has no mail server (EMAIL_TRANSPORT). Make the account in Users with a first password instead, and give it to the person by hand.',
		taken: (email) =>
			`email: ${email} has an account already. Whoever has no password asks for one on the sign-in page.`,
	},
	'cy-GB': {
		subject: 'Mae cyfrif wedi’i greu i chi',
		letter: (link) =>
			`Mae cyfrif wedi’i greu i chi. Agorwch y cyfeiriad hwn o fewn saith diwrnod a dewiswch gyfrinair:\n\n${link}\n\nI chi yn unig y mae’r cyfeiriad. Os nad oeddech yn disgwyl cyfrif, peidiwch â gwneud dim.`,
		emails: 'email: rhowch un cyfeiriad e-bost, neu restr o hyd at 50, megis "enw@example.org".',
		role: 'role: nid oes rôl o’r fath; rhowch id un o’r rhai yn Gosodiadau, Mynediad.',
		noMail:
			'Ni ellir anfon gwahoddiad: nid oes gan y platfform weinydd post (EMAIL_TRANSPORT). Crëwch y cyfrif yn Defnyddwyr gyda chyfrinair cyntaf, a’i roi i’r unigolyn â llaw.',
		taken: (email) =>
			`email: mae gan ${email} gyfrif eisoes. Mae’r sawl sydd heb gyfrinair yn gofyn am un ar y dudalen fewngofnodi.`,
	},
};
