import type { Knex } from 'knex';
import { callerOf, type Caller } from '../../shared/caller.ts';
import { NotYoursError, refused } from '../../shared/errors.ts';
import { fullName, normaliseNino, type WriteContext } from './create.ts';
import { holdAgainstRules } from './hold-against-rules.ts';
import { keyIn, uuidIn } from '../../shared/keys.ts';
import { ownerOf } from './owner.ts';
import { currentPending } from './pending.ts';
import { JOURNEY_TABLES, PLATFORM_FIELDS } from './tables.ts';

type Payload = Record<string, unknown>;

/** Fields that say where a record belongs: set when it is made, never moved. */
const FIXED = ['reference', 'contract', 'cpa'];

/** Checks a change to records of the journey, as each of them would become. */
export async function beforeUpdate(
	collection: string,
	payload: Payload,
	keys: readonly unknown[],
	context: WriteContext,
): Promise<Payload> {
	const knex = context.database;
	const caller = await callerOf(knex, context.accountability);
	refusePlatformFields(collection, payload);
	const change = { ...payload };
	normaliseNino(change);
	for (const key of keys) {
		const { referral, supplier } = await ownerOf(knex, collection, key, caller);
		const row = await knex(collection).where({ id: key }).first();
		refuseMoving(collection, change, row);
		if ('peer_mentor' in change) await checkMentor(knex, collection, change, row, supplier, caller);
		await holdAgainstRules(knex, collection, { ...row, ...change, id: key }, context.accountability, referral);
		currentPending().referrals.add(referral);
		if ('first_name' in change || 'last_name' in change) change.name = fullName({ ...row, ...change });
	}
	if ('name' in change && keys.length > 1) {
		throw refused(collection, 'first_name', 'Change the name of one person at a time.');
	}
	return change;
}

/** Notes the referrals of records that are about to be deleted. */
export async function beforeDelete(collection: string, keys: readonly unknown[], context: WriteContext): Promise<void> {
	const caller = await callerOf(context.database, context.accountability);
	for (const key of keys) {
		const { referral } = await ownerOf(context.database, collection, key, caller);
		if (collection !== 'referrals') currentPending().referrals.add(referral);
	}
}

function refusePlatformFields(collection: string, payload: Payload): void {
	const written = PLATFORM_FIELDS.find((field) => field in payload);
	if (written) throw refused(collection, written, `${written} is worked out by the platform; leave it out.`);
}

/** A record stays with the person and the contract it was made for. */
function refuseMoving(collection: string, change: Payload, row: Payload): void {
	const parent = JOURNEY_TABLES[collection]?.parent?.field;
	for (const field of parent ? [parent, ...FIXED] : FIXED) {
		if (!(field in change) || !(field in row)) continue;
		const wanted = keyIn(change[field]) ?? change[field];
		if (String(wanted) === String(row[field])) continue;
		throw refused(collection, field, `${field} cannot be changed once the record is there.`);
	}
}

/** A Mentee is handed to another Peer Mentor of the same Supplier, on the Mentee record once there is one. */
async function checkMentor(
	knex: Knex,
	collection: string,
	change: Payload,
	row: Payload,
	supplier: string,
	caller: Caller,
): Promise<void> {
	const wanted = uuidIn(change.peer_mentor) ?? null;
	if (wanted === row.peer_mentor) return;
	if (caller.role === 'Peer Mentor') throw new NotYoursError();
	if (collection === 'referrals' && (await knex('mentees').where({ referral: row.id }).first('id'))) {
		const reason = 'This person has a Mentee record: choose the Peer Mentor there.';
		throw refused(collection, 'peer_mentor', reason);
	}
	if (wanted === null) return;
	const mentor = await knex('peer_mentors').where({ id: wanted }).first('supplier');
	if (mentor?.supplier !== supplier) {
		throw refused(collection, 'peer_mentor', 'Choose a Peer Mentor of the same Supplier.');
	}
}
