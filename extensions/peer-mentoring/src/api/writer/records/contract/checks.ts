import type { Knex } from 'knex';
import { today } from '../../../../clock/today.ts';
import { recordProblems } from '../../../../domain/journey/record-rules.ts';
import { lockInOrder } from '../../../../storage/database/locks.ts';
import { complete } from '../../../../storage/writer/complete.ts';
import { callerOf } from '../../../shared/caller.ts';
import { RecordRefused } from '../../../shared/errors.ts';
import { OWNERSHIP, ownershipOf, PARENTS, refuseChange, type WriteContext } from '../../../shared/ownership.ts';
import { plainRecord, type Payload } from '../../../shared/plain-record.ts';
import { writerOf } from '../writer-of.ts';
import { refuseContract } from './call-off-contract.ts';
import { DEMANDS } from './demands.ts';
import { ofOwnSupplier, ownMentor, refuseLogin } from './peer-mentor.ts';
import { ownConcern } from './safeguarding-concern.ts';
import { completeTemplate, refuseTemplate, refuseUsedTemplates } from './return-template.ts';

/** What hangs on no contract. */
const OF_A_SUPPLIER = ['local_services', 'own_reminders', 'help_texts'];

/** Links have a hook of their own. */
const OF_THE_CONTRACT = Object.keys(PARENTS).filter((collection) => collection !== 'referral_links');

export const CONTRACT_COLLECTIONS = [
	...OF_THE_CONTRACT,
	'peer_mentors',
	...OF_A_SUPPLIER,
	'return_templates',
	'call_off_contracts',
	'safeguarding_concerns',
];

/** Checks a new record of the contract or its people, fills in what the platform knows, and says whose it is. */
export async function beforeCreate(collection: string, given: Payload, context: WriteContext): Promise<Payload> {
	const { fixed = [], prepare, refuse, draw } = DEMANDS[collection] ?? {};
	let record = without(given, [...ownershipFields(collection), ...fixed]);
	if (collection in PARENTS) Object.assign(record, await ownershipOf(context, collection, given));
	if (collection === 'peer_mentors') record = await ownMentor(record, context);
	if (collection === 'safeguarding_concerns') Object.assign(record, await ownConcern(record, context));
	if (OF_A_SUPPLIER.includes(collection)) record = await ofOwnSupplier(collection, record, context);
	if (collection === 'return_templates') record = await completeTemplate(record, context);
	Object.assign(record, await prepare?.(context, record));
	refuseAgainstRules(collection, record);
	await refuse?.(context, record, record);
	if (collection === 'call_off_contracts') refuseContract(record, record);
	const writer = await writerOf(context.database, await callerOf(context.database, context.accountability));
	const write = { collection, written: record, record, isNew: true, writer };
	return { ...record, ...(await complete(context.database, write)), ...(await draw?.(context, record, record)) };
}

/** Checks a change, on every record as it would become. */
export async function beforeUpdate(
	collection: string,
	payload: Payload,
	keys: readonly unknown[],
	context: WriteContext,
): Promise<Payload> {
	const change = { ...payload };
	await lockInOrder(context.database, 'record', keys.map(String));
	for (const key of keys) {
		const row = await context.database(collection).where({ id: key }).first();
		if (!row) continue;
		Object.assign(change, await changed(collection, change, { ...row, ...change, id: key }, context, keys.length > 1));
	}
	return change;
}

async function changed(
	collection: string,
	change: Payload,
	record: Payload,
	context: WriteContext,
	several: boolean,
): Promise<Payload> {
	const { fixed = [], prepare, refuse, draw } = DEMANDS[collection] ?? {};
	const parent = PARENTS[collection];
	refuseChange(collection, change, [...(parent ? [parent.field] : []), ...ownershipFields(collection), ...fixed]);
	const prepared = (await prepare?.(context, record)) ?? {};
	Object.assign(record, prepared);
	refuseAgainstRules(collection, record);
	await refuse?.(context, record, change, several);
	if (collection === 'call_off_contracts') refuseContract(record, change);
	if (collection === 'safeguarding_concerns') refuseChange(collection, change, ['mentee']);
	if (collection === 'peer_mentors') {
		refuseChange(collection, change, ['supplier', 'reference']);
		await refuseLogin(record, context);
	}
	if (OF_A_SUPPLIER.includes(collection)) refuseChange(collection, change, ['supplier']);
	if (collection === 'return_templates') Object.assign(prepared, await refuseTemplate(change, record, context));
	const writer = await writerOf(context.database, await callerOf(context.database, context.accountability));
	const write = { collection, written: change, record, isNew: false, writer };
	return { ...prepared, ...(await complete(context.database, write)), ...(await draw?.(context, record, change)) };
}

export async function beforeDelete(collection: string, keys: readonly unknown[], context: WriteContext): Promise<void> {
	if (collection === 'return_templates') await refuseUsedTemplates(context.database as Knex, keys);
}

/** What the server says of whose a record is: never taken from the client. */
function ownershipFields(collection: string): readonly string[] {
	return collection in PARENTS ? OWNERSHIP : [];
}

function refuseAgainstRules(collection: string, record: Payload): void {
	const problems = recordProblems(collection, plainRecord(record), today());
	if (problems.length > 0) throw new RecordRefused(collection, problems);
}

function without(record: Payload, fields: readonly string[]): Payload {
	return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}
