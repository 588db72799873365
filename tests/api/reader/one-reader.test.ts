/** One reader of journeys: alone, among others and in a stream it says the same, and what the rows say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planCompletedOn } from '../../../extensions/peer-mentoring/src/domain/journey/progress.ts';
import { type StoredContract } from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { dayOf } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { journeysOf, journeyWith } from '../../../extensions/peer-mentoring/src/storage/journey/journeys.ts';
import { type ReadJourney } from '../../../extensions/peer-mentoring/src/storage/journey/reader/journey-of.ts';
import { pmiJourneys } from '../../../extensions/peer-mentoring/src/storage/returns/pmi-journeys.ts';
import { trackerRows } from '../../../extensions/peer-mentoring/src/storage/returns/tracker.ts';
import { insertContract } from '../../support/caseloads/contract.ts';
import { all, AREA, by, CUT_OFF, RECEIVED } from '../../support/caseloads/one-each.ts';
import { addPerson } from '../../support/caseloads/person.ts';
import { emptyCaseload, insertCaseload, type RawRow } from '../../support/caseloads/rows.ts';
import { begin, end, knex, people } from '../../support/scenes/one-each.ts';
import { randomFrom } from '../../unit/support/random.ts';

/** In one contract: more than two pages of the stream. */
const MANY = 4100;

beforeAll(begin, 300_000);
afterAll(end);

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

function inOneOrder<Row>(rows: Row[]): Row[] {
	return rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What every reader knows of a journey, with its sessions in one order. */
function common(journey: ReadJourney): ReadJourney {
	const sessions = inOneOrder(
		journey.sessions.map(({ held_on, minutes, attendance, one_to_one }) => ({
			held_on,
			minutes,
			attendance,
			one_to_one,
		})),
	);
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
	it('as the rows in the tables', { timeout: 240_000 }, async () => {
		for (const { referral, journey } of people) {
			const record = await knex('referrals').where({ id: referral }).first();
			const mentee = await knex('mentees').where({ referral }).first();
			const meetings = (await knex('initial_meetings').where({ referral })) as RawRow[];
			const rowsOf = async (table: string) => (await knex(table).where({ mentee: mentee?.id ?? null })) as RawRow[];
			const firstOf = (rows: RawRow[], column: string) =>
				rows
					.map((row) => dayOf(row[column]))
					.filter((on) => on !== null)
					.sort()[0] ?? null;
			const plans = await rowsOf('action_plans');
			expect({
				received_on: journey.received_on,
				start_on: journey.start_on,
				ended_on: journey.ended_on,
				end_reason: journey.end_reason,
				diagnostic_interview_on: journey.diagnostic_interview_on,
				baseline_survey_on: journey.baseline_survey_on,
				agreed: planCompletedOn(journey),
				met: meetings.some((row) => dayOf(row.held_on) === journey.initial_meeting_on),
				sessions: common(journey).sessions,
			}).toEqual({
				received_on: dayOf(record.received_on),
				start_on: dayOf(mentee?.start_on),
				ended_on: dayOf(mentee?.ended_on),
				end_reason: mentee?.end_reason ?? null,
				diagnostic_interview_on: firstOf(await rowsOf('diagnostic_interviews'), 'held_on'),
				baseline_survey_on: firstOf(await rowsOf('baseline_surveys'), 'completed_on'),
				agreed: firstOf(
					plans.filter(({ evidence }) => evidence !== null),
					'agreed_on',
				),
				met: meetings.length > 0,
				sessions: inOneOrder(
					(await rowsOf('sessions')).map((row) => ({
						held_on: dayOf(row.held_on)!,
						minutes: row.minutes as number | null,
						attendance: row.attendance as 'attended',
						// A tick that was never set means the ordinary case.
						one_to_one: row.one_to_one === null || Boolean(row.one_to_one),
					})),
				),
			});
		}
	});

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
