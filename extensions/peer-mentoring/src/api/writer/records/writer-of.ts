import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { mentorOf, type Writer } from '../../../storage/writer/complete.ts';
import type { Caller } from '../../shared/caller.ts';

/** Whoever makes a request, as the one who writes. */
export async function writerOf(knex: Knex, { user }: Caller): Promise<Writer> {
	return { user, mentor: await mentorOf(knex, user), today: today(), typed: true };
}
