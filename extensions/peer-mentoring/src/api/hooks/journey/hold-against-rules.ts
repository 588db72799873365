import type { Knex } from 'knex';
import { journeyProblems, sessionProblems, type Problem } from '../../../domain/journey-rules.ts';
import { readContracts, type StoredContract } from '../../../storage/contracts.ts';
import { journeyWith, newJourney, sessionOf, type StoredJourney } from '../../../storage/journeys.ts';
import { today } from '../../../domain/today.ts';
import type { Accountability } from '../../shared/caller.ts';
import { languageOf, refusals } from '../../shared/errors.ts';
import { JOURNEY_TABLES } from './tables.ts';

/**
 * Refuses a record with which its journey would break a rule. The journey is the one in the database with the record
 * in its place, so the answer is the same for a form, a batch, a nested write and an import.
 * @param record as it would become, with its parent and, where it is there already, its `id`
 */
export async function holdAgainstRules(
	knex: Knex,
	collection: string,
	record: Record<string, unknown>,
	accountability: Accountability,
	referral?: string,
): Promise<void> {
	const table = JOURNEY_TABLES[collection];
	if (!table || collection === 'actions') return;
	const journey = referral
		? await journeyWith(knex, referral, { table: collection, row: record })
		: await newJourney(knex, record);
	if (!journey) return;
	const [contract] = await readContracts(knex, [journey.contract]);
	const problems = problemsOf(collection, record, journey, contract as StoredContract);
	if (problems.length === 0) return;
	const ours = Object.entries(table.facts);
	const fieldOf = (fact: string) => ours.find(([, name]) => name === fact)?.[0] ?? fact;
	throw refusals(collection, problems, await languageOf(knex, accountability?.user), fieldOf);
}

function problemsOf(
	collection: string,
	record: Record<string, unknown>,
	journey: StoredJourney,
	contract: StoredContract,
): Problem[] {
	if (collection === 'sessions') return sessionProblems(sessionOf(record), journey, today());
	return journeyProblems(journey, contract, today());
}
