import type { Knex } from 'knex';
import { uuidIn } from '../../../storage/database/keys.ts';
import { isTrail } from '../../../storage/platform/trail/tables.ts';

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

/**
 * Why the model of these collections cannot be changed while the platform serves, in anything: a shorter column cuts what
 * was recorded, and on SQLite a changed one is a table made anew, without what keeps it. Holds for the Administrator.
 */
export function faultInTrailModel(collections: readonly unknown[]): string | undefined {
	const found = collections.find(isTrail);
	return found === undefined
		? undefined
		: `"${String(found)}" is the trail of what was done, read and sent: neither it nor a field of it can be added to, changed or deleted here. A new version of the platform changes it, by npm run config:push.`;
}

/** The collections whose model a request would change, by its address and its body. */
export function modelChangedBy({ method, path, body }: { method: string; path: string; body: unknown }): unknown[] {
	if (!['POST', 'PATCH', 'DELETE'].includes(method)) return [];
	const [, kind, collection] = /^\/(collections|fields|relations)(?:\/([^/]+))?(?:\/|$)/.exec(path) ?? [];
	if (kind === undefined) return [];
	const named = [body].flat().map((each) => (each as { collection?: unknown } | null | undefined)?.collection ?? each);
	return collection === undefined ? named : [collection];
}

/** Why these accounts cannot be deleted: the evidence would not say any more whom it is about. */
export async function faultInDeletingAccounts(knex: Knex, keys: readonly unknown[]): Promise<string | undefined> {
	const ids = keys.flatMap((key) => uuidIn(key) ?? []);
	const named =
		(await knex('access_log').whereIn('user', ids).first('id')) ??
		(await knex('mi_return_versions').whereIn('submitted_by', ids).first('id')) ??
		(await knex('return_sendings').whereIn('recorded_by', ids).first('id')) ??
		(await knex('erasures').whereIn('user_created', ids).orWhereIn('user_updated', ids).first('id'));
	return named && 'This account is named where something was sent, read or erased. Suspend it instead of deleting it.';
}
