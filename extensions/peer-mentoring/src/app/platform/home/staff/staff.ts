import type { Language } from '../../../../domain/language/messages.ts';
import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import type { StaffAccount, StaffRole } from '../../../../domain/platform/staff.ts';

/** An account as `GET /staff` answers it. */
export interface Account extends StaffAccount {
	first_name: string | null;
	last_name: string | null;
	email: string | null;
	language: Language | null;
	last_on: CalendarDay | null;
	peer_mentor: string | null;
	/** The Supplier's name. */
	supplier: string | null;
}

export interface StaffAnswer {
	accounts: Account[];
	/** Peer Mentors who have no account yet. */
	without_login: { id: string; name: string }[];
	/** The roles that whoever asks gives and takes. */
	roles: StaffRole[];
	/** The Suppliers to choose from; none where there is only one's own. */
	suppliers: { id: string; name: string }[];
}

export interface Invitation {
	email: string;
	first_name: string;
	last_name: string;
	role: StaffRole;
	language: Language;
	peer_mentor?: string;
	supplier?: string;
}

/** What somebody is called: their name, or else their address. */
export function nameOf({ first_name, last_name, email }: Pick<Account, 'first_name' | 'last_name' | 'email'>): string {
	return [first_name, last_name].filter(Boolean).join(' ') || (email ?? '');
}
