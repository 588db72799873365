import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { isChoiceKey, keepListsInStep } from '../../../storage/language/lists-in-step.ts';
import { adoptChoices, adoptWords } from '../../../storage/language/own-choices.ts';
import { keysOfTexts } from '../../../storage/platform/data-model.ts';
import { inTheirLanguage, refusal } from '../../shared/errors.ts';
import { note, whenNoted } from '../../shared/pending.ts';
import { asChanged, asNew, refuseDeleting } from './codes.ts';
import { refuseTakingAway, type FieldChange } from './field-choices.ts';

type Payload = Record<string, unknown>;

/**
 * The code lists, changed in their own form, in a field's own editor or among the translations: what rules depend on and
 * what records have stays, and every form reads in both languages what the list says, before the change is answered.
 */
export default defineHook(({ filter, init, schedule }, { database }) => {
	const knex = database as unknown as Knex;
	whenNoted('lists', () => keepListsInStep(knex, today()));
	whenNoted('choices', async (place) => {
		const [collection, field] = place.split('.') as [string, string];
		await adoptChoices(knex, { collection, field });
		await keepListsInStep(knex, today());
	});
	whenNoted('words', async (key) => {
		await adoptWords(knex, key);
		await keepListsInStep(knex, today());
	});

	const inside = (context: { database: unknown }) => context.database as Knex;
	filter('codes.items.create', (payload, _meta, context) =>
		inTheirLanguage(context, async () => {
			const code = await asNew(inside(context), payload as Payload);
			await note(inside(context), 'lists');
			return code;
		}),
	);
	filter('codes.items.update', (payload, { keys }, context) =>
		inTheirLanguage(context, async () => {
			const change = await asChanged(inside(context), payload as Payload, keys as string[]);
			await note(inside(context), 'lists');
			return change;
		}),
	);
	filter('codes.items.delete', (keys, _meta, context) =>
		inTheirLanguage(context, async () => {
			await refuseDeleting(inside(context), keys as string[]);
			await note(inside(context), 'lists');
			return keys;
		}),
	);
	for (const event of ['create', 'delete']) {
		filter(`code_lists.items.${event}`, (_payload, _meta, context) =>
			inTheirLanguage(context, () => Promise.reject(refusal('code_lists', 'id', 'lists_fixed'))),
		);
	}
	filter('code_lists.items.update', (payload, { keys }, context) =>
		inTheirLanguage(context, async () => {
			const { open: _, ...change } = payload as Payload;
			if ('id' in change && !(keys as string[]).includes(String(change.id))) {
				throw refusal('code_lists', 'id', 'lists_fixed');
			}
			return change;
		}),
	);

	filter('fields.update', (payload, { keys, collection }, context) =>
		inTheirLanguage(context, async () => {
			const field = String((payload as Payload).field ?? (keys as string[])[0]);
			const list = await refuseTakingAway(inside(context), { collection, field }, payload as FieldChange);
			if (list) await note(inside(context), 'choices', `${collection}.${field}`);
			return payload;
		}),
	);
	filter('translations.update', async (payload, { keys }, context) => {
		for (const key of await keysOfTexts(inside(context), keys as string[])) {
			if (isChoiceKey(key)) await note(inside(context), 'words', key);
		}
		return payload;
	});

	// From one day to the next a value begins to be offered, or no longer is.
	schedule('1 0,23 * * *', () => keepListsInStep(knex, today()));
	init('app.before', () => keepListsInStep(knex, today()));
});
