import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
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
	| 'Data Protection Officer'
	| 'Platform Administrator';

/** Whoever makes a request, as our rules see them. */
export interface Caller {
	user: string | null;
	/** `null` for the Administrator, for the platform itself, and for roles that are not ours. */
	role: RoleName | null;
	/** The Administrator or the platform: bound by the rules of the contract, not by those of privacy. */
	unrestricted: boolean;
	supplier: string | null;
	/** English for who has chosen none, and for whom nothing is looked up. */
	language: Language;
}

/** Looks up who is calling. One query; none for the Administrator and the platform. */
export async function callerOf(knex: Knex, accountability: Accountability): Promise<Caller> {
	const user = accountability?.user ?? null;
	const nobody = { role: null, supplier: null, language: 'en-GB' } as const;
	if (!accountability || accountability.admin) return { ...nobody, user, unrestricted: true };
	const account = user === null ? undefined : await roleAndSupplierOf(knex, user);
	const { role, supplier, language } = account ?? nobody;
	return { user, role: role as RoleName | null, unrestricted: false, supplier, language };
}

/** Whether a row with this owner is the caller's to work with (3.6; one Supplier sees nothing of another's). */
export function mayTouch(caller: Caller, owner: { supplier: unknown; mentor_user?: unknown }): boolean {
	if (caller.unrestricted) return true;
	if (caller.role === 'Peer Mentor') return caller.user !== null && owner.mentor_user === caller.user;
	return caller.supplier !== null && owner.supplier === caller.supplier;
}
