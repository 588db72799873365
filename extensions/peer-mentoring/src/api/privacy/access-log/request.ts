import type { Accountability } from '@directus/types';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { roleAndSupplierOf } from '../../../storage/platform/accounts.ts';
import type { Request as About } from '../../shared/read-log.ts';

type DirectusRequest = Request & { accountability?: Accountability; sanitizedQuery?: { export?: unknown } };

const KEPT_MILLISECONDS = 60_000;

/** Whose staff somebody is, asked for once in a while. */
export function supplierReader(): (knex: Knex, user: string | null) => Promise<string | null> {
	const known = new Map<string, { supplier: string | null; until: number }>();
	return async (knex, user) => {
		if (user === null) return null;
		const found = known.get(user);
		if (found && found.until > Date.now()) return found.supplier;
		const supplier = (await roleAndSupplierOf(knex, user))?.supplier ?? null;
		known.set(user, { supplier, until: Date.now() + KEPT_MILLISECONDS });
		return supplier;
	};
}

/** Who asks, and by which way: the pattern of the address, in which a collection is named and nobody's key or link is. */
export async function aboutRequest(request: DirectusRequest, supplierOf: () => Promise<string | null>): Promise<About> {
	const user = request.accountability?.user ?? null;
	const exported = request.sanitizedQuery?.export;
	const isExport = typeof exported === 'string' || request.baseUrl === '/utils';
	// A route of several patterns is named by the first.
	const [pattern] = [(request.route as { path?: unknown } | undefined)?.path].flat();
	const { collection } = request.params;
	const path = `${request.baseUrl}${typeof pattern === 'string' ? pattern : ''}`.replace(/\/$/, '');
	const named = collection === undefined ? path : path.replace(':collection', collection);
	return {
		user,
		supplier: await supplierOf(),
		through: `${request.method} ${named}${typeof exported === 'string' ? `?export=${exported}` : ''}`.slice(0, 255),
		action: isExport ? 'export_list' : 'read',
	};
}
