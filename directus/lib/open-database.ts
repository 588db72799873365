import { keepValuesOutOfErrors } from '../../extensions/peer-mentoring/src/storage/database/quiet-errors.ts';
import { useFieldKey } from '../../extensions/peer-mentoring/src/storage/platform/sealed-fields/field-key.ts';
import { checkedEnvironment } from './checked-environment.ts';
import { directus, type Knex } from './directus.ts';

/** Opens a database that holds the platform already, as it is: nothing is installed and nothing applied. */
export async function openDatabase(): Promise<Knex> {
	const { FIELD_KEY } = await checkedEnvironment();
	const knex = await openAsStored();
	await useFieldKey(knex, FIELD_KEY);
	return knex;
}

/** The same, with encrypted fields as they are stored. */
export async function openAsStored(): Promise<Knex> {
	const { default: database, isInstalled, validateDatabaseConnection } = await directus('database/index');
	const knex = database();
	keepValuesOutOfErrors(knex);
	await validateDatabaseConnection(knex);
	if (!(await isInstalled())) {
		throw new Error('There is no platform in this database yet; the first `npm start` makes one.');
	}
	return knex;
}
