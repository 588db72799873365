import type { Knex } from 'knex';

export interface StoredMentor {
	id: string;
	user: string | null;
	supplier: string;
}

/** Peer Mentors by the e-mail address of their account, in lower case. */
export async function readMentors(knex: Knex): Promise<Map<string, StoredMentor>> {
	const rows = await knex('peer_mentors as mentor')
		.join('directus_users as account', 'account.id', 'mentor.user')
		.whereNotNull('account.email')
		.select('account.email', 'mentor.id', 'mentor.user', 'mentor.supplier');
	return new Map(rows.map(({ email, ...mentor }) => [String(email).toLowerCase(), mentor]));
}
