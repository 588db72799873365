import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
import { isInvited } from '../../storage/platform/accounts.ts';
import { BadRequestError } from './errors.ts';
import { traceOf } from './trace-of.ts';
import { INVITATION_TEXTS } from './invitation-texts.ts';

/** The part of Directus's service of accounts that invites somebody. */
export interface Users {
	createOne(account: object): Promise<string>;
	updateOne(key: string, change: object): Promise<string>;
	inviteUrl(email: string, url: string | null): string;
}

export interface Invitee {
	email: string;
	/** The key of the role. */
	role: string;
	/** In which the letter is. */
	language: Language;
}

/** An account that waits for its first password, and the letter to whoever chooses it. */
export interface Invited {
	id: string;
	to: string;
	link: string;
	language: Language;
}

/**
 * Makes an account that waits for its first password, or changes one that still does.
 * @param more of a new account, and of one that is invited again
 * @param accepts whether an account that waits already may be invited again by whoever asks
 * @throws what is wrong with the address, in the language of whoever asks
 */
export async function inviteWithin(
	transaction: Knex,
	users: Users,
	{ email, role, language }: Invitee,
	{ asks, more = {}, accepts }: { asks: Language; more?: object; accepts?: (id: string) => Promise<boolean> },
): Promise<Invited> {
	const known = await isInvited(transaction, email);
	const again = known?.invited === true && (await (accepts?.(known.id) ?? true));
	if (known && !again) throw new BadRequestError({ reason: INVITATION_TEXTS[asks].taken(email) });
	const account = { ...more, role, language };
	const id = known?.id ?? (await users.createOne({ ...account, email, status: 'invited' }));
	if (known) await users.updateOne(id, account);
	return { id, to: email, link: users.inviteUrl(email, null), language };
}

interface Mailer {
	send(letter: { to: string; subject: string; text: string }): Promise<unknown>;
}

/** Sends the letters; one that does not go out is told in the log, without an address. */
export function sendInvitations(mailer: Mailer, invited: readonly Invited[], tell: (line: string) => void): void {
	for (const { to, link, language } of invited) {
		mailer
			.send({ to, subject: INVITATION_TEXTS[language].subject, text: INVITATION_TEXTS[language].letter(link) })
			.catch((error: unknown) => tell(`An invitation did not go out: ${traceOf(error)}`));
	}
}
