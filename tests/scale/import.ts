import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { addDays, day, dayNumber } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { readImport } from '../../extensions/peer-mentoring/src/import/read-import.ts';
import { loadImport } from '../../extensions/peer-mentoring/src/storage/loading/load-import.ts';
import { deliveryAreas } from '../../seed/reference/annex-c.ts';
import { insertContract } from '../support/caseloads/contract.ts';
import { uuidFrom } from '../support/caseloads/person.ts';
import { emptyCaseload, insertCaseload } from '../support/caseloads/rows.ts';
import { csv } from '../support/csv.ts';
import { copyTemplate, discard, environment } from '../support/platform.ts';
import { openDatabase } from '../support/tables.ts';
import { randomFrom } from '../unit/support/random.ts';
import { grouped, inTurn, type Bench, type Measurement } from './measurement.ts';

const SESSIONS = 8;
const RECEIVED = day('2024-01-08');
const START = addDays(RECEIVED, 9);
const held = (session: number) => addDays(START, 7 * session);

/** Loading files, with every rule and clock, against the rows alone written in batches. */
export async function importAgainstInserts({ rows, runs, database, tell }: Bench): Promise<Measurement[]> {
	const copy = await copyTemplate('reference', database);
	const knex = openDatabase(environment(copy, {}));
	const people = Math.max(100, Math.round(rows / 10));
	const random = randomFrom(rows);
	let run = 0;
	try {
		tell('loading and inserting');
		const times = await inTurn(
			runs,
			() => load(knex, `I${run++}`, people),
			() => insert(knex, `B${run}`, people, random),
		);
		const perSecond = Math.round((people * (1 + SESSIONS) * 1000) / times.platform);
		const size = `${grouped(people)} people, ${grouped(people * SESSIONS)} sessions: ${grouped(perSecond)} rows/s`;
		return [{ name: 'import of files, against batch inserts', size, ...times }];
	} finally {
		await knex.destroy();
		await discard(copy);
	}
}

async function load(knex: Knex, name: string, people: number): Promise<void> {
	const contract = {
		reference: name,
		supplier: `Supplier of ${name}`,
		cpas: 9,
		start_date: '2023-01-09',
		implementation_end_date: '2023-03-31',
		end_date: '2027-12-31',
		working_day_calendar: 'england-and-wales',
	};
	const references = Array.from({ length: people }, (_, index) => `${name}-${index}`);
	const caseload = references.map((reference) => ({
		reference,
		contract: name,
		cpa: 9,
		route: 'jobcentre_plus',
		received_on: RECEIVED,
		first_name: 'Test',
		last_name: reference,
		initial_meeting_on: addDays(RECEIVED, 4),
		initial_meeting_outcome: 'start',
		start_on: START,
		diagnostic_interview_on: START,
		action_plan_agreed_on: held(1),
		action_plan_evidence: 'wet',
		baseline_survey_on: START,
	}));
	const sessions = references.flatMap((reference) =>
		Array.from({ length: SESSIONS }, (_, session) => ({
			reference,
			held_on: held(session),
			minutes: 60,
			mode: 'face_to_face',
			attendance: 'attended',
		})),
	);
	const files = { contracts: [contract], caseload, sessions };
	const records = await readImport(
		Object.entries(files).map(([form, rows]) => ({
			name: `${form}.csv`,
			content: Readable.from([csv(form as keyof typeof files, rows)]),
		})),
		{ deliveryAreas },
	);
	await loadImport(knex, records, { today: today(), user: null, supplier: null });
}

async function insert(knex: Knex, reference: string, people: number, random: () => number): Promise<void> {
	const contract = await insertContract(knex, { random, reference, cpas: [9] });
	const rows = emptyCaseload();
	const own = { supplier: contract.supplier };
	const start_on = dayNumber(START);
	for (let index = 0; index < people; index++) {
		const [referral, mentee] = [uuidFrom(random), uuidFrom(random)];
		const id = () => uuidFrom(random);
		const [received_on, agreed_on] = [dayNumber(RECEIVED), dayNumber(held(1))];
		const person = { ...own, contract: contract.id, reference: `${reference}-${index}`, cpa: 9 };
		rows.referrals.push({ id: referral, ...person, route: 'jobcentre_plus', received_on });
		rows.initial_meetings.push({ id: id(), ...own, referral, held_on: received_on + 4, outcome: 'start' });
		rows.mentees.push({ id: mentee, ...person, referral, start_on });
		rows.diagnostic_interviews.push({ id: id(), ...own, mentee, held_on: start_on });
		rows.action_plans.push({ id: id(), ...own, mentee, agreed_on, evidence: 'wet' });
		rows.baseline_surveys.push({ id: id(), ...own, mentee, completed_on: start_on });
		for (let session = 0; session < SESSIONS; session++) {
			rows.sessions.push({ id: id(), ...own, mentee, held_on: dayNumber(held(session)), minutes: 60 });
		}
	}
	await knex.transaction((transaction) => insertCaseload(transaction, rows));
}
