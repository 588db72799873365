import type { Knex } from 'knex';
import { namesIn, type KnownPerson } from '../../domain/privacy/read-by-buyer.ts';

/**
 * The first of these texts that names somebody who was ever referred, by its key.
 * @param supplier whose people; those of all Suppliers where `null`
 */
export async function firstThatNames(
	knex: Knex,
	texts: readonly (readonly [key: string, text: string])[],
	supplier: string | null,
): Promise<string | undefined> {
	if (texts.length === 0) return undefined;
	const query = peopleIn(knex);
	const people: KnownPerson[] = await (supplier === null ? query : query.where('referral.supplier', supplier));
	return texts.find(([, text]) => people.some(namesIn(text)))?.[0];
}

/** What one person is known by, as long as they are. */
export async function personIn(knex: Knex, referral: string): Promise<KnownPerson> {
	return (await peopleIn(knex).where('referral.id', referral))[0] as KnownPerson;
}

function peopleIn(knex: Knex): Knex.QueryBuilder {
	return knex('referrals as referral')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.select(
			'referral.first_name',
			'referral.last_name',
			'referral.reference',
			'referral.phone',
			'referral.email',
			'mentee.nino',
		);
}
