import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { mentorsWithoutLogin, readStaff } from '../../../storage/platform/staff.ts';
import { BadRequestError } from '../../shared/errors.ts';
import type { AskedInvitation } from './body.ts';
import { TEXTS } from './texts.ts';

interface Mentors {
	createOne(record: object): Promise<unknown>;
	updateOne(key: string, change: object): Promise<unknown>;
}

type Asked = Pick<AskedInvitation, 'first_name' | 'last_name' | 'peer_mentor'> & { supplier: string; asks: Language };

/** Gives an account to the record of its Peer Mentor, which is made where none was named; invited again, it has one. */
export async function giveLogin(
	transaction: Knex,
	mentors: Mentors,
	user: string,
	{ first_name, last_name, peer_mentor, supplier, asks }: Asked,
): Promise<void> {
	const [account] = await readStaff(transaction, { supplier, key: user });
	if (account?.peer_mentor) return;
	if (peer_mentor === undefined) {
		await mentors.createOne({ first_name, last_name, user, supplier });
		return;
	}
	const free = await mentorsWithoutLogin(transaction, supplier);
	if (!free.some(({ id }) => id === peer_mentor)) throw new BadRequestError({ reason: TEXTS[asks].mentor });
	await mentors.updateOne(peer_mentor, { user });
}
