import type { Source } from '../../import/cells.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { journeysOf, type StoredJourney } from '../journey/journeys.ts';
import type { Loading } from './context.ts';
import { rowsWhere } from './rows.ts';

/** The contract that a row names, where it is on record and the loader's; otherwise a fault, unless its own row has one. */
export function visibleContract(
	loading: Loading,
	{ contract: reference, source }: { contract: string; source: Source },
	contracts: ReadonlyMap<string, StoredContract>,
): StoredContract | undefined {
	const contract = contracts.get(reference);
	if (contract && loading.maySee(contract.supplier)) return contract;
	if (!loading.doubts.has('contracts', reference)) {
		const message = `contract must be the reference of a Call-Off Contract on record; there is no "${reference}"`;
		loading.fault(source, 'contract', 'UNKNOWN_RECORD', message);
	}
	return undefined;
}

/** The journeys already on record under these references, by reference; one Supplier's where the loader has one. */
export async function journeysByReference(
	{ knex, supplier }: Loading,
	references: Iterable<string>,
): Promise<Map<string, StoredJourney[]>> {
	const rows = await rowsWhere(knex, 'referrals', 'reference', [...new Set(references)], ['id', 'supplier']);
	const own = rows.filter((row) => supplier === null || row.supplier === supplier);
	const journeys = await journeysOf(
		knex,
		own.map((row) => row.id as string),
	);
	return Map.groupBy(journeys, (journey) => journey.reference);
}

/**
 * A new reference that differs from one on record in capital and small letters alone is most likely the same person: a
 * fault, because nobody can tell.
 */
export async function refuseAlmostKnown(
	loading: Loading,
	records: readonly { reference: string; source: Source }[],
	known: ReadonlySet<string>,
): Promise<void> {
	const added = records.filter(({ reference }) => !known.has(reference));
	if (added.length === 0) return;
	const { knex, supplier } = loading;
	const query = knex('referrals').whereNotNull('reference').select('reference');
	const rows = await (supplier === null ? query : query.where({ supplier }));
	const onRecord = new Map(rows.map(({ reference }) => [String(reference).toLowerCase(), String(reference)]));
	for (const { reference, source } of added) {
		const alike = onRecord.get(reference.toLowerCase());
		if (alike === undefined || alike === reference) continue;
		const message = `reference differs from "${alike}", which is on record, in capital and small letters alone; write it as it is there, or give another`;
		loading.fault(source, 'reference', 'CONTRADICTION', message);
	}
}

/** Nothing is loaded about somebody who has been erased (2.25): a fault for each row that names one. */
export async function refuseErased(
	loading: Loading,
	records: readonly { reference: string; source: Source }[],
): Promise<void> {
	const rows = await loading
		.knex('erasures as erasure')
		.join('referrals as referral', 'referral.id', 'erasure.referral')
		.select('referral.reference', 'referral.supplier');
	const erased = new Set(rows.filter(({ supplier }) => loading.maySee(supplier)).map(({ reference }) => reference));
	for (const { reference, source } of records.filter((record) => erased.has(record.reference))) {
		const message = `reference must not be that of somebody who has been erased; leave "${reference}" out`;
		loading.fault(source, 'reference', 'NOT_ALLOWED', message);
	}
}
