import type { Language } from '../../../domain/language/text.ts';
import type { Notices } from '../../shared/pages/refusals.ts';

/** Read by whoever opens an address of a calendar in a browser. */
export const NOTICES: Record<Language, Notices> = {
	'en-GB': {
		link: {
			title: 'This calendar address does not work',
			text: 'It may have been renewed or taken away, or it is not whole. Under My calendar in the app you can see whether there is one, and make a new one.',
		},
		too_many: {
			title: 'Too many attempts',
			text: 'Too many addresses that do not exist were tried from here. Wait an hour.',
		},
		failed: {
			title: 'Sorry, something went wrong',
			text: 'The calendar could not be read. It will be asked for again by itself.',
		},
	},
	'cy-GB': {
		link: {
			title: 'Nid yw’r cyfeiriad calendr hwn yn gweithio',
			text: 'Efallai ei fod wedi’i adnewyddu neu ei dynnu’n ôl, neu nad yw’n gyfan. O dan Fy nghalendr yn yr ap gallwch weld a oes un, a chreu un newydd.',
		},
		too_many: {
			title: 'Gormod o gynigion',
			text: 'Rhoddwyd cynnig ar ormod o gyfeiriadau nad ydynt yn bod oddi yma. Arhoswch awr.',
		},
		failed: {
			title: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
			text: 'Nid oedd modd darllen y calendr. Gofynnir amdano eto ohono’i hun.',
		},
	},
};
