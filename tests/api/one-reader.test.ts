/** One reader of journeys: alone, among others and in a stream; and what SQL repeats of a rule, held to the rule. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addDays, day } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isAgreed, isHeld } from '../../extensions/peer-mentoring/src/domain/journey/deciding.ts';
import { metWithin, twelveMonthsTo } from '../../extensions/peer-mentoring/src/domain/people/mentor-load.ts';
import { consentWithdrawnOn, isRestricted } from '../../extensions/peer-mentoring/src/domain/privacy/consent.ts';
import { type StoredContract } from '../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { journeysOf, journeyWith } from '../../extensions/peer-mentoring/src/storage/journey/journeys.ts';
import { type ReadJourney } from '../../extensions/peer-mentoring/src/storage/journey/reader/journey-of.ts';
import { keepPresence } from '../../extensions/peer-mentoring/src/storage/people/presence.ts';
import { drawQuarter } from '../../extensions/peer-mentoring/src/storage/returns/plan-samples.ts';
import { pmiJourneys } from '../../extensions/peer-mentoring/src/storage/returns/pmi-journeys.ts';
import { completedActivities } from '../../extensions/peer-mentoring/src/storage/returns/samples.ts';
import { trackerRows } from '../../extensions/peer-mentoring/src/storage/returns/tracker.ts';
import { insertContract } from '../support/caseloads/contract.ts';
import { all, AREA, by, CUT_OFF, insertPeople, PEOPLE, RECEIVED, type Person } from '../support/caseloads/one-each.ts';
import { addPerson } from '../support/caseloads/person.ts';
import { emptyCaseload, insertCaseload, type RawRow } from '../support/caseloads/rows.ts';
import { copyTemplate, discard, environment, type Copy } from '../support/platform.ts';
import { openDatabase } from '../support/tables.ts';
import { randomFrom } from '../unit/support/random.ts';

/** In one contract: more than two pages of the stream. */
const MANY = 4100;

let copy: Copy;
let knex: Knex;
let people: Person[];

beforeAll(async () => {
	copy = await copyTemplate('reference');
	knex = openDatabase(environment(copy, {}));
	people = await insertPeople(knex);
}, 300_000);
afterAll(async () => {
	await knex.destroy();
	await discard(copy);
});

/** A contract with more people than two pages hold. */
async function insertMany(): Promise<StoredContract> {
	const random = randomFrom(4);
	const many = await insertContract(knex, { random, reference: 'R-MANY', cpas: [AREA, 5] });
	const rows = emptyCaseload();
	for (let number = 0; number < MANY; number++) {
		const reference = `M-${number}`;
		addPerson(rows, { random, contract: many, reference, received: RECEIVED, faults: 1, sessions: 2 });
	}
	await insertCaseload(knex, rows);
	return many;
}

/** What every reader knows of a journey, with its sessions in one order. */
function common(journey: ReadJourney): ReadJourney {
	const sessions = journey.sessions
		.map(({ held_on, minutes, attendance, one_to_one }) => ({ held_on, minutes, attendance, one_to_one }))
		.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
	return {
		referral: journey.referral,
		reference: journey.reference,
		cpa: journey.cpa,
		route: journey.route,
		received_on: journey.received_on,
		initial_meeting_on: journey.initial_meeting_on,
		initial_meeting_outcome: journey.initial_meeting_outcome,
		start_on: journey.start_on,
		diagnostic_interview_on: journey.diagnostic_interview_on,
		action_plan_agreed_on: journey.action_plan_agreed_on,
		action_plan_evidence: journey.action_plan_evidence,
		baseline_survey_on: journey.baseline_survey_on,
		ended_on: journey.ended_on,
		end_reason: journey.end_reason,
		consent_withdrawn_on: journey.consent_withdrawn_on,
		erased_on: journey.erased_on,
		sessions,
	};
}

describe('a journey is the same', () => {
	it('read in a stream, among others and alone', { timeout: 240_000 }, async () => {
		for (const { contract, referral, journey } of people) {
			const [streamed] = await all(pmiJourneys(knex, contract.id));
			const [alone] = await journeysOf(knex, [referral]);
			expect(common(streamed!)).toEqual(common(journey));
			expect(common(alone!)).toEqual(common(journey));
		}
	});

	it('with a row of it about to be written again', { timeout: 240_000 }, async () => {
		for (const { referral, journey } of people.slice(0, 100)) {
			const { id } = await knex('referrals').where({ id: referral }).first('id');
			const again = await journeyWith(knex, referral, { table: 'referrals', row: { id } });
			expect(again).toEqual(journey);
		}
	});
});

