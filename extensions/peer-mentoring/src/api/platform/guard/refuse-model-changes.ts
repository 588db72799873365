import { createError } from '@directus/errors';
import type { RegisterFunctions } from '@directus/types';
import type { Knex } from 'knex';
import { columnOf, loggingOf, readPlatformParts, takesNoFields } from '../../../storage/platform/data-model.ts';
import { storedPermissions } from '../../../storage/platform/records.ts';
import { dictionaryFields } from '../../../storage/privacy/personal-data.ts';
import { keepTrailOf } from '../../../storage/platform/trail/keep-trail-of.ts';
import { faultInTrailModel } from './evidence.ts';
import { faultInPermission, type Permission } from './permission.ts';
import { droppedField, isRetyped, retypedField, type FieldChange } from './platform-model.ts';

const Invalid = createError<{ message: string }>('INVALID_PAYLOAD', ({ message }) => message, 400);
const Forbidden = createError<{ message: string }>('FORBIDDEN', ({ message }) => message, 403);

const LESS_LOGGED =
	'Who changes what is on record for every collection ("accountability" is "all"), and stays so: leave it out.';

const FIELD_OF_DIRECTUS =
	'A collection of Directus itself gets no field: a relation in it would show people by a way that is not on record. Make a collection of your own.';
const CLASS_OF_A_FIELD =
	'How sensitive a field of the platform is stays as it came: what is deleted, exported and put on record follows from it. Of fields of your own it is yours to say.';

function refuse(message: string | undefined): void {
	if (message !== undefined) throw new Forbidden({ message });
}

/** What came with the platform, asked for in the transaction of the change: on SQLite nobody else is answered meanwhile. */
const partsIn = (database: unknown) => readPlatformParts(database as Knex);

/** The layer behind the gates: holds for code that calls Directus's services, and where only the body says what changes. */
export function refuseModelChanges(filter: RegisterFunctions['filter']): void {
	for (const event of ['fields.create', 'fields.update', 'fields.delete']) {
		filter(event, (change, { collection }) => {
			refuse(faultInTrailModel([collection]));
			return change;
		});
	}
	filter<{ accountability?: unknown }>('collections.update', async (change, { keys }, { database }) => {
		refuse(faultInTrailModel(keys));
		if (!('accountability' in change) || change.accountability === 'all') return change;
		const there = await loggingOf(database as unknown as Knex, keys);
		refuse(there.some((logging) => logging !== change.accountability) ? LESS_LOGGED : undefined);
		return change;
	});
	filter<{ accountability?: unknown }>('collections.create', (made) => {
		refuse('accountability' in made && made.accountability !== 'all' ? LESS_LOGGED : undefined);
		return made;
	});
	filter<{ collection?: unknown }>('fields.create', (field, { collection }) => {
		// Told twice: of the field, and of its row among the fields, which names the collection itself.
		refuse(takesNoFields(String(field.collection ?? collection)) ? FIELD_OF_DIRECTUS : undefined);
		return field;
	});
	for (const event of ['update', 'delete']) {
		filter(`data_dictionary.items.${event}`, async (change, meta, { database }) => {
			const keys = (event === 'delete' ? change : meta.keys) as readonly string[];
			if (event === 'update' && !('sensitivity' in (change as object))) return change;
			const parts = await partsIn(database);
			const fields = await dictionaryFields(database as unknown as Knex, keys);
			refuse(
				fields.some(({ collection, field }) => parts.has(`${collection}.${field}`)) ? CLASS_OF_A_FIELD : undefined,
			);
			return change;
		});
	}
	filter<string[]>('collections.delete', async (names, _meta, { database }) => {
		// With the collection, Directus deletes who did what in it: that stays.
		await keepTrailOf(database as unknown as Knex, names);
		return names;
	});
	filter<string[]>('fields.delete', async (fields, { collection }, { database }) => {
		const parts = await partsIn(database);
		const dropped = fields.find((field) => parts.has(`${collection}.${field}`));
		if (dropped !== undefined) throw new Forbidden({ message: droppedField(collection, dropped) });
		return fields;
	});
	filter<FieldChange & { field: string }>('fields.update', async (change, { collection }, { database, schema }) => {
		const { field } = change;
		const type = schema?.collections[collection]?.fields[field]?.type;
		if (type === undefined || !(await partsIn(database)).has(`${collection}.${field}`)) return change;
		const column = change.schema ? await columnOf(database as unknown as Knex, collection, field) : undefined;
		if (isRetyped(change, { type, column })) throw new Forbidden({ message: retypedField(collection, field) });
		return change;
	});
	filter<Permission>('permissions.create', (permission, _meta, { schema }) => {
		const fault = schema ? faultInPermission(permission, schema) : undefined;
		if (fault) throw new Invalid({ message: fault });
		return permission;
	});
	filter<Permission>('permissions.update', async (change, { keys }, { database, schema }) => {
		for (const there of await storedPermissions(database as unknown as Knex, keys)) {
			const fault = schema ? faultInPermission({ ...there, ...change }, schema) : undefined;
			if (fault) throw new Invalid({ message: fault });
		}
		return change;
	});
	filter<{ collection?: string }>('presets.create', (preset, _meta, { schema }) => {
		if (schema && preset.collection !== undefined && !schema.collections[preset.collection]) {
			throw new Invalid({ message: `There is no collection "${preset.collection}": name one of the data model.` });
		}
		return preset;
	});
}
