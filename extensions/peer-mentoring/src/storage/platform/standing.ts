import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { today } from '../../clock/today.ts';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dayOf } from '../database/day-columns.ts';

/** What an account is now; a token only says what was so when it was issued. */
export interface Standing {
	status: string;
	/** The key of its role, and the name of that. */
	role: string | null;
	role_name: string | null;
	language: string | null;
	/** What it signs in with: the platform's own sign-in, or a directory. */
	provider: string | null;
	/** The last day of the Peer Mentor whose account it is, once that has passed. */
	left_on: CalendarDay | null;
	/** What tells this password from the one before; `null` without any. Neither it nor the next can be read back. */
	password: string | null;
	/** What tells this second factor from the one before; `null` without any. */
	factor: string | null;
}

export async function standingOf(knex: Knex, user: string): Promise<Standing | undefined> {
	const row = await knex('directus_users as account')
		.leftJoin('directus_roles as role', 'role.id', 'account.role')
		.leftJoin('peer_mentors as mentor', 'mentor.user', 'account.id')
		.where('account.id', user)
		.first(
			'account.status',
			'account.role',
			'role.name as role_name',
			'account.language',
			'account.provider',
			'account.password',
			'account.tfa_secret',
			'mentor.leaves_on',
		);
	if (!row) return undefined;
	const { leaves_on, password, tfa_secret, ...account } = row;
	const last = dayOf(leaves_on);
	return {
		...account,
		// Somebody who has become a manager since has not left.
		left_on: last !== null && last < today() && account.role_name === 'Peer Mentor' ? last : null,
		password: fingerprint(password),
		factor: fingerprint(tfa_secret),
	};
}

function fingerprint(secret: string | null): string | null {
	return secret === null ? null : createHash('sha256').update(secret).digest('base64url').slice(0, 22);
}
