import type { Knex } from 'knex';
import { offeredOn } from '../../../domain/language/lists.ts';
import type { Language } from '../../../domain/language/messages.ts';
import type { Answers, Offer } from '../../../domain/journey/referral-form.ts';
import { linkWorks } from '../../../domain/journey/referral-link.ts';
import { today } from '../../../clock/today.ts';
import { findLink, type StoredLink } from '../../../storage/journey/referral-links.ts';
import { readPlaces, type Places } from '../../../storage/journey/referral-places.ts';
import type { Origin } from '../../../storage/journey/referral-results.ts';
import { readLists } from '../../../storage/language/lists.ts';
import { languageOfAccount } from '../../../storage/platform/accounts.ts';
import { callerOf } from '../../shared/caller.ts';
import type { AuthenticatedRequest } from '../../shared/http.ts';
import type { Limits } from './limits.ts';
import { PageRefused } from '../../shared/pages/refusals.ts';

/** Whoever fills in the form: a signed-in Referrer, or an organisation with a link. */
export interface Sender {
	user: string | null;
	link: StoredLink | null;
	/** What a referral of theirs is known by afterwards. */
	origin: Origin;
	/** Of their account; a link has none. */
	language: Language | null;
	/** Of the form, below `/refer`. */
	path: string;
	places: Places;
	offer: Offer;
}

/** The Referrer who signed in; anybody else, the Administrator too, is refused. */
export async function referrerOf(knex: Knex, request: AuthenticatedRequest): Promise<Sender> {
	if (!request.accountability?.user) throw new PageRefused('sign_in');
	const { user, role } = await callerOf(knex, request.accountability);
	if (user === null || role !== 'Referrer') throw new PageRefused('forbidden');
	const places = await readPlaces(knex, today());
	return {
		user,
		link: null,
		origin: { referred_by: user },
		language: await languageOfAccount(knex, user),
		path: '',
		places,
		offer: await offerOf(knex, places, {}),
	};
}

/** The holder of a link; one answer where it is unknown, expired, withdrawn, or its contract has ended. */
export async function linkHolderOf(knex: Knex, limits: Limits, token: string, address: string): Promise<Sender> {
	await limits.holdGuessing(address);
	const link = await findLink(knex, token);
	if (!link) await limits.countUnknownLink(address);
	if (!link || !linkWorks(link, today())) throw new PageRefused('link');
	const places = await readPlaces(knex, today(), link);
	if (places.areas.length === 0) throw new PageRefused('link');
	return {
		user: null,
		link,
		origin: { referral_link: link.id },
		language: null,
		path: `/${token}`,
		places,
		offer: await offerOf(knex, places, fixedBy(link)),
	};
}

function fixedBy({ route, organisation, jobcentre_office }: StoredLink): Partial<Answers> {
	if (route === 'third_party') return { route, third_party_organisation: organisation };
	return jobcentre_office ? { route, jobcentre_office } : { route };
}

async function offerOf(knex: Knex, { areas, offices }: Places, fixed: Partial<Answers>): Promise<Offer> {
	const third_party_types = offeredOn(await readLists(knex), 'third_party_type', today());
	return { cpas: areas.map(({ cpa }) => cpa), offices, third_party_types, fixed };
}
