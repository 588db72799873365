import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { ERASURES } from '../../../domain/privacy/personal-data.ts';
import { foldJournal } from '../../../storage/privacy/erasure.ts';
import { familyIn, type Overview } from '../../../storage/privacy/personal-data.ts';
import { erase } from './erase.ts';
import { refuseErased } from './refuse-erased.ts';
import { refuseErasure, type WriteContext } from './refusal.ts';
import { traceOf } from '../../shared/trace-of.ts';

type Payload = Record<string, unknown>;

/** The right to erasure (2.25): what carries it out, and what keeps an erased person erased. */
export default defineHook(({ filter, action }, { database, logger }) => {
	filter(`${ERASURES}.items.create`, (payload, _meta, context) =>
		erase(payload as Payload, context as unknown as WriteContext),
	);
	for (const event of ['update', 'delete']) {
		filter(`${ERASURES}.items.${event}`, (_payload, _meta, context) =>
			refuseErasure(context as unknown as WriteContext, 'final', 'referral'),
		);
	}
	action(`${ERASURES}.items.create`, () => {
		foldJournal(database as unknown as Knex).catch((error: unknown) =>
			logger.error(`The journal could not be folded in; the next restart does it: ${traceOf(error)}`),
		);
	});

	for (const event of ['items.create', 'items.update', 'items.delete'] as const) {
		filter(event, async (payload, meta, context) => {
			const { schema, ...rest } = context as unknown as WriteContext & { schema: Overview };
			const links = familyIn(schema);
			const change = event === 'items.delete' ? {} : (payload as Payload);
			const keys = event === 'items.delete' ? (payload as unknown[]) : ((meta.keys ?? []) as unknown[]);
			await refuseErased({ ...rest, schema }, links, meta.collection as string, keys, change);
			return payload;
		});
	}
});
