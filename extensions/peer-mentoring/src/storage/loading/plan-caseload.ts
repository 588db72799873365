import { randomUUID } from 'node:crypto';
import type { CaseloadRecord } from '../../import/caseload.ts';
import type { Located } from '../../import/form-reader.ts';
import type { SessionRecord } from '../../import/sessions.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import type { StoredJourney } from '../journey/journeys.ts';
import { journeyFacts, followsRules } from './caseload-rules.ts';
import { journeyRows, type JourneyKeys } from './caseload-rows.ts';
import { noCounts, type Counts, type Loading } from './context.ts';
import { readMentors, type StoredMentor } from './mentors.ts';
import type { SessionTarget } from './session-targets.ts';
import { journeysByReference, refuseAlmostKnown, visibleContract } from './references.ts';
import { consentsOf } from './write-consents.ts';
import { writeCaseload, type PlannedReferral } from './write-caseload.ts';

type Record = Located<CaseloadRecord>;

export interface CaseloadPlan {
	/** The journeys as they will be, by reference: what sessions of the same import are held against. */
	journeys: ReadonlyMap<string, SessionTarget>;
	write: () => Promise<Counts>;
}

/** Holds every row of the caseload against the records and the rules, and works out the rows it stands for. */
export async function planCaseload(
	loading: Loading,
	records: readonly Record[],
	sessions: readonly SessionRecord[],
): Promise<CaseloadPlan> {
	const journeys = new Map<string, SessionTarget>();
	if (records.length === 0) return { journeys, write: async () => noCounts() };
	const contracts = new Map((await readContracts(loading.knex)).map((contract) => [contract.reference, contract]));
	const mentors = await readMentors(loading.knex);
	const sessionsOf = Map.groupBy(sessions, (session) => session.reference);
	const onRecord = await journeysByReference(
		loading,
		records.map((record) => record.reference),
	);

	await refuseAlmostKnown(loading, records, new Set(onRecord.keys()));

	const planned: PlannedReferral[] = [];
	for (const record of records) {
		const given = sessionsOf.get(record.reference) ?? [];
		const contract = contractOf(loading, record, contracts);
		const mentor = contract && mentorOf(loading, record, contract, mentors);
		const there = onRecord.get(record.reference)?.find((journey) => journey.supplier === contract?.supplier);
		const facts = journeyFacts(record, there, given);
		if (!followsRules(loading, record, facts, contract, there) || !contract || mentor === undefined) {
			loading.doubts.add('caseload', record.reference);
			continue;
		}
		const keys = keysOf(there);
		const attends = given.some((session) => session.attendance === 'attended');
		const rows = journeyRows(loading, record, { contract, mentor, there, keys, attends });
		planned.push({ there, keys, rows, consents: there && consentsOf(record, there) });
		journeys.set(record.reference, {
			referral: keys.referrals,
			mentee: rows.some(({ table }) => table === 'mentees') ? keys.mentees : null,
			supplier: contract.supplier,
			mentor_user: mentor?.user ?? there?.mentor_user ?? null,
			facts,
		});
	}
	return { journeys, write: () => writeCaseload(loading, planned) };
}

function contractOf(
	loading: Loading,
	record: Record,
	contracts: ReadonlyMap<string, StoredContract>,
): StoredContract | undefined {
	const contract = visibleContract(loading, record, contracts);
	if (!contract || contract.cpas.includes(record.cpa)) return contract;
	const message = `cpa must be ${contract.cpas.join(' or ')}, which the contract covers, not ${record.cpa}`;
	loading.fault(record.source, 'cpa', 'CONTRADICTION', message);
	return undefined;
}

/** The mentor that the row names; `null` where it names none, `undefined` where the one it names cannot be taken. */
function mentorOf(
	loading: Loading,
	record: Record,
	contract: StoredContract,
	mentors: ReadonlyMap<string, StoredMentor>,
): StoredMentor | null | undefined {
	if (record.mentor_email === null) return null;
	const mentor = mentors.get(record.mentor_email);
	if (mentor?.supplier === contract.supplier) return mentor;
	if (loading.doubts.has('mentors', record.mentor_email)) return undefined;
	const message =
		'mentor_email must be the address of a Peer Mentor of the Supplier of this contract, on record or in the mentors file';
	loading.fault(record.source, 'mentor_email', 'UNKNOWN_RECORD', message);
	return undefined;
}

function keysOf(there: StoredJourney | undefined): JourneyKeys {
	const known = there?.rows;
	return {
		referrals: there?.referral ?? randomUUID(),
		mentees: there?.mentee ?? randomUUID(),
		initial_meetings: known?.initial_meeting ?? randomUUID(),
		diagnostic_interviews: known?.diagnostic_interview ?? randomUUID(),
		action_plans: known?.action_plan ?? randomUUID(),
		baseline_surveys: known?.baseline_survey ?? randomUUID(),
	};
}
