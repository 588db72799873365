import { createError } from '@directus/errors';
import type { RegisterFunctions } from '@directus/types';
import type { Knex } from 'knex';
import { storedOperations } from '../../../storage/platform/records.ts';
import { faultInDeletingAccounts, faultInDropping } from './evidence.ts';
import { asTheirOwn, faultInMaker, faultInTouchingPresets } from './for-everybody.ts';
import { faultInSettingsChange, shownSettings } from './settings.ts';
import {
	ADMINISTRATORS_ONLY,
	faultInAccountChange,
	faultInFileChange,
	faultInOperation,
	isOrdinaryUser,
} from './system-records.ts';

type Change = Record<string, unknown>;

const Forbidden = createError<{ message: string }>('FORBIDDEN', ({ message }) => message, 403);
const Invalid = createError<{ message: string }>('INVALID_PAYLOAD', ({ message }) => message, 400);

const TRAIL_STAYS = 'What was done, and what a record said, stays on record: nobody changes or deletes it.';

function refuse(message: string | undefined, Refused = Forbidden): void {
	if (message !== undefined) throw new Refused({ message });
}

/** The layer behind the gates: holds for nested writes and for code that calls Directus's services for a user. */
export function refuseWrites(filter: RegisterFunctions['filter']): void {
	for (const scope of [...ADMINISTRATORS_ONLY, 'users']) {
		for (const action of scope === 'users' ? ['create', 'delete'] : ['create', 'update', 'delete']) {
			filter(`${scope}.${action}`, (payload, _meta, { accountability }) => {
				if (isOrdinaryUser(accountability)) refuse('Only an Administrator can change this.');
				return payload;
			});
		}
	}
	for (const action of ['create', 'update'] as const) {
		filter<Change>(`files.${action}`, (change, _meta, { accountability }) => {
			if (isOrdinaryUser(accountability)) refuse(faultInFileChange(change, action));
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
	filter<Change>('users.update', (change, { keys }, { accountability }) => {
		if (isOrdinaryUser(accountability)) refuse(faultInAccountChange(change, keys, accountability?.user ?? null));
		return change;
	});
	filter<Change>('presets.create', (preset, _meta, { accountability }) =>
		isOrdinaryUser(accountability) ? asTheirOwn(preset, accountability?.user ?? null) : preset,
	);
	filter<Change>('presets.update', async (change, { keys }, { accountability, database }) => {
		if (!isOrdinaryUser(accountability)) return change;
		const user = accountability?.user ?? null;
		refuse(await faultInTouchingPresets(database as unknown as Knex, keys, user));
		return asTheirOwn(change, user);
	});
	filter<string[]>('presets.delete', async (keys, _meta, { accountability, database }) => {
		if (!isOrdinaryUser(accountability)) return keys;
		refuse(await faultInTouchingPresets(database as unknown as Knex, keys, accountability?.user ?? null));
		return keys;
	});
	for (const scope of ['dashboards', 'panels']) {
		filter<Change>(`${scope}.update`, (change, _meta, { accountability }) => {
			if (isOrdinaryUser(accountability)) refuse(faultInMaker(change));
			return change;
		});
	}
	filter<Change[]>('settings.read', (rows, _meta, { accountability }) =>
		isOrdinaryUser(accountability) ? shownSettings(rows) : rows,
	);
}
