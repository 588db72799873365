import { describe, expect, it } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { ReportedJourney } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { journey, sessions } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

/** Referred, met and started in area 4; moved to area 5 on 1 November, where the plan, eight sessions and the end are. */
const MOVED: ReportedJourney = {
	...journey({
		cpa: 4,
		received_on: '2023-10-02',
		initial_meeting_on: '2023-10-09',
		initial_meeting_outcome: 'start',
		start_on: '2023-10-16',
		diagnostic_interview_on: '2023-10-27',
		action_plan_agreed_on: '2023-11-03',
		action_plan_evidence: 'wet',
		ended_on: '2023-12-15',
		end_reason: 'completed',
		sessions: sessions(
			...[
				'2023-10-16',
				'2023-10-23',
				'2023-10-30',
				'2023-11-06',
				'2023-11-13',
				'2023-11-20',
				'2023-11-27',
				'2023-12-04',
			],
		),
	}),
	stays: [
		{ cpa: 4, from: day('2023-10-02') },
		{ cpa: 5, from: day('2023-11-01') },
	],
};

const base = pmiContext({ month: parseMonth('2023-12')!, knownOn: day('2024-01-08') });
const CONTEXT = { ...base, contract: { ...base.contract, cpas: [4, 5] } };

function measures(each: ReportedJourney, cpa?: number) {
	const tally = pmiTally({ ...CONTEXT, cpa });
	tally.add(each);
	return tally.result().measures;
}

describe('transfers in and out (2.6)', () => {
	const transfers = (month: string, each: ReportedJourney, cpa?: number) => {
		const tally = pmiTally({ ...CONTEXT, month: parseMonth(month)!, cpa });
		tally.add(each);
		return tally.result().transfers?.map((area) => [area.cpa, area.in, area.out]);
	};
	const none = { cumulative: 0, in_month: 0 };
	const before = { cumulative: 1, in_month: 0 };
	const now = { cumulative: 1, in_month: 1 };

	it.each<[string, string, ReportedJourney, number | undefined, unknown]>([
		[
			'in the month of the move',
			'2023-11',
			MOVED,
			undefined,
			[
				[4, none, now],
				[5, now, none],
			],
		],
		[
			'in a month after it',
			'2023-12',
			MOVED,
			undefined,
			[
				[4, none, before],
				[5, before, none],
			],
		],
		[
			'in a month before it',
			'2023-10',
			MOVED,
			undefined,
			[
				[4, none, none],
				[5, none, none],
			],
		],
		['in one area by itself', '2023-11', MOVED, 5, [[5, now, none]]],
		[
			'without somebody who has withdrawn consent',
			'2023-11',
			{ ...MOVED, consent_withdrawn_on: day('2023-12-01') },
			undefined,
			[
				[4, none, none],
				[5, none, none],
			],
		],
	])('%s', (_, month, each, cpa, expected) => expect(transfers(month, each, cpa)).toEqual(expected));
});

describe('a Mentee who moves to another area (2.6)', () => {
	const [there, here, all] = [measures(MOVED, 4), measures(MOVED, 5), measures(MOVED)];

	it('counts up to the move in the old area', () => {
		expect(there.referrals_total.total).toBe(1);
		expect(there.starts_total.total).toBe(1);
		expect(there.initial_meetings.total).toBe(1);
		expect(there.diagnostic_interviews.total).toBe(1);
		expect(there.action_plans.total).toBe(0);
		expect(there.completions_total.total).toBe(0);
		expect(there.length_on_provision.left.count).toBe(0);
	});

	it('counts from then on in the new one, where nobody starts twice', () => {
		expect(here.referrals_total.total).toBe(0);
		expect(here.starts_total.total).toBe(0);
		expect(here.initial_meetings.total).toBe(0);
		expect(here.action_plans.total).toBe(1);
		expect(here.four_sessions.total).toBe(1);
		expect(here.completions_total.total).toBe(1);
		expect(here.length_on_provision.left).toMatchObject({ count: 1, mean: 60 });
	});

	it('counts once in the whole contract, as if there had been no move', () => {
		expect(all).toEqual(measures({ ...MOVED, stays: undefined }));
	});

	it('is in the breakdown by area as in the returns of the areas', () => {
		const tally = pmiTally(CONTEXT);
		tally.add(MOVED);
		const areas = tally
			.result()
			.breakdown.by_cpa.map(({ cpa, total }) => [
				cpa,
				total.rows.find(({ key }) => key === 'starts')?.cumulative?.number,
			]);
		expect(areas).toEqual([
			[4, 1],
			[5, 0],
		]);
	});
});
