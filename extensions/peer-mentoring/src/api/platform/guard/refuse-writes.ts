import { createError } from '@directus/errors';
import type { EventContext, RegisterFunctions } from '@directus/types';
import type { Knex } from 'knex';
import { inLanguage } from '../../../domain/language/text.ts';
import type { Words } from '../../../domain/language/words.ts';
import { noticesOfOthers, TOLD } from '../../../storage/platform/notifications.ts';
import { storedOperations } from '../../../storage/platform/records.ts';
import { languageOf } from '../../shared/errors.ts';
import { faultInDeletingAccounts, faultInDropping } from './evidence.ts';
import { asTheirOwn, faultInMaker, faultInTouchingPresets } from './for-everybody.ts';
import { faultInSettingsChange, shownSettings } from './settings.ts';
import {
	ADMINISTRATORS,
	ADMINISTRATORS_ONLY,
	faultInAccountChange,
	faultInFileChange,
	faultInOperation,
	isOrdinaryUser,
} from './system-records.ts';

type Change = Record<string, unknown>;

const Forbidden = createError<{ message: string }>('FORBIDDEN', ({ message }) => message, 403);
const Invalid = createError<{ message: string }>('INVALID_PAYLOAD', ({ message }) => message, 400);

const TOLD_STAYS =
	'What somebody has been told is theirs: nobody else changes or deletes it, or says that it was told.';
const TRAIL_STAYS = 'What was done, and what a record said, stays on record: nobody changes or deletes it.';

function refuse(message: string | undefined, Refused = Forbidden): void {
	if (message !== undefined) throw new Refused({ message });
}

/** What people may meet at their work is said in the language of their account. */
async function refuseTo(
	{ accountability, database }: Pick<EventContext, 'accountability' | 'database'>,
	words: Words | undefined,
): Promise<void> {
	if (words === undefined) return;
	const language = await languageOf(database as unknown as Knex, accountability?.user);
	refuse(inLanguage(words, language));
}

/** The layer behind the gates: holds for nested writes and for code that calls Directus's services for a user. */
export function refuseWrites(filter: RegisterFunctions['filter']): void {
	for (const scope of [...ADMINISTRATORS_ONLY, 'users']) {
		for (const action of scope === 'users' ? ['create', 'delete'] : ['create', 'update', 'delete']) {
			filter(`${scope}.${action}`, async (payload, _meta, context) => {
				if (isOrdinaryUser(context.accountability)) await refuseTo(context, ADMINISTRATORS);
				return payload;
			});
		}
	}
	for (const action of ['create', 'update'] as const) {
		filter<Change>(`files.${action}`, async (change, _meta, context) => {
			if (isOrdinaryUser(context.accountability)) await refuseTo(context, faultInFileChange(change, action));
			return change;
		});
		filter<Change>(`settings.${action}`, (change) => {
			refuse(faultInSettingsChange(change), Invalid);
			return change;
		});
	}
	for (const scope of ['activity', 'revisions']) {
		filter<Change>(`${scope}.update`, (change) => {
			// A revision is tied to the one that caused it, once: the database sees to that.
			refuse(Object.keys(change).every((name) => name === 'parent') ? undefined : TRAIL_STAYS);
			return change;
		});
		filter(`${scope}.delete`, () => refuse(TRAIL_STAYS));
	}
	// What somebody has been told, and was told, is written by the platform alone: it would keep them from being told.
	for (const list of TOLD) {
		for (const action of ['create', 'update', 'delete']) {
			filter(`${list}.items.${action}`, (change, _meta, { accountability }) => {
				refuse(accountability === null ? undefined : TOLD_STAYS);
				return change;
			});
		}
	}
	for (const action of ['update', 'delete'] as const) {
		filter(`notifications.${action}`, async (change, meta, { accountability, database }) => {
			if (accountability === null) return change;
			const keys = action === 'delete' ? (change as unknown[]) : (meta.keys as unknown[]);
			const others = await noticesOfOthers(database as unknown as Knex, keys, accountability.user ?? null);
			refuse(others ? TOLD_STAYS : undefined);
			return change;
		});
	}
	filter<Change>('operations.create', (change) => {
		refuse(faultInOperation(change), Invalid);
		return change;
	});
	filter<Change>('operations.update', async (change, { keys }, { database }) => {
		const there = await storedOperations(database as unknown as Knex, keys);
		for (const { type, options } of there) refuse(faultInOperation({ type, options, ...change }), Invalid);
		return change;
	});
	filter<string[]>('collections.delete', (names) => {
		refuse(faultInDropping(names));
		return names;
	});
	filter<string[]>('fields.delete', (fields, { collection }) => {
		refuse(faultInDropping([collection]));
		return fields;
	});
	filter<string[]>('users.delete', async (keys, _meta, { database }) => {
		refuse(await faultInDeletingAccounts(database as unknown as Knex, keys));
		return keys;
	});
	filter<Change>('users.update', async (change, { keys }, context) => {
		const user = context.accountability?.user ?? null;
		if (isOrdinaryUser(context.accountability)) await refuseTo(context, faultInAccountChange(change, keys, user));
		return change;
	});
	filter<Change>('presets.create', (preset, _meta, { accountability }) =>
		isOrdinaryUser(accountability) ? asTheirOwn(preset, accountability?.user ?? null) : preset,
	);
	filter<Change>('presets.update', async (change, { keys }, context) => {
		if (!isOrdinaryUser(context.accountability)) return change;
		const user = context.accountability?.user ?? null;
		await refuseTo(context, await faultInTouchingPresets(context.database as unknown as Knex, keys, user));
		return asTheirOwn(change, user);
	});
	filter<string[]>('presets.delete', async (keys, _meta, context) => {
		if (!isOrdinaryUser(context.accountability)) return keys;
		const user = context.accountability?.user ?? null;
		await refuseTo(context, await faultInTouchingPresets(context.database as unknown as Knex, keys, user));
		return keys;
	});
	for (const scope of ['dashboards', 'panels']) {
		filter<Change>(`${scope}.update`, async (change, _meta, context) => {
			if (isOrdinaryUser(context.accountability)) await refuseTo(context, faultInMaker(change));
			return change;
		});
	}
	filter<Change[]>('settings.read', (rows, _meta, { accountability }) =>
		isOrdinaryUser(accountability) ? shownSettings(rows) : rows,
	);
}
