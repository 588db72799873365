import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isEligibilityComplete } from '../../../extensions/peer-mentoring/src/domain/journey/eligibility.ts';
import { unanswered } from '../../../extensions/peer-mentoring/src/domain/journey/interview.ts';
import { demoAnswers } from '../../../seed/demo/asked.ts';

const MENTEE = {
	peer_mentor: 'a-mentor',
	preferred_language: 'cy-GB',
	dwp_customer: true,
	met_on: day('2024-03-04'),
	interviewed_on: day('2024-03-11'),
};
const all = Array.from({ length: 200 }, (_, number) => demoAnswers(MENTEE, number));

describe('what the forms of an invented Mentee ask for', () => {
	it('is answered for nearly everybody, as in a contract that is well run', () => {
		const gaps = all.filter(
			({ initial_meetings, diagnostic_interviews, action_plans }) =>
				!isEligibilityComplete(initial_meetings) || !diagnostic_interviews.complaints_explained || !action_plans.goal,
		);
		expect(gaps.length).toBeGreaterThan(0);
		expect(gaps.length).toBeLessThan(25);
		for (const { diagnostic_interviews } of all) expect(unanswered(diagnostic_interviews)).toEqual([]);
	});

	it('is the same every time, and says what was read to whom', () => {
		expect(demoAnswers(MENTEE, 3)).toEqual(all[3]);
		expect(all[3]?.consents).toEqual({ statement_version: '1.0', language: 'cy-GB', read_by: 'a-mentor' });
		const other = demoAnswers({ ...MENTEE, dwp_customer: false, preferred_language: null }, 3);
		expect(other.initial_meetings.benefit_position).toBe('unemployed_without_benefits');
		expect(other.consents.language).toBe('en-GB');
	});
});
