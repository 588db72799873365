import type { Knex } from 'knex';
import type { Account } from '../../domain/service-levels/reminders.ts';

/** Everybody who can be reminded of something. One query for the people, one for who is an Administrator. */
export async function readAccounts(knex: Knex): Promise<Account[]> {
	const rows = await knex('directus_users as account')
		.leftJoin('directus_roles as role', 'role.id', 'account.role')
		.where('account.status', 'active')
		.select(
			'account.id',
			'account.role as role_id',
			'role.name as role',
			'account.supplier',
			'account.language',
			'account.email',
			'account.email_notifications as wants_mail',
		);
	const policies = await knex('directus_access as access')
		.join('directus_policies as policy', 'policy.id', 'access.policy')
		.where('policy.admin_access', true)
		.select('access.role', 'access.user');
	const administrators = new Set(policies.flatMap(({ role, user }) => [role, user]).filter((key) => key !== null));
	return rows.map((row) => ({
		id: row.id,
		role: row.role,
		administrator: administrators.has(row.id) || administrators.has(row.role_id),
		supplier: row.supplier,
		language: row.language === 'cy-GB' ? 'cy-GB' : 'en-GB',
		email: row.wants_mail === false || row.wants_mail === 0 ? null : row.email,
	}));
}
