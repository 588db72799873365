import { uuidIn } from '../../../../storage/database/keys.ts';
import { callerOf, mayTouch } from '../../../shared/caller.ts';
import { NotYoursError, RecordRefused, refusal } from '../../../shared/errors.ts';
import { mentorProblems } from '../../../shared/named-mentor.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

const COLLECTION = 'safeguarding_concerns';

/**
 * Whose a new concern is (2.25): of the Mentee's Supplier, or of whoever raises it about a Peer Mentor. A mentor raises
 * one about their own Mentees, and about any colleague.
 */
export async function ownConcern(record: Payload, context: WriteContext): Promise<Payload> {
	const knex = context.database;
	const caller = await callerOf(knex, context.accountability);
	const mentee = uuidIn(record.mentee);
	if (mentee !== undefined) {
		const row = await knex('mentees').where({ id: mentee }).first('supplier', 'mentor_user', 'restricted');
		if (!row || !mayTouch(caller, row)) throw new NotYoursError();
		return { supplier: row.supplier, restricted: Boolean(row.restricted) };
	}
	if (!caller.unrestricted) return { supplier: caller.supplier };
	const mentor = await knex('peer_mentors')
		.where({ id: uuidIn(record.peer_mentor) ?? null })
		.first('supplier');
	if (!mentor) throw refusal(COLLECTION, 'peer_mentor', 'required');
	return { supplier: mentor.supplier };
}

/** A concern names nobody of another Supplier. */
export async function refuseConcern({ database }: WriteContext, record: Payload): Promise<void> {
	const problems = await mentorProblems(database, record, 'peer_mentor');
	if (problems.length > 0) throw new RecordRefused(COLLECTION, problems);
}
