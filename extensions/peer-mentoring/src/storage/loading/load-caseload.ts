import { randomUUID } from 'node:crypto';
import { journeyProblems, type JourneyFacts } from '../../domain/journey-rules.ts';
import { problemMessage } from '../../domain/messages.ts';
import type { CaseloadRecord } from '../../import/caseload.ts';
import type { Located } from '../../import/form-reader.ts';
import { readContracts, type StoredContract } from '../contracts.ts';
import type { StoredJourney } from '../journeys.ts';
import { journeyRows, type JourneyKeys } from './caseload-rows.ts';
import { changesTo, insertAll, type Counts, type Loading, type Row } from './context.ts';
import { unknownContract } from './load-mentors.ts';
import { readMentors, type StoredMentor } from './mentors.ts';
import { journeysByReference } from './references.ts';

type Record = Located<CaseloadRecord>;

/** Creates or corrects referrals and everything that followed them, after every row has passed the rules. */
export async function loadCaseload(
	loading: Loading,
	records: Record[],
	withSessions: ReadonlySet<string>,
): Promise<Counts> {
	const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
	if (records.length === 0) return counts;
	const { knex } = loading;
	const contracts = new Map((await readContracts(knex)).map((contract) => [contract.reference, contract]));
	const mentors = await readMentors(knex);
	const known = await journeysByReference(
		loading,
		records.map((record) => record.reference),
	);

	const inserts = new Map<string, Row[]>();
	const corrections: { table: string; id: string; wanted: Row }[][] = [];
	for (const record of records) {
		const contract = contractOf(loading, record, contracts);
		const mentor = contract && mentorOf(loading, record, contract, mentors);
		if (!contract || mentor === undefined) continue;
		const there = known.get(record.reference)?.find((journey) => journey.supplier === contract.supplier);
		if (!followsRules(loading, record, contract, there)) continue;
		const keys = keysOf(there);
		const rows = journeyRows(loading, record, {
			contract,
			mentor,
			there,
			keys,
			hasSessions: withSessions.has(record.reference),
		});
		for (const { table, row, isNew } of rows) {
			if (!isNew) continue;
			const list = inserts.get(table) ?? [];
			list.push({ id: keys[table as keyof JourneyKeys] ?? randomUUID(), ...row, ...loading.recorded() });
			inserts.set(table, list);
		}
		const old = rows.filter(({ isNew }) => !isNew);
		if (there)
			corrections.push(
				old.map(({ table, row }) => ({ table, id: keys[table as keyof JourneyKeys] as string, wanted: row })),
			);
		if (there && old.length < rows.length) loading.touched.add(there.referral);
		if (!there) loading.touched.add(keys.referrals);
		counts[there ? 'unchanged' : 'created'] += 1;
	}
	if (loading.faults.length > 0) return counts;

	for (const table of TABLES) await insertAll(knex, table, inserts.get(table) ?? []);
	for (const correction of corrections) {
		const referral = correction[0]?.id as string;
		const corrected = await correct(loading, correction);
		if (corrected) loading.touched.add(referral);
		if (!loading.touched.has(referral)) continue;
		counts.unchanged -= 1;
		counts.updated += 1;
	}
	return counts;
}

/** Parents before children. */
const TABLES = [
	'referrals',
	'initial_meetings',
	'mentees',
	'diagnostic_interviews',
	'action_plans',
	'baseline_surveys',
];

function contractOf(
	loading: Loading,
	record: Record,
	contracts: Map<string, StoredContract>,
): StoredContract | undefined {
	const contract = contracts.get(record.contract);
	if (!contract || (loading.supplier !== null && contract.supplier !== loading.supplier)) {
		loading.fault(record.source, 'contract', 'UNKNOWN_RECORD', unknownContract(record.contract));
		return undefined;
	}
	if (contract.cpas.includes(record.cpa)) return contract;
	const message = `cpa must be ${contract.cpas.join(' or ')}, which the contract covers, not ${record.cpa}`;
	loading.fault(record.source, 'cpa', 'CONTRADICTION', message);
	return undefined;
}

/** The mentor that the row names; `null` where it names none, `undefined` after a fault. */
function mentorOf(
	loading: Loading,
	record: Record,
	contract: StoredContract,
	mentors: Map<string, StoredMentor>,
): StoredMentor | null | undefined {
	if (record.mentor_email === null) return null;
	const mentor = mentors.get(record.mentor_email);
	if (mentor?.supplier === contract.supplier) return mentor;
	const message =
		'mentor_email must be the address of a Peer Mentor of the Supplier of this contract, on record or in the mentors file';
	loading.fault(record.source, 'mentor_email', 'UNKNOWN_RECORD', message);
	return undefined;
}

/** Holds the journey as it would become against the rules that also guard the forms. */
function followsRules(
	loading: Loading,
	record: Record,
	contract: StoredContract,
	there: StoredJourney | undefined,
): boolean {
	if (there && there.contract !== contract.id) {
		const message = `contract cannot be changed: this reference is already on record under another contract`;
		loading.fault(record.source, 'contract', 'CONTRADICTION', message);
		return false;
	}
	const facts = factsOf(record, there);
	const problems = journeyProblems(facts, contract, loading.today);
	for (const problem of problems) {
		const column = problem.field;
		loading.fault(record.source, column, 'RULE', `${column}: ${problemMessage(problem, 'en-GB')}`);
	}
	return problems.length === 0;
}

function factsOf(record: CaseloadRecord, there: StoredJourney | undefined): JourneyFacts {
	const value = <Field extends keyof CaseloadRecord & keyof JourneyFacts>(field: Field) =>
		record[field] ?? there?.[field] ?? null;
	return {
		reference: record.reference,
		cpa: record.cpa,
		route: record.route,
		received_on: value('received_on'),
		initial_meeting_on: value('initial_meeting_on'),
		initial_meeting_outcome: value('initial_meeting_outcome'),
		start_on: value('start_on'),
		diagnostic_interview_on: value('diagnostic_interview_on'),
		action_plan_agreed_on: value('action_plan_agreed_on'),
		action_plan_evidence: value('action_plan_evidence'),
		baseline_survey_on: value('baseline_survey_on'),
		ended_on: value('ended_on'),
		end_reason: value('end_reason'),
		consent_given_on: value('consent_given_on'),
		consent_withdrawn_on: value('consent_withdrawn_on'),
		aged_18_or_over: value('aged_18_or_over'),
		dwp_customer: value('dwp_customer'),
		nino: value('nino'),
		sessions: there?.sessions ?? [],
	};
}

function keysOf(there: StoredJourney | undefined): JourneyKeys {
	return {
		referrals: there?.referral ?? randomUUID(),
		mentees: there?.mentee ?? randomUUID(),
		initial_meetings: there?.rows.initial_meeting,
		diagnostic_interviews: there?.rows.diagnostic_interview,
		action_plans: there?.rows.action_plan,
		baseline_surveys: there?.rows.baseline_survey,
	};
}

async function correct(loading: Loading, correction: { table: string; id: string; wanted: Row }[]): Promise<boolean> {
	const { knex } = loading;
	let corrected = false;
	for (const { table, id, wanted } of correction) {
		const changes = changesTo(await knex(table).where({ id }).first(Object.keys(wanted)), wanted);
		if (Object.keys(changes).length === 0) continue;
		await knex(table)
			.where({ id })
			.update({ ...changes, ...loading.changed() });
		corrected = true;
	}
	return corrected;
}
