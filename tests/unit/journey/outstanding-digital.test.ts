import { expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { engagementOf } from '../../../extensions/peer-mentoring/src/domain/journey/engagement.ts';
import { outstandingFor } from '../../../extensions/peer-mentoring/src/domain/journey/outstanding.ts';
import { NOTHING_SAID } from '../support/leaving.ts';
import { facts, session, sessions } from '../support/journeys.ts';

const [TWO, DIGITAL] = [sessions('2023-10-16', '2023-10-23'), session('2023-10-30', { mode: 'digital' })];

test.each([
	['nobody was met digitally, though one more would pass the most', TWO, []],
	['somebody was, and one more would pass it', [...TWO, DIGITAL], ['digital_share_reached']],
])('the digital share is named once there is one: %s (2.20)', (_, held, expected) => {
	const engagement = engagementOf(held, [], 20);
	expect(engagement.limit_reached).toBe(true);
	const followUp = {
		told: [{ to: 'work_coach', about: 'referral_result', on: day('2023-10-10') }],
		result_told: true,
		contact_changed_on: null,
		disclosure: 'pre_disclosed',
		explained: { voluntary: true, data: true, complaints: true },
		customer_notice_on: null,
		reviews_without_words: 0,
		change_waits: false,
		actions: { open: 1 },
		engagement,
		leaving: NOTHING_SAID,
	} as const;
	const of = facts({ ended_on: null, end_reason: null, sessions: held });
	expect(outstandingFor(of, followUp, { today: day('2023-11-06'), terms: SPECIFIED })).toEqual(expected);
});
