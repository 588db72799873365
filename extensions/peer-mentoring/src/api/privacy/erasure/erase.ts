import { parseDay } from '../../../domain/calendar/calendar-day.ts';
import { erasureProblem } from '../../../domain/privacy/erasure.ts';
import { ERASURES, PERSON } from '../../../domain/privacy/personal-data.ts';
import { today } from '../../../clock/today.ts';
import { wordsOfPerson } from '../../../storage/privacy/erasure.ts';
import { familyIn, filesOf, rowsOfPerson } from '../../../storage/privacy/personal-data.ts';
import { erasePerson } from '../../../storage/writer/erase-person.ts';
import { callerOf } from '../../shared/caller.ts';
import { NotYoursError } from '../../shared/errors.ts';
import { note } from '../../shared/pending.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { refuseErasure, type WriteContext } from './refusal.ts';

type Payload = Record<string, unknown>;

/**
 * Erases the person of the referral that a new erasure names, in the transaction that stores the erasure.
 * @returns the record of it, with what the platform knows
 */
export async function erase(payload: Payload, context: WriteContext): Promise<Payload> {
	const { database: knex, accountability, schema } = context;
	// Directus asks for permission after this has run; everything would be undone, but nobody should even try.
	const caller = await callerOf(knex, accountability);
	if (!caller.unrestricted && caller.role !== 'Data Protection Officer') throw new NotYoursError();
	const referral = uuidIn(payload.referral);
	const person = referral && (await knex(PERSON).where({ id: referral }).first('supplier', 'contract'));
	// The key alone: with an object, Directus would write to the referral as well.
	if (!referral || !person || typeof payload.referral !== 'string')
		return refuseErasure(context, 'unknown', 'referral');
	if (await knex(ERASURES).where({ referral }).first('id')) return refuseErasure(context, 'already', 'referral');
	const rows = await rowsOfPerson(knex, familyIn(schema), referral);
	const request = {
		requested_on: parseDay(String(payload.requested_on ?? '')) ?? null,
		reason: String(payload.reason ?? ''),
	};
	const words = await wordsOfPerson(knex, schema, rows);
	const problem = erasureProblem(request, words, today());
	if (problem) return refuseErasure(context, problem.code, problem.field);
	const files = await filesOf(knex, schema, rows);
	const records = await erasePerson(knex, schema, referral);
	// Their bytes go once the erasure is stored: what is taken from a disk comes back with no transaction.
	for (const file of files) await note(knex, 'photo', file);
	// What is left of the record is in no figure from now on (2.25): no month of the contract counts it any more.
	await note(knex, 'referral', referral);
	await note(knex, 'contract', person.contract);
	return { ...payload, referral, supplier: person.supplier, erased_on: today(), records };
}
