import type { Knex } from 'knex';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import type { JourneyMeasures } from '../../domain/returns/pmi/measures.ts';
import { measureRecord } from '../../domain/returns/pmi/records.ts';
import type { PmiReturn } from '../../workbook/pmi-return.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { unpackRecords } from './frozen-records.ts';
import { readKeptFile } from './kept-files.ts';
import { byReference, readPmi, readRecordsBehind, type RecordBehind } from './pmi.ts';
import { returnVersion } from './return-versions.ts';

/** The return of a month: as it was submitted, or, while it has not been, as the records are now (3.4, 3.8). */
export async function readReturn(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	{ cpa, version }: { cpa?: number; version?: number } = {},
): Promise<PmiReturn | undefined> {
	const submitted = await returnVersion(knex, contract.id, month, version);
	if (!submitted) return version === undefined ? readPmi(knex, contract, month, { cpa }) : undefined;
	return cpa === undefined ? submitted.figures.contract : submitted.figures.by_cpa[cpa];
}

/**
 * The records behind one figure of a month, as it was submitted or as it is now. Whoever has withdrawn consent or been
 * erased since is not shown, though a submitted figure still counts them (2.25).
 */
export async function readRecordsOf(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	measure: keyof JourneyMeasures,
	cpa?: number,
): Promise<RecordBehind[]> {
	const submitted = await returnVersion(knex, contract.id, month);
	if (!submitted) return readRecordsBehind(knex, contract, month, measure, cpa);
	const rows = await knex('referrals').where({ contract: contract.id, restricted: false }).select('id', 'reference');
	const references = new Map(rows.map(({ id, reference }) => [id as string, reference as string]));
	const { content } = await readKeptFile(knex, submitted.records);
	const records = (await unpackRecords(content)).flatMap(({ referral, figures }): RecordBehind[] => {
		const reference = references.get(referral);
		const record = measureRecord(measure, figures, month);
		if (!record || reference === undefined || (cpa !== undefined && figures.cpa !== cpa)) return [];
		return [{ referral, reference, cpa: figures.cpa, route: figures.route, ...record }];
	});
	return records.sort(byReference);
}
