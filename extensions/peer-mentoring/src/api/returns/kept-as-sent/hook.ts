import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { inTheirLanguage, refusal } from '../../shared/errors.ts';
import { uuidIn } from '../../../storage/database/keys.ts';

/** What the platform keeps of what has been sent. */
const KEPT = ['mi_return_versions', 'kept_files', 'return_sendings'];

/** What has been sent stays as it was, whoever asks: also for the Administrator, by every interface (3.4). */
export default defineHook(({ filter }) => {
	for (const collection of KEPT) {
		for (const event of ['create', 'update', 'delete']) {
			filter(`${collection}.items.${event}`, (_payload, _meta, context) =>
				inTheirLanguage(context, () => Promise.reject(refusal(collection, 'id', 'kept_as_sent'))),
			);
		}
	}
	for (const [collection, kept, key] of [
		['mi_returns', 'mi_return_versions', 'mi_return'],
		['mi_returns', 'return_sendings', 'mi_return'],
		['call_off_contracts', 'mi_return_versions', 'contract'],
		['call_off_contracts', 'return_sendings', 'contract'],
		['call_off_contracts', 'plan_sample_draws', 'contract'],
	] as const) {
		filter(`${collection}.items.delete`, (keys, _meta, context) =>
			inTheirLanguage(context, async () => {
				const wanted = (keys as unknown[]).flatMap((each) => uuidIn(each) ?? []);
				const sent = await (context.database as unknown as Knex)(kept).whereIn(key, wanted).first('id');
				if (sent) throw refusal(collection, 'id', 'kept_as_sent');
				return keys;
			}),
		);
	}
});
