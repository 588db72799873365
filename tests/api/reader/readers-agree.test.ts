/** Every return that is made of a person's journey says the same of it as the rules of `domain` do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { countedSessions, planCompletedOn } from '../../../extensions/peer-mentoring/src/domain/journey/progress.ts';
import { metWithin, twelveMonthsTo } from '../../../extensions/peer-mentoring/src/domain/people/mentor-load.ts';
import { type TrackerRow } from '../../../extensions/peer-mentoring/src/domain/returns/tracker/columns.ts';
import { type Tally } from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/success-factors.ts';
import { readPmi } from '../../../extensions/peer-mentoring/src/storage/returns/pmi.ts';
import { countFactors } from '../../../extensions/peer-mentoring/src/storage/returns/success-factors.ts';
import { trackerRows } from '../../../extensions/peer-mentoring/src/storage/returns/tracker.ts';
import { all, by, CUT_OFF, MONTH, type Person } from '../../support/caseloads/one-each.ts';
import { begin, end, knex, people } from '../../support/scenes/one-each.ts';

const PERIOD = { from: day('2023-01-01'), to: CUT_OFF };

beforeAll(begin, 300_000);
afterAll(end);

/** What each reader says of one person, in the same words. */
interface Said {
	started: boolean;
	counted: number;
	planned: CalendarDay | boolean | null;
	interviewed: CalendarDay | boolean | null;
	left: boolean;
}

describe('of each person', () => {
	const inUse = ({ journey }: Person) => journey.consent_withdrawn_on === null && journey.erased_on === null;

	/** As the rules of `domain` have it at the cut-off. */
	function expected({ journey, contract }: Person): Said {
		const planned = planCompletedOn(journey);
		return {
			started: by(journey.start_on),
			counted: countedSessions(
				journey.sessions.filter(({ held_on }) => held_on <= CUT_OFF),
				contract.terms.minimum_session_minutes,
			).length,
			planned: by(planned) ? planned : null,
			interviewed: by(journey.diagnostic_interview_on) ? journey.diagnostic_interview_on : null,
			left: by(journey.ended_on),
		};
	}

	it('the people hold every case', () => {
		const said = people.filter(inUse).map(expected);
		expect(people.filter((each) => !inUse(each)).length).toBeGreaterThan(5);
		expect(people.filter(({ journey }) => journey.erased_on !== null).length).toBeGreaterThan(0);
		for (const part of ['started', 'planned', 'interviewed', 'left'] as const) {
			expect([part, new Set(said.map((each) => Boolean(each[part]))).size]).toEqual([part, 2]);
		}
		for (const count of [0, 3, 4, 7, 8]) expect(said.some(({ counted }) => counted === count)).toBe(true);
	});

	it('the PMI says what the rules say', { timeout: 240_000 }, async () => {
		for (const person of people) {
			const { measures } = await readPmi(knex, person.contract, MONTH);
			const said = expected(person);
			const known = inUse(person) && measures.referrals_total.total === 1;
			const one = (holds: unknown) => (known && holds ? 1 : 0);
			expect([
				person.journey.reference,
				measures.starts_total.total,
				measures.four_sessions.total,
				measures.eight_sessions.number,
				measures.action_plans.total,
				measures.diagnostic_interviews.total,
			]).toEqual([
				person.journey.reference,
				one(said.started),
				one(said.counted >= 4),
				one(said.counted >= 8),
				one(said.planned),
				one(said.interviewed),
			]);
			if (said.started) expect(measures.length_on_provision.left.count).toBe(one(said.left));
			if (!inUse(person)) expect(measures.referrals_total.total).toBe(0);
		}
	});

	it('the Mentee Tracker says the same, of those who started', { timeout: 240_000 }, async () => {
		for (const person of people) {
			const rows = await all(trackerRows(knex, { contract: person.contract, cutOff: CUT_OFF }));
			const said = expected(person);
			const shown = inUse(person) && said.started;
			expect([person.journey.reference, rows.length]).toEqual([person.journey.reference, shown ? 1 : 0]);
			if (!shown) continue;
			const row = rows[0] as TrackerRow;
			const { end_reason } = person.journey;
			expect(row).toMatchObject({
				start_date: person.journey.start_on,
				appointments_attended: said.counted,
				action_plan: said.planned ? `Y; ${said.planned}` : 'N',
				diagnostic_interview: said.interviewed ? `Y; ${said.interviewed}` : 'N',
			});
			expect(row.early_departure !== null).toBe(said.left && end_reason !== 'completed');
		}
	});

	it('the success factors say the same, of those who started, and whom they met', { timeout: 240_000 }, async () => {
		const from = twelveMonthsTo(CUT_OFF);
		for (const person of people) {
			const { tables } = await countFactors(knex, person.contract, PERIOD);
			const said = expected(person);
			const of = inUse(person) && said.started ? 1 : 0;
			const one = (holds: unknown) => ({ number: of === 1 && holds ? 1 : 0, of });
			const total = (key: string) => (tables as Record<string, { total: Tally }>)[key]!.total;
			expect(total('four_sessions')).toEqual(one(said.counted >= 4));
			expect(total('eight_sessions')).toEqual(one(said.counted >= 8));
			expect(total('action_plans')).toEqual(one(said.planned));
			expect(total('diagnostic_interviews')).toEqual(one(said.interviewed));
			expect(total('interview_and_plan')).toEqual(one(said.planned && said.interviewed));
			expect(total('baseline_surveys')).toEqual(one(by(person.journey.baseline_survey_on)));
			const met = inUse(person) && metWithin(person.journey.sessions, from, CUT_OFF);
			expect(total('mentees_per_fte').number).toBe(met ? 1 : 0);
		}
	});
});
