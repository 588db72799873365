/** What whoever administers without reading anybody has done, as the Data Protection Officer is told of it (5.1). */
import { text, type Texts } from '../language/text.ts';

export type ActKind = 'account_made' | 'account_changed' | 'flow_changed' | 'settings_changed';

const ACTS: Readonly<Record<ActKind, Texts>> = {
	account_made: text('Account made', 'Cyfrif wedi’i greu'),
	account_changed: text('Account changed', 'Cyfrif wedi’i newid'),
	flow_changed: text('Flow switched on or off', 'Llif wedi’i droi ymlaen neu i ffwrdd'),
	settings_changed: text('Settings changed', 'Gosodiadau wedi’u newid'),
};

/** One entry of the trail of a Platform Administrator. */
export interface Act {
	what: ActKind;
	/** The account that did it. */
	user: string;
	/** The key of what was changed. */
	item: string;
}

/** What was done, in words; nothing for what somebody does to their own account, as anybody does. */
export function actInWords({ what, user, item }: Act): Texts | undefined {
	return what === 'account_changed' && item === user ? undefined : ACTS[what];
}
