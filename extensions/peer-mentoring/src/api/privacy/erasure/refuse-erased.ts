import type { Link } from '../../../domain/privacy/personal-data.ts';
import { PERSON } from '../../../domain/privacy/personal-data.ts';
import { isErased } from '../../../storage/privacy/erasure.ts';
import { keyOfRow } from '../../../storage/privacy/personal-data.ts';
import { refuseErasure, type WriteContext } from './refusal.ts';

/**
 * Nothing is written about somebody who has been erased: no change, no deletion, no new record, whoever asks.
 * @param keys of the rows that are there already
 */
export async function refuseErased(
	context: WriteContext,
	links: readonly Link[],
	collection: string,
	keys: readonly unknown[],
	change: Record<string, unknown>,
): Promise<void> {
	const own = links.filter((link) => link.collection === collection);
	if (collection !== PERSON && own.length === 0) return;
	const { schema } = context;
	const rows = keys.flatMap((key) => keyOfRow(schema, collection, key) ?? []);
	if (await isErased(context.database, links, collection, rows)) {
		await refuseErasure(context, 'erased', own[0]?.field ?? 'reference', collection);
	}
	for (const { field, parent } of own) {
		const key = keyOfRow(schema, parent, change[field]);
		if (key !== undefined && (await isErased(context.database, links, parent, [key]))) {
			await refuseErasure(context, 'erased', field, collection);
		}
	}
}
