import { randomUUID } from 'node:crypto';
import { completedActivities } from '../../../../storage/returns/samples.ts';
import { refusal } from '../../../shared/errors.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import { note } from '../../../shared/pending.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/**
 * Gives a new request its seed and notes how many completed activities there are to draw from (3.10); the draw follows
 * as soon as the request is stored. A request that is there keeps its draw.
 */
export async function prepareSample({ database }: WriteContext, record: Payload): Promise<Payload> {
	if (record.seed) return {};
	const most = (await completedActivities(database, record)).length;
	if (Number(record.size) > most) throw refusal('sample_requests', 'size', 'sample_too_large', { most });
	const id = String(record.id ?? randomUUID());
	await note(database, 'sample', id);
	return { id, seed: randomUUID(), drawn_from: most };
}
