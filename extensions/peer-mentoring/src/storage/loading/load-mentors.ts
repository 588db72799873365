import { randomUUID } from 'node:crypto';
import type { Located } from '../../import/form-reader.ts';
import type { MentorRecord } from '../../import/mentors.ts';
import { readContracts, type StoredContract } from '../contracts.ts';
import { dayColumn, dayOf } from '../day-columns.ts';
import { changesTo, insertAll, type Counts, type Loading, type Row } from './context.ts';

const ROLE = 'Peer Mentor';

interface Account {
	user: string;
	mentor: string | null;
	supplier: string | null;
	isMentor: boolean;
}

/** Creates or corrects Peer Mentors, their accounts (without a password) and where and how long they work. */
export async function loadMentors(loading: Loading, records: Located<MentorRecord>[]): Promise<Counts> {
	const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
	if (records.length === 0) return counts;
	const { knex } = loading;
	const contracts = new Map((await readContracts(knex)).map((contract) => [contract.reference, contract]));
	const accounts = await readAccounts(loading);
	const assignments = new Map<string, Row>((await knex('fte_assignments')).map((row) => [assignmentKey(row), row]));
	const role = (await knex('directus_roles').where({ name: ROLE }).first('id'))?.id as string;

	for (const record of records) {
		const contract = contracts.get(record.contract);
		if (!contract || !allowed(loading, record, contract)) {
			if (!contract) loading.fault(record.source, 'contract', 'UNKNOWN_RECORD', unknownContract(record.contract));
			continue;
		}
		const account = accounts.get(record.email);
		if (account && !usable(loading, record, account, contract)) continue;
		const person = account?.mentor ? await correctMentor(loading, record, account.mentor) : false;
		const mentor = account?.mentor ?? (await createMentor(loading, record, contract, role, account));
		accounts.set(record.email, { user: account?.user ?? '', mentor, supplier: contract.supplier, isMentor: true });

		const wanted = assignmentColumns(loading, record, mentor, contract);
		const there = assignments.get(assignmentKey(wanted));
		if (!there) {
			await insertAll(knex, 'fte_assignments', [{ id: randomUUID(), ...wanted, ...loading.recorded() }]);
			counts.created += 1;
			continue;
		}
		const changes = changesTo(there, wanted);
		if (Object.keys(changes).length > 0)
			await knex('fte_assignments')
				.where({ id: there.id })
				.update({ ...changes, ...loading.changed() });
		if (person || Object.keys(changes).length > 0) counts.updated += 1;
		else counts.unchanged += 1;
	}
	return counts;
}

export function unknownContract(reference: string): string {
	return `contract must be the reference of a Call-Off Contract on record; there is no "${reference}"`;
}

function allowed(loading: Loading, record: Located<MentorRecord>, contract: StoredContract): boolean {
	if (loading.supplier !== null && contract.supplier !== loading.supplier) {
		loading.fault(record.source, 'contract', 'UNKNOWN_RECORD', unknownContract(record.contract));
		return false;
	}
	if (contract.cpas.includes(record.delivery_area.cpa)) return true;
	const message = `delivery_area must lie in CPA ${contract.cpas.join(' or ')}, which the contract covers; ${record.delivery_area.name} lies in CPA ${record.delivery_area.cpa}`;
	loading.fault(record.source, 'delivery_area', 'CONTRADICTION', message);
	return false;
}

function usable(loading: Loading, record: Located<MentorRecord>, account: Account, contract: StoredContract): boolean {
	if (account.isMentor && (account.supplier === null || account.supplier === contract.supplier)) return true;
	const message =
		'email must be an address of a Peer Mentor of this Supplier, or a new one; this one is already used by somebody else';
	loading.fault(record.source, 'email', 'NOT_ALLOWED', message);
	return false;
}

async function readAccounts({ knex }: Loading): Promise<Map<string, Account>> {
	const rows = await knex('directus_users as account')
		.leftJoin('peer_mentors as mentor', 'mentor.user', 'account.id')
		.leftJoin('directus_roles as role', 'role.id', 'account.role')
		.whereNotNull('account.email')
		.select('account.id', 'account.email', 'account.supplier', 'mentor.id as mentor', 'role.name as role');
	return new Map(
		rows.map((row) => [
			String(row.email).toLowerCase(),
			{ user: row.id, mentor: row.mentor, supplier: row.supplier, isMentor: row.role === ROLE },
		]),
	);
}

async function correctMentor(loading: Loading, record: MentorRecord, mentor: string): Promise<boolean> {
	const { knex } = loading;
	const { first_name, last_name } = record;
	const wanted = { first_name, last_name, name: `${first_name} ${last_name}` };
	const found = await knex('peer_mentors').where({ id: mentor }).first('first_name', 'last_name', 'name');
	const changes = changesTo(found, wanted);
	if (Object.keys(changes).length === 0) return false;
	await knex('peer_mentors')
		.where({ id: mentor })
		.update({ ...changes, ...loading.changed() });
	return true;
}

async function createMentor(
	loading: Loading,
	record: MentorRecord,
	contract: StoredContract,
	role: string,
	account: Account | undefined,
): Promise<string> {
	const { knex } = loading;
	const { email, first_name, last_name } = record;
	const { supplier } = contract;
	const user = account?.user || randomUUID();
	if (!account) {
		await knex('directus_users').insert({
			id: user,
			email,
			first_name,
			last_name,
			role,
			supplier,
			status: 'active',
			provider: 'default',
		});
	} else if (account.supplier === null) await knex('directus_users').where({ id: user }).update({ supplier });
	const mentor = randomUUID();
	const reference = await nextReference(loading, supplier);
	const name = `${first_name} ${last_name}`;
	await knex('peer_mentors').insert({
		id: mentor,
		user,
		reference,
		first_name,
		last_name,
		name,
		supplier,
		...loading.recorded(),
	});
	return mentor;
}

/** `PM-001`, `PM-002` and so on, for each Supplier: what returns show instead of a name. */
async function nextReference({ knex }: Loading, supplier: string): Promise<string> {
	const row = await knex('peer_mentors').where({ supplier }).count({ number: '*' }).first();
	return `PM-${String(Number(row?.number ?? 0) + 1).padStart(3, '0')}`;
}

function assignmentKey(row: Row): string {
	return [row.peer_mentor, row.contract, row.delivery_area, dayOf(row.starts_on)].join(' ');
}

function assignmentColumns(
	{ knex }: Loading,
	record: MentorRecord,
	peer_mentor: string,
	contract: StoredContract,
): Row {
	return {
		peer_mentor,
		contract: contract.id,
		delivery_area: record.delivery_area.id,
		cpa: record.delivery_area.cpa,
		weekly_hours: record.weekly_hours,
		starts_on: dayColumn(knex, record.from),
		ends_on: dayColumn(knex, record.to),
		supplier: contract.supplier,
	};
}
