import type { Knex } from 'knex';
import { JOURNEY } from '../journey/reader/columns.ts';
import { journeyOf, type ReadJourney } from '../journey/reader/journey-of.ts';
import { streamJourneys } from '../journey/reader/read-journeys.ts';

/** Every journey of a contract, in no particular order, with no more of it than the figures need. */
export function pmiJourneys(knex: Knex, contract: string): AsyncGenerator<ReadJourney> {
	return streamJourneys(
		knex,
		{ columns: JOURNEY, of: journeyOf },
		{ where: (people) => people.where('referral.contract', contract) },
	);
}
