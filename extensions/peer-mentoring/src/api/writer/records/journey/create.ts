import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { fullName } from '../../../../domain/journey/completion.ts';
import { BEFORE_THE_MENTEE } from '../../../../storage/journey/journey-tree.ts';
import { lockInOrder } from '../../../../storage/database/locks.ts';
import { complete } from '../../../../storage/writer/complete.ts';
import { callerOf, type Caller } from '../../../shared/caller.ts';
import { NotYoursError, refusal } from '../../../shared/errors.ts';
import { keyIn, uuidIn } from '../../../../storage/database/keys.ts';
import { shortReference } from '../../../../storage/database/short-reference.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';
import { allocate } from './allocate.ts';
import { refuseAgainstRules } from './refuse-against-rules.ts';
import { parentOwner } from './owner.ts';
import { note } from '../../../shared/pending.ts';
import { photoAfter } from './photo.ts';
import { platformFields } from './tables.ts';
import { writerOf } from '../writer-of.ts';

/** Checks a new record of the journey, fills in what the platform knows, and says whose it is. */
export async function beforeCreate(collection: string, payload: Payload, context: WriteContext): Promise<Payload> {
	const knex = context.database;
	const caller = await callerOf(knex, context.accountability);
	const platform = platformFields(collection);
	// The platform itself says through which link or by whom a referral came.
	const given = Object.entries(payload).filter(
		([field]) => context.accountability === null || !platform.includes(field),
	);
	const record = Object.fromEntries(given);
	const writer = await writerOf(knex, caller);
	Object.assign(record, await complete(knex, { collection, written: record, record, isNew: true, writer }));
	const written = Object.keys(record);
	if (collection === 'referrals') {
		await fillReferral(knex, record, caller);
		record.id ??= randomUUID();
		await refuseAgainstRules(knex, { collection, record, written });
		// Its children are written next, and note the referral when they are.
		await note(knex, 'referral', record.id as string);
		return record;
	}
	const owner = await parentOwner(knex, collection, record, caller);
	const { referral } = owner;
	await lockInOrder(knex, 'referral', [referral]);
	Object.assign(record, { supplier: owner.supplier, mentor_user: owner.mentor_user });
	if (collection === 'mentees') await fillMentee(knex, record, referral);
	if (BEFORE_THE_MENTEE.includes(collection)) record.referral = referral;
	photoAfter(collection, record);
	await refuseAgainstRules(knex, { collection, record, written, referral });
	if (collection === 'allocations') await allocate(knex, record, caller);
	await note(knex, 'referral', referral);
	return record;
}

interface ContractChoice {
	id: string;
	supplier: string;
	cpas: number[];
}

async function fillReferral(knex: Knex, record: Payload, caller: Caller): Promise<void> {
	const mentor = await chooseMentor(knex, record, caller);
	const contract = await chooseContract(knex, record, caller, mentor?.supplier);
	if (mentor && mentor.supplier !== contract.supplier) throw new NotYoursError();
	Object.assign(record, {
		contract: contract.id,
		cpa: await chooseCpa(knex, record, contract, mentor?.id),
		supplier: contract.supplier,
		peer_mentor: mentor?.id ?? null,
		mentor_user: mentor?.user ?? null,
		reference: record.reference || shortReference('R'),
	});
}

interface Mentor {
	id: string;
	user: string | null;
	supplier: string;
}

/** A Peer Mentor's referrals are their own; others may name a Peer Mentor of the Supplier, or nobody yet. */
async function chooseMentor(knex: Knex, record: Payload, caller: Caller): Promise<Mentor | undefined> {
	const columns = ['id', 'user', 'supplier'];
	const asked = uuidIn(record.peer_mentor);
	if (caller.role === 'Peer Mentor') {
		const own = (await knex('peer_mentors').where({ user: caller.user }).first(columns)) as Mentor | undefined;
		if (!own || (asked !== undefined && asked !== own.id)) throw new NotYoursError();
		return own;
	}
	if (asked === undefined) return undefined;
	const mentor = (await knex('peer_mentors').where({ id: asked }).first(columns)) as Mentor | undefined;
	if (!mentor || (!caller.unrestricted && mentor.supplier !== caller.supplier)) throw new NotYoursError();
	return mentor;
}

async function chooseContract(
	knex: Knex,
	record: Payload,
	caller: Caller,
	mentorSupplier: string | undefined,
): Promise<ContractChoice> {
	const asked = uuidIn(record.contract);
	const supplier = caller.unrestricted ? mentorSupplier : caller.supplier;
	if (asked === undefined && !supplier) throw refusal('referrals', 'contract', 'contract_missing');
	const rows = await knex('call_off_contracts as contract')
		.join('contract_cpas as area', 'area.contract', 'contract.id')
		.where(asked ? { 'contract.id': asked } : { 'contract.supplier': supplier })
		.select('contract.id', 'contract.supplier', 'area.contract_package_area as cpa');
	const contracts = [...Map.groupBy(rows, (row) => row.id as string)].map(([id, areas]) => ({
		id,
		supplier: areas[0].supplier as string,
		cpas: areas.map((area) => Number(area.cpa)),
	}));
	const fitting = record.cpa ? contracts.filter(({ cpas }) => cpas.includes(Number(keyIn(record.cpa)))) : contracts;
	const [contract] = fitting;
	if (asked !== undefined) {
		if (!contracts[0] || (!caller.unrestricted && contracts[0].supplier !== caller.supplier)) throw new NotYoursError();
		if (contract) return contract;
		const cpas = contracts[0].cpas.sort((a, b) => a - b).join(', ');
		throw refusal('referrals', 'cpa', 'cpa_not_covered', { cpas });
	}
	if (contract && fitting.length === 1) return contract;
	throw refusal('referrals', 'contract', 'contract_ambiguous');
}

/** The one area of the contract, or the one where the Peer Mentor works now. */
async function chooseCpa(knex: Knex, record: Payload, contract: ContractChoice, mentor?: string): Promise<number> {
	if (record.cpa) return Number(keyIn(record.cpa));
	if (contract.cpas.length === 1) return contract.cpas[0] as number;
	const worked = mentor
		? await knex('fte_assignments')
				.where({ peer_mentor: mentor, contract: contract.id })
				.whereNull('ends_on')
				.distinct('cpa')
		: [];
	if (worked.length === 1) return Number(worked[0].cpa);
	throw refusal('referrals', 'cpa', 'cpa_missing');
}

async function fillMentee(knex: Knex, record: Payload, referral: string): Promise<void> {
	if (await knex('mentees').where({ referral }).first('id')) {
		throw refusal('mentees', 'referral', 'mentee_exists');
	}
	const from = await knex('referrals').where({ id: referral }).first();
	const copied = ['first_name', 'last_name', 'phone', 'email', 'preferred_language', 'dwp_customer', 'benefits'];
	const facts = [...copied, 'consent_given_on', 'consent_withdrawn_on'];
	for (const field of facts) record[field] ??= from[field];
	for (const field of ['reference', 'contract', 'cpa', 'peer_mentor']) record[field] = from[field];
	record.name = fullName(record);
}
