import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayOf, momentColumn } from '../database/day-columns.ts';

export interface UnusedAccount {
	id: string;
	email: string | null;
	role: string | null;
	/** The last day on which somebody signed in; `null` for nobody ever. */
	last_on: CalendarDay | null;
}

/** Accounts of people that nobody has signed in to since a day, the longest unused first; a service's has a token. */
export async function unusedAccounts(knex: Knex, since: CalendarDay): Promise<UnusedAccount[]> {
	const rows = await knex('directus_users as account')
		.leftJoin('directus_roles as role', 'role.id', 'account.role')
		.where('account.status', 'active')
		.whereNull('account.token')
		.where((unused) =>
			unused
				.whereNull('account.last_access')
				.orWhere('account.last_access', '<', momentColumn(knex, new Date(`${since}T00:00:00Z`))),
		)
		.orderBy([{ column: 'account.last_access', nulls: 'first' }, { column: 'account.email' }])
		.select('account.id', 'account.email', 'account.last_access', 'role.name as role');
	return rows.map(({ last_access, ...account }) => ({ ...account, last_on: dayOf(last_access) }));
}
