import type { Language } from '../../domain/language/messages.ts';

interface Texts {
	subject: string;
	letter: (link: string) => string;
	taken: (email: string) => string;
}

/** The letter does not say what the service is: whoever looks over a shoulder learns nothing. */
export const INVITATION_TEXTS: Record<Language, Texts> = {
	'en-GB': {
		subject: 'An account has been made for you',
		letter: (link) =>
			`An account has been made for you. Open this address within seven days and choose a password:\n\n${link}\n\nThe address is for you alone. If you expected no account, do nothing.`,
		taken: (email) =>
			`email: ${email} has an account already. Whoever has no password asks for one on the sign-in page.`,
	},
	'cy-GB': {
		subject: 'Mae cyfrif wedi’i greu i chi',
		letter: (link) =>
			`Mae cyfrif wedi’i greu i chi. Agorwch y cyfeiriad hwn o fewn saith diwrnod a dewiswch gyfrinair:\n\n${link}\n\nI chi yn unig y mae’r cyfeiriad. Os nad oeddech yn disgwyl cyfrif, peidiwch â gwneud dim.`,
		taken: (email) =>
			`email: mae gan ${email} gyfrif eisoes. Mae’r sawl sydd heb gyfrinair yn gofyn am un ar y dudalen fewngofnodi.`,
	},
};
