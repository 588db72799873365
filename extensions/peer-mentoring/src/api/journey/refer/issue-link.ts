import type { Knex } from 'knex';
import { linkWorks } from '../../../domain/journey/referral-link.ts';
import { today } from '../../../clock/today.ts';
import { issueToken, readLink } from '../../../storage/journey/referral-links.ts';
import { mayTouch } from '../../shared/caller.ts';
import { languageOf, NotYoursError, refused } from '../../shared/errors.ts';
import { allowedTo, type AuthenticatedRequest } from '../../shared/http.ts';
import { uuidIn } from '../../../storage/database/keys.ts';

const ENDED = {
	'en-GB': 'The link has expired or was withdrawn. Enter a later last day and save, then make its address.',
	'cy-GB':
		'Mae’r ddolen wedi dod i ben neu wedi’i thynnu’n ôl. Rhowch ddiwrnod olaf diweddarach a chadwch, yna crëwch ei chyfeiriad.',
};

/** A new token for a link of the caller's own Supplier; the one before ends. */
export async function newTokenFor(knex: Knex, request: AuthenticatedRequest): Promise<string> {
	const caller = await allowedTo(knex, request, ['Supplier Manager']);
	const id = uuidIn(request.params.id);
	const link = id === undefined ? undefined : await readLink(knex, { id });
	if (!link || !mayTouch(caller, link)) throw new NotYoursError();
	if (!linkWorks(link, today())) {
		throw refused('referral_links', 'expires_on', ENDED[await languageOf(knex, caller.user)]);
	}
	return issueToken(knex, link.id, caller.user);
}
