import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	journeyProblems,
	sessionProblems,
	type ContractDates,
} from '../../../extensions/peer-mentoring/src/domain/journey/journey-rules.ts';
import { facts, session } from '../support/journeys.ts';

const TODAY = day('2024-01-15');
const CONTRACT: ContractDates = {
	terms: SPECIFIED,
	start_date: day('2023-06-01'),
	last_start_date: day('2025-01-10'),
	end_date: day('2025-03-31'),
};
type Over = Parameters<typeof facts>[0];
const problems = (over: Over, contract: Partial<ContractDates> = {}, today = TODAY) =>
	journeyProblems(facts(over), { ...CONTRACT, ...contract }, today);
const declined = {
	initial_meeting_outcome: 'declined',
	start_on: null,
	diagnostic_interview_on: null,
	action_plan_agreed_on: null,
	baseline_survey_on: null,
	ended_on: null,
	end_reason: null,
	sessions: [],
} as const;
/** Somebody who has just started: nothing but the meeting and the start is known. */
const fresh = (start: string) =>
	({
		received_on: null,
		initial_meeting_on: null,
		start_on: start,
		diagnostic_interview_on: null,
		action_plan_agreed_on: null,
		baseline_survey_on: null,
		ended_on: null,
		end_reason: null,
		sessions: [],
	}) as const;

describe('what a problem of a journey names', () => {
	test.each<[string, Over, object]>([
		[
			'a day that is still to come',
			{ ended_on: '2024-01-16' },
			{ field: 'ended_on', code: 'in_future', params: { day: '2024-01-16', today: '2024-01-15' } },
		],
		[
			'a day before the Trial was specified',
			{ ...declined, received_on: '2022-10-31' },
			{ field: 'received_on', code: 'before_trial', params: { day: '2022-10-31', earliest: '2022-11-01' } },
		],
		[
			'a day before the one that it follows',
			{ initial_meeting_on: '2023-10-01', ...{ received_on: '2023-10-02' } },
			{
				field: 'initial_meeting_on',
				code: 'before_predecessor',
				params: { day: '2023-10-01', predecessor: 'received_on', earliest: '2023-10-02' },
			},
		],
		[
			'a start without an agreement',
			{ ...declined, start_on: '2023-10-16' },
			{ field: 'start_on', code: 'start_without_agreement', params: { outcome: 'declined' } },
		],
		[
			'an interview that needs a start',
			{ ...declined, diagnostic_interview_on: '2023-10-16' },
			{ field: 'diagnostic_interview_on', code: 'needs_start', params: { outcome: 'declined' } },
		],
		[
			'a Dropout too early',
			{ end_reason: 'dropout', ended_on: '2023-11-26' },
			{
				field: 'ended_on',
				code: 'dropout_too_early',
				params: { span: 35, engaged: '2023-10-23', earliest: '2023-11-27' },
			},
		],
		[
			'a session of no length',
			{ sessions: [session('2023-10-16', { minutes: 0 })] },
			{ field: 'sessions', code: 'minutes_range', params: { held_on: '2023-10-16', minutes: 0, most: 600 } },
		],
		[
			'a session before the start',
			{ sessions: [session('2023-10-15')] },
			{
				field: 'sessions',
				code: 'before_predecessor',
				params: { held_on: '2023-10-15', day: '2023-10-15', predecessor: 'start_on', earliest: '2023-10-16' },
			},
		],
	])('%s', (_, over, problem) => expect(problems(over)).toEqual([problem]));

	test.each<[string, Partial<ContractDates>, object]>([
		[
			'after the last start date',
			{},
			{ field: 'start_on', code: 'after_last_start_date', params: { day: '2025-04-01', latest: '2025-01-10' } },
		],
		[
			'after the end of a contract that has no such date',
			{ last_start_date: null },
			{ field: 'start_on', code: 'after_contract_end', params: { day: '2025-04-01', latest: '2025-03-31' } },
		],
	])('a start %s', (_, contract, problem) => {
		expect(problems(fresh('2025-04-01'), contract, day('2025-06-01'))).toEqual([problem]);
	});

	it('of one session is beside the fields of the session', () => {
		const of = (over: Parameters<typeof session>[1], held: string) =>
			sessionProblems(session(held, over), facts(declined), TODAY).map(({ field, code }) => [field, code]);
		expect(of({}, '2023-10-01')).toEqual([
			['held_on', 'before_predecessor'],
			['held_on', 'needs_start'],
		]);
		expect(of({ attendance: 'missed', minutes: 601 }, '2024-01-16')).toEqual([
			['held_on', 'in_future'],
			['minutes', 'minutes_range'],
		]);
	});
});

describe('what is no problem', () => {
	test.each<[string, Over, Partial<ContractDates>]>([
		['a referral on the day on which the Trial was specified', { ...declined, received_on: '2022-11-01' }, {}],
		['a start on the last start date', fresh('2025-01-10'), {}],
		['a start on the last day of the contract', fresh('2025-03-31'), { last_start_date: null }],
		['a start where the contract has no end yet', fresh('2025-04-01'), { last_start_date: null, end_date: null }],
		[
			'consent before there is a start',
			{ ...declined, dwp_customer: 'no', nino: null, consent_given_on: '2023-10-09' },
			{},
		],
		['consent on the day of the start', { dwp_customer: 'no', nino: null, consent_given_on: '2023-10-16' }, {}],
		['consent after the start of a DWP customer', { consent_given_on: '2023-10-17' }, {}],
		['a Dropout whose day is not known yet', { end_reason: 'dropout', ended_on: null }, {}],
		['a Dropout on the first day on which it can be', { end_reason: 'dropout', ended_on: '2023-11-27' }, {}],
		['an empty National Insurance number of somebody who has none', { dwp_customer: 'no', nino: '' }, {}],
		[
			'sessions of one minute and of ten hours',
			{ sessions: [session('2023-10-16', { minutes: 1 }), session('2023-10-23', { minutes: 600 })] },
			{},
		],
	])('%s', (_, over, contract) => expect(problems(over, contract, day('2025-06-01'))).toEqual([]));
});