describe('what SQL says for speed is what the rule says', () => {
	it(
		'consent is withdrawn by the earlier of both records, and everything of them is restricted',
		{ timeout: 240_000 },
		async () => {
			const tables = ['initial_meetings', 'mentees'];
			let differ = 0;
			for (const { referral, journey } of people) {
				const record = await knex('referrals').where({ id: referral }).first('consent_withdrawn_on', 'restricted');
				const mentee = await knex('mentees').where({ referral }).first('consent_withdrawn_on');
				const days = [dayOf(record.consent_withdrawn_on), dayOf(mentee?.consent_withdrawn_on)] as const;
				if (days[0] !== days[1]) differ += 1;
				expect(journey.consent_withdrawn_on).toBe(consentWithdrawnOn(...days));
				const restricted = isRestricted(journey.consent_withdrawn_on, Boolean(journey.erased_on));
				expect([journey.restricted, Boolean(record.restricted)]).toEqual([restricted, restricted]);
				for (const table of tables) {
					const rows = await knex(table).where({ referral }).select('restricted');
					expect(rows.every((row) => Boolean(row.restricted) === restricted)).toBe(true);
				}
			}
			expect(differ).toBeGreaterThan(0);
		},
	);

	it('whom a Peer Mentor met in twelve months (2.11)', { timeout: 240_000 }, async () => {
		const seen = { met: 0, missedAlone: 0, later: 0 };
		// At the end of what is generated many have little left in their last twelve months.
		for (const days of [45, 240, 330, 420]) {
			const today = addDays(CUT_OFF, days);
			const from = twelveMonthsTo(today);
			await keepPresence(knex, today);
			const rows = await knex('peer_mentors').select('id', 'mentees_in_12_months');
			const numbers = new Map(rows.map((row) => [row.id, Number(row.mentees_in_12_months)]));
			for (const { mentor, journey } of people) {
				const met = !journey.restricted && metWithin(journey.sessions, from, today);
				expect([journey.reference, today, numbers.get(mentor)]).toEqual([journey.reference, today, met ? 1 : 0]);
				if (journey.restricted) continue;
				const within = journey.sessions.filter(({ held_on }) => held_on >= from && held_on <= today);
				if (met) seen.met += 1;
				else if (within.length > 0) seen.missedAlone += 1;
				else if (journey.sessions.some(({ held_on }) => held_on > today)) seen.later += 1;
			}
		}
		for (const [which, number] of Object.entries(seen)) expect([which, number > 0]).toEqual([which, true]);
	});

	it(
		'which plans may be drawn: agreed with evidence, of Mentees who started (3.11)',
		{ timeout: 240_000 },
		async () => {
			const quarter = { name: '2024-Q2', first: day('2024-04-01'), last: CUT_OFF };
			let drawable = 0;
			for (const { contract, journey } of people) {
				const { areas } = await drawQuarter(knex, contract, quarter, 'seed');
				const rows = await knex('action_plans').where({ mentee: journey.mentee }).select('agreed_on', 'evidence');
				const { cpa } = (await knex('mentees').where({ id: journey.mentee }).first('cpa')) ?? {};
				const agreed = rows
					.map((row) => ({ agreed_on: dayOf(row.agreed_on), evidence: row.evidence }))
					.filter((plan) => isAgreed(plan) && by(plan.agreed_on));
				const eligible = !journey.restricted && by(journey.start_on) && cpa === AREA ? agreed.length : 0;
				expect([journey.reference, areas[0]!.eligible]).toEqual([journey.reference, eligible]);
				drawable += eligible;
			}
			expect(drawable).toBeGreaterThan(PEOPLE / 10);
		},
	);

	const SOURCES = {
		initial_meeting: ['initial_meetings', 'held_on', (row: RawRow) => isHeld({ outcome: row.outcome as never })],
		diagnostic_interview: ['diagnostic_interviews', 'held_on', () => true],
		smart_action_plan: [
			'action_plans',
			'agreed_on',
			(row: RawRow) => isAgreed({ agreed_on: CUT_OFF, evidence: row.evidence as never }),
		],
		session: ['sessions', 'held_on', (row: RawRow) => row.attendance === 'attended'],
		baseline_survey: ['baseline_surveys', 'completed_on', () => true],
	} as const;

	test.each(Object.entries(SOURCES))(
		'which activities are complete: %s (3.10)',
		{ timeout: 240_000 },
		async (activity, source) => {
			const [table, column, isComplete] = source;
			let complete = 0;
			for (const { contract, referral, journey } of people) {
				const parent = table === 'initial_meetings' ? { referral } : { mentee: journey.mentee };
				const rows = (await knex(table).where(parent)) as RawRow[];
				const expected = rows
					.filter((row) => !journey.restricted && by(dayOf(row[column])) && isComplete(row))
					.map(({ id }) => id)
					.sort();
				const request = { activity, contract: contract.id, from_on: null, until_on: CUT_OFF };
				const found = (await completedActivities(knex, request)).map(({ id }) => id).sort();
				expect([journey.reference, found]).toEqual([journey.reference, expected]);
				complete += found.length;
			}
			expect(complete).toBeGreaterThan(PEOPLE / 10);
		},
	);
});

describe('a stream', () => {
	it('has each of many people once, page after page', { timeout: 240_000 }, async () => {
		const many = await insertMany();
		const streamed = new Map((await all(pmiJourneys(knex, many.id))).map((each) => [each.referral, each]));
		expect(streamed.size).toBe(MANY);
		const among = await journeysOf(knex, [...streamed.keys()]);
		expect(among).toHaveLength(MANY);
		for (const journey of among) expect(common(streamed.get(journey.referral)!)).toEqual(common(journey));
		const starts = (await all(trackerRows(knex, { contract: many, cutOff: CUT_OFF }))).map(
			({ start_date }) => start_date,
		);
		const restricted = new Set(among.filter((each) => each.restricted).map(({ referral }) => referral));
		const shown = among.filter(({ referral, start_on }) => !restricted.has(referral) && by(start_on));
		expect(starts.length).toBeGreaterThan(400);
		expect(starts).toEqual(shown.map(({ start_on }) => start_on).sort());
	});
});
