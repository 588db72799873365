import { createError } from '@directus/errors';
import type { RegisterFunctions } from '@directus/types';
import type { Knex } from 'knex';
import { columnOf } from '../../../storage/platform/data-model.ts';
import { droppedField, isRetyped, retypedField, type FieldChange, type IsPlatforms } from './platform-model.ts';

const Forbidden = createError<{ message: string }>('FORBIDDEN', ({ message }) => message, 403);

/** The layer behind the gates: holds for code that calls Directus's services, and where only the body says what changes. */
export function refuseModelChanges(filter: RegisterFunctions['filter'], isPlatforms: IsPlatforms): void {
	filter<string[]>('fields.delete', async (fields, { collection }) => {
		for (const field of fields) {
			if (await isPlatforms(collection, field)) throw new Forbidden({ message: droppedField(collection, field) });
		}
		return fields;
	});
	filter<FieldChange & { field: string }>('fields.update', async (change, { collection }, { database, schema }) => {
		const { field } = change;
		const type = schema?.collections[collection]?.fields[field]?.type;
		if (type === undefined || !(await isPlatforms(collection, field))) return change;
		const column = change.schema ? await columnOf(database as unknown as Knex, collection, field) : undefined;
		if (isRetyped(change, { type, column })) throw new Forbidden({ message: retypedField(collection, field) });
		return change;
	});
}
