/** What SQL repeats of a rule, so that everybody's is found at once, says what the rule of `domain` says. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isAgreed, isHeld } from '../../../extensions/peer-mentoring/src/domain/journey/deciding.ts';
import { metWithin, twelveMonthsTo } from '../../../extensions/peer-mentoring/src/domain/people/mentor-load.ts';
import { consentWithdrawnOn, isRestricted } from '../../../extensions/peer-mentoring/src/domain/privacy/consent.ts';
import { dayOf } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { settlePeerMentors } from '../../../extensions/peer-mentoring/src/storage/people/presence.ts';
import { drawQuarter } from '../../../extensions/peer-mentoring/src/storage/returns/plan-samples.ts';
import { completedActivities } from '../../../extensions/peer-mentoring/src/storage/returns/samples.ts';
import { AREA, by, CUT_OFF, PEOPLE } from '../../support/caseloads/one-each.ts';
import { type RawRow } from '../../support/caseloads/rows.ts';
import { begin, end, knex, people } from '../../support/scenes/one-each.ts';

beforeAll(begin, 300_000);
afterAll(end);

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
			await settlePeerMentors(knex, undefined, today);
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
