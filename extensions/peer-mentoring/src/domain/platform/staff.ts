/** The accounts that somebody keeps without an Administrator: a manager those below, a Platform Administrator nearly all (5.1). */

/** Who keeps accounts of others, and which roles each of them gives and takes. */
const KEPT = {
	/** Those below them within their own Supplier. */
	'Supplier Manager': ['Peer Mentor', 'Supplier MI'],
	/** All but those who administer, and who watches over them: these are an Administrator's. */
	'Platform Administrator': ['Peer Mentor', 'Supplier Manager', 'Supplier MI', 'Buyer', 'Buyer Analyst', 'Referrer'],
} as const;

export type Keeper = keyof typeof KEPT;
export type StaffRole = (typeof KEPT)[Keeper][number];

/** The roles that somebody keeps, in the order in which they are offered. */
export const rolesKeptBy = (keeper: Keeper): readonly StaffRole[] => KEPT[keeper];

/** The roles that belong to a Supplier. */
const OF_SUPPLIERS: readonly string[] = ['Peer Mentor', 'Supplier Manager', 'Supplier MI'] satisfies StaffRole[];

/** Whether an account of this role has a Supplier; the Buyer's and the Referrers' have none. */
export const hasSupplier = (role: string | null): boolean => role !== null && OF_SUPPLIERS.includes(role);

/** What a keeper makes of an account: who is suspended does not get in from that moment, and loses nothing. */
export const STAFF_STATUSES = ['active', 'suspended'] as const;

export type StaffStatus = (typeof STAFF_STATUSES)[number];

export interface StaffAccount {
	id: string;
	role: string | null;
	/** `invited` until a password is chosen. */
	status: string;
	/** How many Mentees they hold now. */
	mentees: number;
}

export interface StaffChange {
	role?: StaffRole;
	status?: StaffStatus;
}

export type StaffProblem = 'yourself' | 'not_below' | 'other_kind' | 'holds_mentees' | 'not_accepted';

/** Whether a text names a role that this keeper gives. */
export function isKeptRole(role: unknown, keeper: Keeper): role is StaffRole {
	return (KEPT[keeper] as readonly unknown[]).includes(role);
}

/** What speaks against a change of an account that a keeper can see; `undefined` where nothing does. */
export function staffProblem(
	account: StaffAccount,
	change: StaffChange,
	by: { user: string; role: Keeper },
): StaffProblem | undefined {
	if (account.id === by.user) return 'yourself';
	if (!isKeptRole(account.role, by.role)) return 'not_below';
	// A Supplier's person at the Buyer, or the other way round, is somebody new, and what the account has is not theirs.
	if (change.role !== undefined && hasSupplier(change.role) !== hasSupplier(account.role)) return 'other_kind';
	// Whoever is no Peer Mentor any more has no Mentees (2.6): they would be nobody's.
	if (change.role !== undefined && change.role !== account.role && account.mentees > 0) return 'holds_mentees';
	// An invitation that is not accepted yet has no password: it becomes active by being accepted.
	if (change.status === 'active' && account.status === 'invited') return 'not_accepted';
	return undefined;
}
