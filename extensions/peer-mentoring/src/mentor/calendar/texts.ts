import { APPOINTMENT_MINUTES } from '../../domain/home/caseload/order.ts';
import type { Language } from '../../domain/language/text.ts';

export const CALENDAR_TEXTS = {
	'en-GB': {
		title: 'My calendar',
		intro:
			'Your appointments in the calendar of your phone or computer: when, and the initials of whom you meet. Names, places and what it is about stay here.',
		how: `Add the address to your calendar as a subscription; Google calls it “From URL”, Apple “Add Subscription Calendar”, Outlook “Subscribe from web”. It shows the last thirty days and all that is ahead, asks again by itself, and takes each appointment to last ${APPOINTMENT_MINUTES} minutes.`,
		careful: 'Whoever has the address sees your appointments. Give it to nobody; if somebody else has it, renew it.',
		none: 'You have no address yet.',
		there: (day: string) =>
			`Your address was made on ${day}. It cannot be shown again: if you need it once more, renew it.`,
		make: 'Make the address',
		renew: 'Renew the address',
		renew_more: 'Once it is renewed or taken away, this address stops working at once, in every calendar that has it.',
		remove: 'Take the address away',
		made: 'The address is made',
		once: 'It is shown here this once.',
		address: 'Address',
		removed: 'The address is taken away. Remove the calendar from your phone as well.',
		not_loaded: 'Your calendar could not be looked up',
		no_connection: 'There is no connection. The server makes the address: try again when there is one.',
		loading: 'Loading…',
	},
	'cy-GB': {
		title: 'Fy nghalendr',
		intro:
			'Eich apwyntiadau yng nghalendr eich ffôn neu’ch cyfrifiadur: pryd, a blaenlythrennau’r unigolyn rydych yn cwrdd ag ef. Mae enwau, lleoedd a’r hyn y mae’n ymwneud ag ef yn aros yma.',
		how: `Ychwanegwch y cyfeiriad at eich calendr fel tanysgrifiad; “O URL” yw enw Google arno, “Ychwanegu Calendr Tanysgrifio” yw enw Apple, “Tanysgrifio o’r we” yw enw Outlook. Mae’n dangos y deg diwrnod ar hugain diwethaf a phopeth sydd o’ch blaen, yn gofyn eto ohono’i hun, ac yn cymryd bod pob apwyntiad yn para ${APPOINTMENT_MINUTES} munud.`,
		careful:
			'Bydd pwy bynnag sydd â’r cyfeiriad yn gweld eich apwyntiadau. Peidiwch â’i roi i neb; os oes gan rywun arall ef, adnewyddwch ef.',
		none: 'Nid oes gennych gyfeiriad eto.',
		there: (day: string) =>
			`Crëwyd eich cyfeiriad ar ${day}. Ni ellir ei ddangos eto: os oes ei angen arnoch unwaith yn rhagor, adnewyddwch ef.`,
		make: 'Creu’r cyfeiriad',
		renew: 'Adnewyddu’r cyfeiriad',
		renew_more:
			'Unwaith y caiff ei adnewyddu neu ei dynnu’n ôl, bydd y cyfeiriad hwn yn stopio gweithio ar unwaith, ym mhob calendr sydd ag ef.',
		remove: 'Tynnu’r cyfeiriad yn ôl',
		made: 'Mae’r cyfeiriad wedi’i greu',
		once: 'Dangosir ef yma yr un tro hwn.',
		address: 'Cyfeiriad',
		removed: 'Mae’r cyfeiriad wedi’i dynnu’n ôl. Tynnwch y calendr oddi ar eich ffôn hefyd.',
		not_loaded: 'Nid oedd modd edrych am eich calendr',
		no_connection: 'Nid oes cysylltiad. Y gweinydd sy’n creu’r cyfeiriad: rhowch gynnig arall arni pan fydd un.',
		loading: 'Wrthi’n llwytho…',
	},
} satisfies Record<Language, object>;
