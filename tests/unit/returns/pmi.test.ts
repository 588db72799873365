import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import type { Journey } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { pmiDueOn } from '../../../extensions/peer-mentoring/src/domain/contract/pmi-due.ts';
import type { PmiContext } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/context.ts';
import { holidays } from '../support/holidays.ts';
import { journey, sessions } from '../support/journeys.ts';
import { pmiContext, tally } from '../support/pmi.ts';

describe('scope', () => {
	const context = pmiContext({ month: parseMonth('2023-12')!, knownOn: day('2024-01-08') });
	const one = (of: Journey, over: Partial<PmiContext> = {}) => tally([of], { ...context, ...over });

	test.each([
		['withdrawn the day after', '2024-01-09', 1],
		['withdrawn on the day', '2024-01-08', 0],
		['withdrawn long before', '2023-12-05', 0],
	])('consent %s the records are known', (_, consent_withdrawn_on, total) => {
		const { measures, exceptions } = one(journey({ initial_meeting_on: '2023-12-04', consent_withdrawn_on }));
		expect(measures.referrals_total.total).toBe(total);
		expect(exceptions.length > 0).toBe(total === 1);
	});

	it('one CPA is asked for', () => {
		const inEight = journey({ cpa: 8, received_on: '2023-12-04' });
		expect(one(inEight).measures.referrals_total.total).toBe(1);
		expect(one(inEight, { cpa: 9 }).measures.referrals_total.total).toBe(0);
		expect(one(inEight, { cpa: 8 }).breakdown.by_cpa.map(({ cpa }) => cpa)).toEqual([8]);
	});

	it('what happened after the month is not there yet', () => {
		const later = journey({
			received_on: '2023-12-29',
			initial_meeting_on: '2024-01-03',
			initial_meeting_outcome: 'start',
			start_on: '2024-01-03',
		});
		const { measures, exceptions } = one(later);
		expect([measures.referrals_total.total, measures.initial_meetings.total, measures.starts_total.total]).toEqual([
			1, 0, 0,
		]);
		expect(exceptions).toEqual([]);
	});

	test.each([
		['on the day before the last', '2023-12-30', 1],
		['on the last day of the month', '2023-12-31', 1],
		['on the day after', '2024-01-01', 0],
	])('a referral received %s', (_, received_on, total) => {
		const { measures, exceptions } = one(journey({ received_on, initial_meeting_outcome: 'start' }));
		expect([measures.referrals_total.total, measures.referrals_new.total]).toEqual([total, total]);
		expect(exceptions.map(({ code }) => code)).toEqual(total === 1 ? ['initial_meeting_missing'] : []);
	});

	test.each([
		['on the last day of the month', '2023-12-31', 1],
		['on the day after', '2024-01-01', 0],
	])('a fourth session %s', (_, fourth, total) => {
		const held = sessions('2023-12-04', '2023-12-11', '2023-12-18', fourth);
		expect(one(journey({ received_on: '2023-12-01', sessions: held })).measures.four_sessions.total).toBe(total);
	});

	it('a meeting that the person did not attend is not held', () => {
		const missed = { received_on: '2023-12-01', initial_meeting_on: '2023-12-04' } as const;
		const { measures } = one(journey({ ...missed, initial_meeting_outcome: 'did_not_attend' }));
		expect(measures.initial_meetings_on_time).toEqual({
			number: 0,
			percent: null,
			of: 0,
			service_level: { met: 0, determinable: 1, percent: 0 },
		});
	});

	it('nothing at all is zero and n/a', () => {
		const { measures, exceptions } = tally([], context);
		expect(measures.starts_total).toEqual({ jobcentre_plus: 0, third_party: 0, total: 0 });
		expect(measures.eight_sessions).toEqual({ number: 0, percent: null, of: 0 });
		expect(measures.length_on_provision.left).toEqual({ count: 0, mean: null, median: null, min: null, max: null });
		expect(exceptions).toEqual([]);
	});
});

describe('records without the day that a deadline counts from', () => {
	const context = pmiContext({ month: parseMonth('2023-12')!, knownOn: day('2024-01-08') });
	const of = journey({
		reference: 'OLD',
		initial_meeting_outcome: 'start',
		diagnostic_interview_on: '2023-11-01',
		action_plan_agreed_on: '2023-11-02',
		action_plan_evidence: 'wet',
		sessions: sessions('2023-11-01', '2023-11-02', '2023-11-03', '2023-11-06'),
	});
	const { measures, exceptions } = tally([of], context);

	it('stay among those done, and are never on time', () => {
		expect(measures.referrals_total.total).toBe(1);
		expect(measures.starts_total.total).toBe(0);
		expect(measures.diagnostic_interviews_on_time).toMatchObject({
			number: 0,
			of: 1,
			service_level: { met: 0, determinable: 1 },
		});
		expect(measures.action_plans_on_time).toMatchObject({ number: 1, of: 1 });
		expect(measures.four_sessions.total).toBe(1);
		expect(measures.four_sessions_on_time).toEqual({ number: 0, percent: 0, of: 1, pending: 0 });
	});

	it('are listed', () => {
		expect(exceptions.map(({ code }) => code)).toEqual([
			'initial_meeting_missing',
			'received_on_missing',
			'start_missing',
		]);
	});
});

describe('due day of the PMI (3.4)', () => {
	test.each([
		['2023-11', 'england-and-wales', '2023-12-07'],
		['2023-12', 'england-and-wales', '2024-01-08'],
		['2023-12', 'scotland', '2024-01-09'],
		['2025-03', 'england-and-wales', '2025-04-07'],
	] as const)('%s in %s: %s', (month, calendar, due) => {
		expect(pmiDueOn(parseMonth(month)!, holidays(calendar), SPECIFIED)).toBe(due);
	});
});
