/** The accounts of a Supplier's own people, as far as its manager keeps them without an Administrator (5.1). */

/** The roles below that of a manager within one Supplier. */
export const STAFF_ROLES = ['Peer Mentor', 'Supplier MI'] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** What a manager makes of an account: who is suspended does not get in from that moment, and loses nothing. */
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

export type StaffProblem = 'yourself' | 'not_below' | 'holds_mentees' | 'not_accepted';

/** Whether a text names a role that a manager gives. */
export function isStaffRole(role: unknown): role is StaffRole {
	return (STAFF_ROLES as readonly unknown[]).includes(role);
}

/** What speaks against a change of an account of the manager's own Supplier; `undefined` where nothing does. */
export function staffProblem(account: StaffAccount, change: StaffChange, manager: string): StaffProblem | undefined {
	if (account.id === manager) return 'yourself';
	if (!isStaffRole(account.role)) return 'not_below';
	// Whoever is no Peer Mentor any more has no Mentees (2.6): they would be nobody's.
	if (change.role !== undefined && change.role !== account.role && account.mentees > 0) return 'holds_mentees';
	// An invitation that is not accepted yet has no password: it becomes active by being accepted.
	if (change.status === 'active' && account.status === 'invited') return 'not_accepted';
	return undefined;
}
