import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { inTheirLanguage, refusal } from '../../shared/errors.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import type { Payload } from '../../shared/plain-record.ts';

const SAMPLES = 'plan_samples';
const DRAWS = 'plan_sample_draws';

/**
 * Nobody writes a sample but the platform, whoever asks and however (3.11): plans are drawn with their draw, and
 * reviewed through the endpoints of the samples.
 */
export default defineHook(({ filter }) => {
	filter(`${SAMPLES}.items.create`, (payload, _meta, context) =>
		inTheirLanguage(context, async () => {
			const knex = context.database as unknown as Knex;
			if (!(await isBeingDrawn(knex, uuidIn((payload as Payload).draw)))) {
				throw refusal(SAMPLES, 'draw', 'sample_by_platform');
			}
			return payload;
		}),
	);
	for (const event of [`${SAMPLES}.items.update`, `${SAMPLES}.items.delete`, `${DRAWS}.items.delete`]) {
		const [collection = ''] = event.split('.');
		filter(event, (_payload, _meta, context) =>
			inTheirLanguage(context, () => Promise.reject(refusal(collection, 'status', 'sample_by_platform'))),
		);
	}
});

/** A draw is stored with all of its plans at once: seen from outside its transaction, none is missing. */
async function isBeingDrawn(knex: Knex, id: string | undefined): Promise<boolean> {
	const draw = id === undefined ? undefined : await knex(DRAWS).where({ id }).first('sample_size');
	if (!draw) return false;
	const there = await knex(SAMPLES).where({ draw: id }).count({ number: '*' }).first();
	return Number(there?.number ?? 0) < Number(draw.sample_size);
}
