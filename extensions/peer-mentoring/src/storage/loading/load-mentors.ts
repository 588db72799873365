import { randomUUID } from 'node:crypto';
import type { Located } from '../../import/form-reader.ts';
import type { MentorRecord } from '../../import/mentors.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { noCounts, type Counts, type Loading } from './context.ts';
import { checkFteMaximum, checkHours } from './fte-limits.ts';
import { MentorAccounts } from './mentor-accounts.ts';
import { visibleContract } from './references.ts';
import { addAll, change, changesTo, type Row } from './rows.ts';

type Record = Located<MentorRecord>;

/** Creates or corrects Peer Mentors, their accounts (without a password) and where and how long they work. */
export async function loadMentors(loading: Loading, records: Record[]): Promise<Counts> {
	const counts = noCounts();
	if (records.length === 0) return counts;
	const { knex } = loading;
	const contracts = new Map((await readContracts(knex)).map((contract) => [contract.reference, contract]));
	const accounts = await MentorAccounts.read(loading);
	const assignments = new Map<string, Row>((await knex('fte_assignments')).map((row) => [assignmentKey(row), row]));

	const byMentor = new Map<string, Record[]>();
	for (const record of records) {
		const contract = contractOf(loading, record, contracts);
		const mentor = contract && (await accounts.mentorFor(record, contract));
		if (!contract || !mentor) {
			loading.doubts.add('mentors', record.email);
			continue;
		}
		byMentor.set(mentor.id, [...(byMentor.get(mentor.id) ?? []), record]);
		const wanted = assignmentColumns(loading, record, mentor.id, contract);
		const there = assignments.get(assignmentKey(wanted));
		if (!there) {
			await addAll(loading, 'fte_assignments', [{ id: randomUUID(), ...wanted }]);
			touch(loading, wanted);
			counts.created += 1;
			continue;
		}
		const changes = changesTo(there, wanted);
		const changed = Object.keys(changes).length > 0;
		if (changed) {
			await change(loading, 'fte_assignments', there, changes);
			touch(loading, wanted);
		}
		counts[changed || mentor.corrected ? 'updated' : 'unchanged'] += 1;
	}
	await checkHours(loading, byMentor);
	await checkFteMaximum(loading, records, contracts);
	return counts;
}

function contractOf(
	loading: Loading,
	record: Record,
	contracts: ReadonlyMap<string, StoredContract>,
): StoredContract | undefined {
	const contract = visibleContract(loading, record, contracts);
	const { cpa, name } = record.delivery_area;
	if (!contract || contract.cpas.includes(cpa)) return contract;
	const covered = contract.cpas.join(' or ');
	const message = `delivery_area must lie in CPA ${covered}, which the contract covers; ${name} lies in CPA ${cpa}`;
	loading.fault(record.source, 'delivery_area', 'CONTRADICTION', message);
	return undefined;
}

function touch({ touched }: Loading, { contract, peer_mentor }: Row): void {
	touched.contracts.add(contract as string);
	touched.mentors.add(peer_mentor as string);
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
