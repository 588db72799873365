import type { Knex } from 'knex';
import { uuidIn } from '../../../storage/database/keys.ts';

/** What was sent, what was loaded, and who read what (3.4, 3.11, 5.1). */
const COLLECTIONS = [
	'access_log',
	'import_runs',
	'kept_files',
	'mi_return_versions',
	'mi_returns',
	'periodic_returns',
	'plan_sample_draws',
	'plan_samples',
	'return_sendings',
];

/** Why these collections cannot be deleted, or any of their fields. Holds for the Administrator. */
export function faultInDropping(collections: readonly unknown[]): string | undefined {
	const found = COLLECTIONS.find((name) => collections.includes(name));
	return (
		found && `"${found}" holds what was sent or loaded, or who read it: neither it nor a field of it can be deleted.`
	);
}

/** Why these accounts cannot be deleted: the evidence would not say any more whom it is about. */
export async function faultInDeletingAccounts(knex: Knex, keys: readonly unknown[]): Promise<string | undefined> {
	const ids = keys.flatMap((key) => uuidIn(key) ?? []);
	const named =
		(await knex('access_log').whereIn('user', ids).first('id')) ??
		(await knex('mi_return_versions').whereIn('submitted_by', ids).first('id')) ??
		(await knex('return_sendings').whereIn('recorded_by', ids).first('id'));
	return named && 'This account is named where something was sent or read. Suspend it instead of deleting it.';
}
