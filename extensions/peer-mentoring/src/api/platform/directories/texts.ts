import { text } from '../../../domain/language/text.ts';

/** What an Administrator is told who ties an account to a directory. */
export const TEXTS = {
	provider: (names: readonly string[]) =>
		text(
			`There is no such directory here: choose ${['default', ...names].join(' or ')}.`,
			`Nid oes cyfeiriadur o’r fath yma: dewiswch ${['default', ...names].join(' neu ')}.`,
		),
	identifier: text(
		'Give the identifier that the directory has for this person: in Entra ID the Object ID, in Keycloak the ID of the user. An e-mail address is none: it can be given to somebody else.',
		'Rhowch y dynodwr sydd gan y cyfeiriadur ar gyfer yr unigolyn hwn: yn Entra ID yr Object ID, yn Keycloak ID y defnyddiwr. Nid yw cyfeiriad e-bost yn un: gellir ei roi i rywun arall.',
	),
	taken: text(
		'Another account has this identifier, and one person has one account.',
		'Mae gan gyfrif arall y dynodwr hwn, ac un cyfrif sydd gan un unigolyn.',
	),
};
