import type { Knex } from 'knex';
import { dayInWords, type Language } from '../../../domain/language/messages.ts';
import { expiryProblem, latestExpiry, type ExpiryProblem } from '../../../domain/journey/referral-link.ts';
import { today } from '../../../clock/today.ts';
import { dayOf } from '../../../storage/database/day-columns.ts';
import { languageOf, refused } from '../../shared/errors.ts';
import { keyIn } from '../../../storage/database/keys.ts';
import { ownershipOf, type WriteContext } from '../../shared/ownership.ts';
import type { Payload } from '../../shared/plain-record.ts';

/** A new link with the Supplier of its contract, for an area that the contract covers, and without a token yet. */
export async function completeLink(given: Payload, context: WriteContext): Promise<Payload> {
	const { token_hash: _ignored, ...record } = given;
	Object.assign(record, await ownershipOf(context, 'referral_links', record));
	await checkPlace(record, context);
	await checkExpiry(record.expires_on, context);
	return record;
}

/** Refuses a change of a link that breaks the same rules; the area and the office are looked at together. */
export async function refuseFaultyChange(change: Payload, keys: unknown[], context: WriteContext): Promise<void> {
	if ('expires_on' in change) await checkExpiry(change.expires_on, context);
	if (!('cpa' in change) && !('jobcentre_office' in change)) return;
	for (const id of keys) {
		const row = await context.database('referral_links').where({ id }).first();
		if (row) await checkPlace({ ...row, ...change }, context);
	}
}

const TEXTS: Record<Language, Record<ExpiryProblem | 'cpa' | 'office', (day: string) => string>> = {
	'en-GB': {
		past: () => 'The link would not work: enter today or a later day.',
		too_far: (day) => `A link works for a year at most: enter ${day} or an earlier day.`,
		cpa: () => 'Choose a Contract Package Area that the contract covers.',
		office: () => 'Choose a Jobcentre office in the area of the contract.',
	},
	'cy-GB': {
		past: () => 'Ni fyddai’r ddolen yn gweithio: rhowch heddiw neu ddiwrnod diweddarach.',
		too_far: (day) => `Mae dolen yn gweithio am flwyddyn ar y mwyaf: rhowch ${day} neu ddiwrnod cynharach.`,
		cpa: () => 'Dewiswch Ardal Pecyn Contract y mae’r contract yn ei chynnwys.',
		office: () => 'Dewiswch ganolfan gwaith yn ardal y contract.',
	},
};

async function checkExpiry(value: unknown, context: WriteContext): Promise<void> {
	const expires = dayOf(value);
	// A day that is missing, Directus itself asks for.
	const problem = expires === null ? undefined : expiryProblem(expires, today());
	if (problem === undefined) return;
	const language = await languageOf(context.database, context.accountability?.user);
	const reason = TEXTS[language][problem](dayInWords(latestExpiry(today()), language));
	throw refused('referral_links', 'expires_on', reason);
}

async function checkPlace(record: Payload, { database: knex, accountability }: WriteContext): Promise<void> {
	const refuse = async (field: string, text: 'cpa' | 'office') =>
		refused('referral_links', field, TEXTS[await languageOf(knex, accountability?.user)][text](''));
	const covered = await cpasOf(knex, keyIn(record.contract));
	const cpa = keyIn(record.cpa);
	if (cpa !== undefined && !covered.includes(Number(cpa))) throw await refuse('cpa', 'cpa');
	const office = keyIn(record.jobcentre_office);
	if (office === undefined) return;
	const place = await knex('jobcentre_offices as office')
		.join('delivery_areas as area', 'area.id', 'office.delivery_area')
		.where('office.id', office)
		.first('area.cpa');
	const wanted = cpa === undefined ? covered : [Number(cpa)];
	if (!place || !wanted.includes(Number(place.cpa))) throw await refuse('jobcentre_office', 'office');
}

async function cpasOf(knex: Knex, contract: string | undefined): Promise<number[]> {
	const rows = await knex('contract_cpas')
		.where({ contract: contract ?? null })
		.select('contract_package_area');
	return rows.map((row) => Number(row.contract_package_area));
}
