import { randomUUID } from 'node:crypto';
import { mayBeDrawn, nextRequestNumber, SAME_REQUEST } from '../../../../domain/returns/samples/activity-sample.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { lockContracts } from '../../../../storage/database/locks.ts';
import { completedActivities } from '../../../../storage/returns/samples.ts';
import { refusal } from '../../../shared/errors.ts';
import { refuseChange, type WriteContext } from '../../../shared/ownership.ts';
import { note } from '../../../shared/pending.ts';
import { plainRecord, type Payload } from '../../../shared/plain-record.ts';

/**
 * Gives a new request its seed and notes how many completed activities there are to draw from (3.10); the draw follows
 * as soon as the request is stored. A request that is there keeps its draw.
 */
export async function prepareSample({ database }: WriteContext, record: Payload): Promise<Payload> {
	if (record.seed) return {};
	// Whoever asks at the same moment waits, and has the next number.
	await lockContracts(database, [uuidIn(record.contract) as string]);
	const most = (await completedActivities(database, record)).length;
	if (Number(record.size) > most) throw refusal('sample_requests', 'size', 'sample_too_large', { most });
	const others = await database('sample_requests')
		.where({ contract: record.contract })
		.orderBy('date_created')
		.select('number', ...SAME_REQUEST);
	const plain = plainRecord(record);
	const same = others.find((row) => {
		const other = plainRecord(row);
		return SAME_REQUEST.every((field) => (other[field] ?? null) === (plain[field] ?? null));
	});
	if (!mayBeDrawn(same !== undefined, record.redraw_reason)) {
		throw refusal('sample_requests', 'redraw_reason', 'redraw_reason_missing', { number: same?.number ?? '' });
	}
	const number = nextRequestNumber(others.map((row) => row.number as string | null));
	const id = String(record.id ?? randomUUID());
	await note(database, 'sample', id);
	return { id, number, seed: randomUUID(), drawn_from: most };
}

/** What a request asked for is what its draw was made by: it is changed no more. */
export async function refuseOtherRequest(_context: WriteContext, record: Payload, written: Payload): Promise<void> {
	if (record.seed) refuseChange('sample_requests', written, [...SAME_REQUEST, 'size', 'redraw_reason']);
}
