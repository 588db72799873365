import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { READ_BY_BUYER } from '../../../domain/privacy/read-by-buyer.ts';
import { callerOf, type Accountability } from '../../shared/caller.ts';
import { inTheirLanguage } from '../../shared/errors.ts';
import { refuseNames } from '../../shared/refuse-names.ts';

/** Nobody is named in what the Buyer reads (2.25, 5.4), whichever way it is written. */
export default defineHook(({ filter }) => {
	for (const [collection, fields] of Object.entries(READ_BY_BUYER)) {
		for (const action of ['create', 'update']) {
			filter(`${collection}.items.${action}`, (payload, _meta, context) =>
				inTheirLanguage(context, async () => {
					const knex = context.database as unknown as Knex;
					const written = payload as Record<string, unknown>;
					const said = Object.fromEntries(fields.map((field) => [field, asText(written[field])]));
					await refuseNames(knex, collection, said, await callerOf(knex, context.accountability as Accountability));
					return payload;
				}),
			);
		}
	}
});

/** What is no text is looked through as it is stored. */
const asText = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
