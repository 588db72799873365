import { checkedEnvironment } from './checked-environment.ts';
import { directus, type Knex } from './directus.ts';

/** Opens a database that holds the platform already, as it is: nothing is installed and nothing applied. */
export async function openDatabase(): Promise<Knex> {
	await checkedEnvironment();
	const { default: database, isInstalled, validateDatabaseConnection } = await directus('database/index');
	const knex = database();
	await validateDatabaseConnection(knex);
	if (!(await isInstalled())) {
		throw new Error('There is no platform in this database yet; the first `npm start` makes one.');
	}
	return knex;
}
