import type { Knex } from 'knex';
import { accountsWithEmail } from '../platform/accounts.ts';

export interface StoredMentor {
	id: string;
	user: string | null;
	supplier: string;
}

/** Peer Mentors by the e-mail address of their account, in lower case. */
export async function readMentors(knex: Knex): Promise<Map<string, StoredMentor>> {
	const mentors = await knex('peer_mentors').whereNotNull('user').select('id', 'user', 'supplier');
	const byUser = new Map(mentors.map((mentor) => [mentor.user, mentor]));
	const accounts = await accountsWithEmail(knex);
	return new Map(
		accounts.flatMap(({ id, email }) => {
			const mentor = byUser.get(id);
			return mentor ? [[email, mentor] as const] : [];
		}),
	);
}
