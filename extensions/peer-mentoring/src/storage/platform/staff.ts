import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { StaffAccount } from '../../domain/platform/staff.ts';
import { dayOf } from '../database/day-columns.ts';

/** An account of a Supplier's people, and the record of the Peer Mentor whose login it is. */
export interface Staff extends StaffAccount {
	first_name: string | null;
	last_name: string | null;
	email: string | null;
	language: string | null;
	/** The last day on which they signed in; `null` for never. */
	last_on: CalendarDay | null;
	peer_mentor: string | null;
	/** The name of the Supplier; `null` for the Buyer's people and for Referrers. */
	supplier: string | null;
}

/**
 * Accounts in the order of their names, a service's too: it is suspended like anybody's. One query.
 * @param supplier whose they are; everybody's where left out
 * @param key the one account to read
 */
export async function readStaff(knex: Knex, { supplier, key }: { supplier?: string; key?: string }): Promise<Staff[]> {
	const query = knex('directus_users as account')
		.leftJoin('directus_roles as role', 'role.id', 'account.role')
		.leftJoin('peer_mentors as mentor', 'mentor.user', 'account.id')
		.leftJoin('suppliers as supplier', 'supplier.id', 'account.supplier')
		.whereNot('account.status', 'archived')
		.orderBy(['account.last_name', 'account.first_name', 'account.email'])
		.select(
			...['id', 'first_name', 'last_name', 'email', 'language', 'status', 'last_access'].map(
				(name) => `account.${name}`,
			),
			'role.name as role',
			'mentor.id as peer_mentor',
			'mentor.mentees_now as mentees',
			'supplier.name as supplier',
		);
	if (supplier !== undefined) query.where('account.supplier', supplier);
	if (key !== undefined) query.where('account.id', key);
	const rows = await query;
	return rows.map(({ last_access, mentees, ...row }) => ({
		...row,
		last_on: dayOf(last_access),
		mentees: Number(mentees ?? 0),
	}));
}

/** The Suppliers that an account can belong to. */
export async function suppliersByName(knex: Knex): Promise<{ id: string; name: string }[]> {
	return knex('suppliers').orderBy('name').select('id', 'name');
}

/** The key of a role by its name. */
export async function roleNamed(knex: Knex, name: string): Promise<string | undefined> {
	return (await knex('directus_roles').where({ name }).first('id'))?.id;
}

/** The records of a Supplier's Peer Mentors whom no account belongs to. */
export async function mentorsWithoutLogin(knex: Knex, supplier: string): Promise<{ id: string; name: string }[]> {
	return knex('peer_mentors').where({ supplier }).whereNull('user').orderBy('name').select('id', 'name');
}
