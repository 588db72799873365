/** What keeps to the rules of the journey, what a form must not leave out, and a session by itself. */
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	omissions,
	sessionProblems,
	type FormFacts,
} from '../../../extensions/peer-mentoring/src/domain/journey/journey-rules.ts';
import { declined, nothingElse, problems, TODAY } from '../support/journey-problems.ts';
import { facts, session } from '../support/journeys.ts';

describe('what is not wrong with a journey', () => {
	test.each([
		['a journey without a fault', {}],
		[
			'everything on one day',
			{
				received_on: '2023-10-16',
				initial_meeting_on: '2023-10-16',
				action_plan_agreed_on: '2023-10-16',
				ended_on: '2023-10-16',
				sessions: [session('2023-10-16')],
			},
		],
		['an old record without its start date', { start_on: null }],
		[
			'an old record without referral and meeting',
			{ received_on: null, initial_meeting_on: null, initial_meeting_outcome: null },
		],
		['an interview that was not on the start date', { diagnostic_interview_on: '2023-10-18' }],
		['a plan without evidence', { action_plan_evidence: null }],
		['an end without its reason', { end_reason: null }],
		['something that happened today', { ended_on: TODAY }],
		['a missed session before the start', { sessions: [session('2023-10-13', { attendance: 'missed' })] }],
		[
			'somebody under 18 who does not start',
			{ ...nothingElse, ...declined, initial_meeting_outcome: 'not_eligible', aged_18_or_over: 'no' },
		],
		[
			'somebody under 18 who does not come',
			{ ...nothingElse, ...declined, initial_meeting_outcome: 'did_not_attend', aged_18_or_over: 'no' },
		],
		[
			'consent of somebody who is no DWP customer on the day of the start',
			{ dwp_customer: 'no', nino: null, consent_given_on: '2023-10-16' },
		],
		['consent of a DWP customer after the start', { consent_given_on: '2023-10-17' }],
		[
			'consent of somebody not known to be a DWP customer after the start',
			{ dwp_customer: null, nino: null, consent_given_on: '2023-10-17' },
		],
		['no consent of somebody who is no DWP customer', { dwp_customer: 'no', nino: null }],
		['a Dropout after exactly five weeks without a session', { end_reason: 'dropout', ended_on: '2023-11-27' }],
		['another end the day after a session', { end_reason: 'moved_away', ended_on: '2023-10-24' }],
		['an end without reason the day after a session', { end_reason: null, ended_on: '2023-10-24' }],
		['a Dropout whose start is not known', { end_reason: 'dropout', start_on: null, sessions: [] }],
		['no NINO of somebody who is no DWP customer', { nino: null, dwp_customer: 'no' }],
		['a session whose length is not known', { sessions: [session('2023-10-16', { minutes: null })] }],
	] as [string, Parameters<typeof facts>[0]][])('%s', (_, over) => expect(problems(facts(over))).toEqual([]));
});

describe('what a form must not leave out', () => {
	const REQUIRED = { consent_required_to_start: true };
	const form = (over: Parameters<typeof facts>[0] & Partial<FormFacts> = {}): FormFacts => ({
		final_review_on: day('2023-12-11'),
		next_steps: 'Volunteering at the food bank',
		end_reason_detail: null,
		...facts(over),
	});

	test.each([
		['nothing left out', {}, []],
		[
			'a start without consent of somebody who is no DWP customer',
			{ dwp_customer: 'no' },
			['start_on consent_missing'],
		],
		['consent of somebody who is no DWP customer', { dwp_customer: 'no', consent_given_on: '2023-10-16' }, []],
		[
			'consent on the day after the start',
			{ dwp_customer: 'no', consent_given_on: '2023-10-17' },
			['start_on consent_after_start'],
		],
		[
			'a start without consent of somebody who became a DWP customer later',
			{ customer_since_on: '2023-10-17' },
			['start_on consent_missing'],
		],
		['a start without consent of somebody not known to be a DWP customer', { dwp_customer: 'not_known' }, []],
		['no DWP customer, not started', { dwp_customer: 'no', start_on: null }, []],
		['a completion without its review', { final_review_on: null }, ['final_review_on completion_needs_review']],
		['a completion without next steps', { next_steps: null }, ['next_steps completion_needs_next_steps']],
		['a completion whose next steps are blank', { next_steps: ' \n' }, ['next_steps completion_needs_next_steps']],
		[
			'a Dropout without review and next steps',
			{ end_reason: 'dropout', end_reason_detail: 'No answer since May', final_review_on: null, next_steps: null },
			[],
		],
		['a Dropout without a word why', { end_reason: 'dropout' }, ['end_reason_detail end_needs_words']],
		[
			'another end whose words are blank',
			{ end_reason: 'other', end_reason_detail: ' ' },
			['end_reason_detail end_needs_words'],
		],
		['a reason without its end', { end_reason: 'other', ended_on: null }, []],
		['no end', { end_reason: null, ended_on: null, final_review_on: null, next_steps: null }, []],
	] as [string, Parameters<typeof form>[0], string[]][])('%s', (_, over, expected) => {
		expect(omissions(form(over), REQUIRED).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
	});

	it('is no consent where the contract lets people start without it', () => {
		const all = form({ dwp_customer: 'no', final_review_on: null, next_steps: '' });
		expect(omissions(all, REQUIRED)).toHaveLength(3);
		expect(omissions(all, { consent_required_to_start: false }).map(({ code }) => code)).toEqual([
			'completion_needs_review',
			'completion_needs_next_steps',
		]);
	});
});

describe('a session by itself', () => {
	test.each([
		[0, ['minutes_range']],
		[1, []],
		[600, []],
		[601, ['minutes_range']],
		[45.5, ['minutes_range']],
		[Number.NaN, ['minutes_range']],
		[null, []],
	])('of %s minutes: %j', (minutes, codes) => {
		const found = sessionProblems(session('2023-10-16', { minutes }), facts(), TODAY);
		expect(found.map((each) => each.code)).toEqual(codes);
		for (const problem of found) expect(problem.field).toBe('minutes');
	});

	it('before the start is a problem of its own date', () => {
		expect(sessionProblems(session('2023-10-15'), facts(), TODAY)).toEqual([
			{
				field: 'held_on',
				code: 'before_predecessor',
				params: { day: '2023-10-15', predecessor: 'start_on', earliest: '2023-10-16' },
			},
		]);
	});
});
