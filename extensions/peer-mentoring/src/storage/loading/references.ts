import type { Source } from '../../import/cells.ts';
import { journeysOf, type StoredJourney } from '../journeys.ts';
import type { Loading } from './context.ts';

const BATCH = 1000;

/** The journeys already on record under these references, by reference; one Supplier's where the loader has one. */
export async function journeysByReference(
	loading: Loading,
	references: Iterable<string>,
): Promise<Map<string, StoredJourney[]>> {
	const { knex, supplier } = loading;
	const wanted = [...new Set(references)];
	const found = new Map<string, StoredJourney[]>();
	for (let start = 0; start < wanted.length; start += BATCH) {
		const query = knex('referrals')
			.whereIn('reference', wanted.slice(start, start + BATCH))
			.select('id');
		const rows = await (supplier === null ? query : query.where({ supplier }));
		for (const journey of await journeysOf(
			knex,
			rows.map((row) => row.id),
		)) {
			found.set(journey.reference, [...(found.get(journey.reference) ?? []), journey]);
		}
	}
	return found;
}

/** The one journey a session row means. Two Suppliers may use the same reference: then nobody can tell. */
export function onlyJourney(
	loading: Loading,
	source: Source,
	reference: string,
	found: readonly StoredJourney[] | undefined,
): StoredJourney | undefined {
	if (found?.length === 1) return found[0];
	const message = found?.length
		? `reference is used by more than one Supplier; load these sessions as Supplier MI of the Supplier they belong to`
		: `reference must be that of a referral on record or in the caseload file; there is no "${reference}"`;
	loading.fault(source, 'reference', 'UNKNOWN_RECORD', message);
	return undefined;
}
