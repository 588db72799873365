/**
 * What the mentors' app has sent under which key, so that what is sent twice, over a poor connection or by two taps, is
 * written once. Beside the data model, so that no request reaches it; there is nothing in it about anybody.
 */
import type { Knex } from 'knex';

export const MENTOR_SUBMISSIONS = 'mentor_submissions';

/** As long as a device may have kept something to send. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

export async function createSubmissionsTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(MENTOR_SUBMISSIONS)) return;
	await knex.schema.createTable(MENTOR_SUBMISSIONS, (table) => {
		table.string('id').primary();
		table.uuid('user').notNullable();
		table.string('hash').notNullable();
		table.text('answer');
		table.bigInteger('sent_at').notNullable().index();
	});
}

/** Nobody can take the key of somebody else. */
const idOf = ({ key, user }: Pick<Submission, 'key' | 'user'>) => `${user} ${key.toLowerCase()}`;

export interface Submission {
	key: string;
	user: string;
	/** Of what was sent. */
	hash: string;
}

/** What was sent before under the same key: whether it was the same, and what was answered. */
export interface SentBefore<Answer> {
	same: boolean;
	answer: Answer;
}

/**
 * Takes a key, in the transaction that writes what was sent under it: whoever sends the same at the same moment waits
 * here until this one is over.
 * @returns what was sent before, if it was
 */
export async function takeSubmission<Answer>(
	transaction: Knex,
	{ key, user, hash }: Submission,
): Promise<SentBefore<Answer> | undefined> {
	const now = Date.now();
	await transaction(MENTOR_SUBMISSIONS)
		.where('sent_at', '<', now - KEPT)
		.delete();
	const id = idOf({ key, user });
	const row = { id, user, hash, answer: null, sent_at: now };
	await transaction(MENTOR_SUBMISSIONS).insert(row).onConflict('id').ignore();
	const there = await transaction(MENTOR_SUBMISSIONS).where({ id }).first('hash', 'answer');
	if (there.answer === null) return undefined;
	return { same: there.hash === hash, answer: JSON.parse(there.answer) as Answer };
}

/** Keeps what is answered, with what is written. */
export async function keepAnswer(transaction: Knex, { key, user }: Submission, answer: object): Promise<void> {
	await transaction(MENTOR_SUBMISSIONS)
		.where({ id: idOf({ key, user }) })
		.update({ answer: JSON.stringify(answer) });
}
