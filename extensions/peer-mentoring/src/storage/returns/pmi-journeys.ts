import type { Knex } from 'knex';
import { readStays } from '../journey/allocations.ts';
import { JOURNEY } from '../journey/reader/columns.ts';
import { journeyOf, type ReadJourney } from '../journey/reader/journey-of.ts';
import { streamJourneys } from '../journey/reader/read-journeys.ts';

/** Every journey of a contract, in no particular order, with no more of it than the figures need. */
export async function* pmiJourneys(knex: Knex, contract: string): AsyncGenerator<ReadJourney> {
	// Hardly anybody moves: who did is read once, not with each person.
	const stays = await readStays(knex, contract);
	const journeys = streamJourneys(
		knex,
		{ columns: JOURNEY, of: journeyOf },
		{ where: (people) => people.where('referral.contract', contract) },
	);
	for await (const journey of journeys) {
		const moves = stays.get(journey.referral);
		yield moves === undefined ? journey : { ...journey, stays: moves };
	}
}
