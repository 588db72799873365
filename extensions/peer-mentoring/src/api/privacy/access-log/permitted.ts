import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import { readableFields } from '../../../storage/platform/permissions.ts';

export type Permits = (collection: string, field: string) => boolean;

const KEPT_MILLISECONDS = 10_000;

/**
 * Whether somebody may read a field, asked for once in a while for each of them: a permission that an Administrator gives
 * may leave the key out, and to ask for it would have the whole query refused.
 */
export function permissionReader(): (knex: Knex, accountability: Accountability) => Promise<Permits> {
	const known = new Map<string, { permits: Permits; until: number }>();
	return async (knex, { admin, user, roles }) => {
		if (admin) return () => true;
		const key = `${user} ${roles.join()}`;
		const found = known.get(key);
		if (found && found.until > Date.now()) return found.permits;
		const fields = await readableFields(knex, { user, roles });
		const permits: Permits = (collection, field) => {
			const readable = fields.get(collection);
			return readable !== undefined && (readable.has('*') || readable.has(field));
		};
		known.set(key, { permits, until: Date.now() + KEPT_MILLISECONDS });
		return permits;
	};
}
