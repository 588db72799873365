import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { faultInReset } from '../../../domain/platform/reset.ts';
import { emailOfAccount, languageOfAccount, readAccounts } from '../../../storage/platform/accounts.ts';
import { notify } from '../../../storage/platform/notifications.ts';
import { accountWithFactor, resetRequests, RESETS } from '../../../storage/platform/resets.ts';
import { callerOf, type Accountability } from '../../shared/caller.ts';
import { refusal } from '../../shared/errors.ts';
import { refuseChange } from '../../shared/ownership.ts';

type Change = Record<string, unknown>;

interface Context {
	database: Knex;
	accountability: Accountability;
}

/** A request as it is kept: for an account of the asker's own Supplier, and for any where an Administrator asks. */
export async function asAsked({ database, accountability }: Context, request: Change): Promise<Change> {
	if (request.reset === true) throw refusal(RESETS, 'reset', 'reset_by_administrator');
	const caller = await callerOf(database, accountability);
	const account = await accountWithFactor(database, String(request.email ?? ''));
	const theirs = caller.unrestricted || (caller.supplier !== null && account?.supplier === caller.supplier);
	if (!account || !theirs) throw refusal(RESETS, 'email', 'reset_unknown_account');
	if (account.id === caller.user) throw refusal(RESETS, 'email', 'reset_own_account');
	const { email, checked_how } = request;
	return { email, checked_how, reset: false, account: account.id, supplier: account.supplier };
}

/**
 * Does what was asked for, where the one who does it is another person than the one who asked.
 * @param switchOff takes the second factor off, on record
 */
export async function asReset(
	{ database, accountability }: Context,
	change: Change,
	keys: readonly string[],
	switchOff: (account: string) => Promise<void>,
): Promise<Change> {
	// Who asked, and when, decides who may do it: a request is done, and nothing else of it changes.
	refuseChange(
		RESETS,
		change,
		Object.keys(change).filter((name) => name !== 'reset'),
	);
	if (change.reset === undefined) return change;
	const caller = await callerOf(database, accountability);
	const mayReset = caller.unrestricted || caller.role === 'Platform Administrator';
	if (!mayReset || change.reset !== true) throw refusal(RESETS, 'reset', 'reset_by_administrator');
	const requests = await resetRequests(database, keys, caller.unrestricted ? null : caller.user);
	for (const request of requests) {
		const fault = faultInReset(request, caller.user, Date.now());
		if (fault) throw refusal(RESETS, 'reset', fault);
	}
	for (const { account } of requests) await switchOff(String(account));
	return { ...change, reset_at: new Date().toISOString(), reset_by: caller.user };
}

const ASKED: Record<Language, { subject: string; message: string }> = {
	'en-GB': { subject: 'A lost phone', message: 'Somebody asks for a second factor to be reset.' },
	'cy-GB': { subject: 'Ffôn coll', message: 'Mae rhywun yn gofyn am ailosod ail ffactor.' },
};

const DONE: Record<Language, { subject: string; message: string }> = {
	'en-GB': {
		subject: 'Your second factor has been reset',
		message:
			'A manager asked for it and an Administrator did it. At your next sign-in you set up a new one. If you have not lost your phone, tell your manager at once.',
	},
	'cy-GB': {
		subject: 'Mae eich ail ffactor wedi’i ailosod',
		message:
			'Gofynnodd rheolwr amdano a gwnaeth Gweinyddwr ef. Byddwch yn trefnu un newydd y tro nesaf y mewngofnodwch. Os nad ydych wedi colli eich ffôn, dywedwch wrth eich rheolwr ar unwaith.',
	},
};

/** Tells everybody who could do it but the one who asks. */
export async function tellAdministrators(knex: Knex, request: string, asker: string | null): Promise<void> {
	for (const { id, administrator, role, language } of await readAccounts(knex)) {
		if (!(administrator || role === 'Platform Administrator') || id === asker) continue;
		await notify(knex, { recipient: id, collection: RESETS, item: request, ...ASKED[language] });
	}
}

/**
 * Tells the owner of an account, who may not have asked at all.
 * @param post hands over an e-mail; what becomes of it changes nothing
 */
export async function tellOwner(
	knex: Knex,
	account: string,
	post: (letter: { to: string; subject: string; text: string }) => void,
): Promise<void> {
	const { subject, message } = DONE[(await languageOfAccount(knex, account)) ?? 'en-GB'];
	await notify(knex, { recipient: account, collection: RESETS, subject, message });
	const to = await emailOfAccount(knex, account);
	if (to) post({ to, subject, text: message });
}
