import type { Knex } from 'knex';
import { roleAndSupplierOf } from '../../storage/platform/accounts.ts';

/** What Directus says of whoever makes a request; `null` is the platform itself (flows, other hooks). */
export type Accountability = { user?: string | null; role?: string | null; admin?: boolean } | null | undefined;

export type RoleName =
	| 'Peer Mentor'
	| 'Supplier Manager'
	| 'Supplier MI'
	| 'Buyer'
	| 'Buyer Analyst'
	| 'Referrer'
	| 'Data Protection Officer';

/** Whoever makes a request, as our rules see them. */
export interface Caller {
	user: string | null;
	/** `null` for the Administrator, for the platform itself, and for roles that are not ours. */
	role: RoleName | null;
	/** The Administrator or the platform: bound by the rules of the contract, not by those of privacy. */
	unrestricted: boolean;
	supplier: string | null;
}

/** Looks up who is calling. One query; none for the Administrator and the platform. */
export async function callerOf(knex: Knex, accountability: Accountability): Promise<Caller> {
	const user = accountability?.user ?? null;
	if (!accountability || accountability.admin) return { user, role: null, unrestricted: true, supplier: null };
	if (user === null) return { user, role: null, unrestricted: false, supplier: null };
	const account = await roleAndSupplierOf(knex, user);
	const role = (account?.role ?? null) as RoleName | null;
	return { user, role, unrestricted: false, supplier: account?.supplier ?? null };
}

/** Whether a row with this owner is the caller's to work with (3.6; one Supplier sees nothing of another's). */
export function mayTouch(caller: Caller, owner: { supplier: unknown; mentor_user?: unknown }): boolean {
	if (caller.unrestricted) return true;
	if (caller.role === 'Peer Mentor') return caller.user !== null && owner.mentor_user === caller.user;
	return caller.supplier !== null && owner.supplier === caller.supplier;
}
