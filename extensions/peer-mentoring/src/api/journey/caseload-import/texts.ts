import type { Language } from '../../../domain/language/messages.ts';

type What = 'noSupplier' | 'contracts' | 'incomplete' | 'busy' | 'failed';

/** Why files are not taken as they were sent, before anybody looks into them. */
export const TEXTS: Record<Language, Record<What, string> & { runs: (address: string) => string }> = {
	'en-GB': {
		noSupplier: 'Your account belongs to no Supplier yet; ask an Administrator to set it.',
		contracts: 'The part contracts is loaded by an Administrator; send the other files without it.',
		incomplete: 'The files did not arrive complete; send them again.',
		busy: 'Other changes to the records were being saved at the same time. Nothing was loaded; try again in a minute.',
		failed: 'The files could not be loaded, and nothing of them was. The log of the server says why.',
		runs: (address) => `An import of this Supplier runs already: ${address}. Wait for its end, or cancel it.`,
	},
	'cy-GB': {
		noSupplier: 'Nid yw eich cyfrif yn perthyn i unrhyw Gyflenwr eto; gofynnwch i Weinyddwr ei osod.',
		contracts: 'Gweinyddwr sy’n llwytho’r rhan contracts; anfonwch y ffeiliau eraill hebddi.',
		incomplete: 'Ni chyrhaeddodd y ffeiliau yn gyflawn; anfonwch nhw eto.',
		busy: 'Roedd newidiadau eraill i’r cofnodion yn cael eu cadw ar yr un pryd. Ni lwythwyd dim; rhowch gynnig arall arni ymhen munud.',
		failed: 'Ni ellid llwytho’r ffeiliau, ac ni lwythwyd dim ohonynt. Mae log y gweinydd yn dweud pam.',
		runs: (address) =>
			`Mae mewnforio’r Cyflenwr hwn yn rhedeg yn barod: ${address}. Arhoswch iddo orffen, neu ei ganslo.`,
	},
};
