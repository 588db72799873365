import type { Knex } from 'knex';

/** The Studio opens where somebody was last; a Referrer who has been nowhere yet would land on an empty list. */
export async function landOnReferrals(knex: Knex, user: string): Promise<void> {
	const referrers = knex('directus_roles').where({ name: 'Referrer' }).select('id');
	await knex('directus_users')
		.where({ id: user })
		.whereIn('role', referrers)
		.where((nowhere) => nowhere.whereNull('last_page').orWhere('last_page', 'like', '/content%'))
		.update({ last_page: '/refer' });
}
