import type { Knex } from 'knex';
import { today } from '../../../../clock/today.ts';
import { callerOf, type Caller } from '../../../shared/caller.ts';
import { NotYoursError, refusal } from '../../../shared/errors.ts';
import { complete } from '../../../../storage/writer/complete.ts';
import { writerOf } from '../writer-of.ts';
import { JOURNEY_TREE } from '../../../../storage/journey/journey-tree.ts';
import { forgetConsents } from '../../../../storage/privacy/consents.ts';
import { keyIn, uuidIn } from '../../../../storage/database/keys.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';
import { refuseHandOver } from './hand-over.ts';
import { refuseAgainstRules } from './refuse-against-rules.ts';
import { lockPeopleOf, ownerOf } from './owner.ts';
import { refuseToLose } from './plan.ts';
import { note } from '../../../shared/pending.ts';
import { photoAfter } from './photo.ts';
import { platformFields } from './tables.ts';
import { photosUnder } from '../../../../storage/journey/signature-photos.ts';
import { PHOTO } from '../../../../domain/journey/signature-photo.ts';

/** Fields that say where a record belongs: set when it is made, never moved. */
const FIXED = ['reference', 'contract', 'cpa'];
/** An allocation is history; only its reason can be put right. */
const FIXED_OF_ALLOCATIONS = ['peer_mentor', 'from_on'];

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
	const written = Object.keys(payload);
	const change = { ...payload };
	const writer = await writerOf(knex, caller);
	let alike: Payload | undefined;
	await lockPeopleOf(knex, collection, keys, caller);
	for (const key of keys) {
		const { referral, supplier } = await ownerOf(knex, collection, key, caller);
		const row = await knex(collection).where({ id: key }).first();
		const there = { ...row, ...payload, id: key };
		const write = { collection, written: payload, record: there, isNew: false, before: row, writer };
		const filled = await complete(knex, write);
		refuseUnlike(collection, filled, alike);
		alike ??= filled;
		Object.assign(change, filled);
		refuseOverwriting(collection, payload, row);
		refuseMoving(collection, change, row);
		if ('peer_mentor' in change && collection !== 'allocations')
			await checkMentor(knex, collection, change, row, supplier, caller);
		Object.assign(change, photoAfter(collection, { ...row, ...change }, row));
		const record = { ...row, ...change, id: key };
		if (PHOTO in change && row[PHOTO] && change[PHOTO] !== row[PHOTO]) await note(knex, 'photo', String(row[PHOTO]));
		await refuseAgainstRules(knex, { collection, record, written, referral, together: keys });
		await note(knex, 'referral', referral);
	}
	if ('name' in change && keys.length > 1) {
		throw refusal(collection, 'first_name', 'one_name_at_a_time');
	}
	return change;
}

/** Notes the referrals of records that are about to be deleted. */
export async function beforeDelete(collection: string, keys: readonly unknown[], context: WriteContext): Promise<void> {
	const caller = await callerOf(context.database, context.accountability);
	await lockPeopleOf(context.database, collection, keys, caller);
	for (const key of keys) {
		const { referral } = await ownerOf(context.database, collection, key, caller);
		if (collection !== 'referrals') await note(context.database, 'referral', referral);
	}
	for (const photo of await photosUnder(context.database, collection, keys))
		await note(context.database, 'photo', photo);
	if (collection === 'actions') await refuseToLose(context.database, keys);
	if (collection === 'consents') await forgetConsents(context.database, keys as string[]);
}

function refusePlatformFields(collection: string, payload: Payload): void {
	const name = platformFields(collection).find((field) => field in payload);
	if (name) throw refusal(collection, name, 'platform_field', { name });
}

/** One change is written to all of its records: what follows from it has to be the same for each. */
function refuseUnlike(collection: string, filled: Payload, alike: Payload = filled): void {
	const field = Object.keys({ ...filled, ...alike }).find((each) => filled[each] !== alike[each] && each !== 'name');
	if (field) throw refusal(collection, field, 'one_record_at_a_time');
}

/** 2.26, 2.28: given, refused and withdrawn are decisions of their own, and none of them takes the place of another. */
function refuseOverwriting(collection: string, payload: Payload, row: Payload): void {
	if (collection === 'consents' && 'decision' in payload && payload.decision !== row.decision) {
		throw refusal(collection, 'decision', 'consent_decision_stays');
	}
}

/** A record stays with the person and the contract it was made for. */
function refuseMoving(collection: string, change: Payload, row: Payload): void {
	const parents = (JOURNEY_TREE[collection] ?? []).map(({ field }) => field);
	const fixed = [...parents, ...FIXED, ...(collection === 'allocations' ? FIXED_OF_ALLOCATIONS : [])];
	for (const name of fixed) {
		if (!(name in change) || !(name in row)) continue;
		const wanted = keyIn(change[name]) ?? change[name];
		if (String(wanted) !== String(row[name])) throw refusal(collection, name, 'fixed_field', { name });
	}
}

/**
 * A Mentee is handed to another Peer Mentor of the same Supplier, on the Mentee record once there is one. Only an
 * Administrator, who sees both, hands somebody to another Supplier.
 */
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
		throw refusal(collection, 'peer_mentor', 'mentor_on_mentee');
	}
	if (wanted === null) return;
	const mentor = await knex('peer_mentors').where({ id: wanted }).first('supplier');
	if (!mentor || (mentor.supplier !== supplier && !(caller.unrestricted && collection === 'mentees'))) {
		throw refusal(collection, 'peer_mentor', 'mentor_of_other_supplier');
	}
	if (collection === 'mentees') {
		const on = today();
		await refuseHandOver(knex, collection, { mentee: row.id as string, mentor: wanted, cpa: Number(row.cpa), on });
	}
}
