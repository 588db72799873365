import type { Language } from '../../domain/language/text.ts';

export const CONFIRM_TEXTS = {
	'en-GB': {
		title: 'Link to confirm the plan',
		intro:
			'The person reads the plan as it is now on their own phone, without signing in, and agrees to it or asks for a change. They can answer once. The message is in their language and does not say what the service is.',
		no_plan: 'There is no plan yet. Write it down first.',
		open: (until: string) => `A link is waiting for an answer until ${until}. A new one ends it.`,
		make: 'Make a link to copy',
		send: 'Send the link by e-mail',
		made: 'The link is made',
		sent: 'The link is on its way by e-mail',
		once: (until: string) =>
			`It works once, until ${until}, and is shown here this once. Send it to nobody but the person.`,
		message: 'Message to send',
		not_sent: 'The e-mail did not go out. Copy the message and send it in another way.',
		no_connection: 'There is no connection. A link is made by the server: try again when there is one.',
	},
	'cy-GB': {
		title: 'Dolen i gadarnhau’r cynllun',
		intro:
			'Bydd yr unigolyn yn darllen y cynllun fel y mae nawr ar ei ffôn ei hun, heb fewngofnodi, ac yn cytuno iddo neu’n gofyn am newid. Gall ateb unwaith. Mae’r neges yn ei iaith ac nid yw’n dweud beth yw’r gwasanaeth.',
		no_plan: 'Nid oes cynllun eto. Ysgrifennwch ef yn gyntaf.',
		open: (until: string) => `Mae dolen yn aros am ateb tan ${until}. Bydd un newydd yn dod â hi i ben.`,
		make: 'Creu dolen i’w chopïo',
		send: 'Anfon y ddolen drwy e-bost',
		made: 'Mae’r ddolen wedi’i chreu',
		sent: 'Mae’r ddolen ar ei ffordd drwy e-bost',
		once: (until: string) =>
			`Mae’n gweithio unwaith, tan ${until}, ac yn cael ei dangos yma yr un tro hwn. Peidiwch â’i hanfon at neb ond yr unigolyn.`,
		message: 'Neges i’w hanfon',
		not_sent: 'Nid aeth yr e-bost. Copïwch y neges a’i hanfon mewn ffordd arall.',
		no_connection: 'Nid oes cysylltiad. Y gweinydd sy’n creu’r ddolen: rhowch gynnig arall arni pan fydd un.',
	},
} satisfies Record<Language, object>;
