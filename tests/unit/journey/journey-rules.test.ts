/** What can be wrong with a person’s way through the support, and how it is said. */
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { lacksConsent } from '../../../extensions/peer-mentoring/src/domain/journey/gaps.ts';
import { problemMessage, type ProblemCode } from '../../../extensions/peer-mentoring/src/domain/problems.ts';
import { CONTRACT, declined, nothingElse, problems } from '../support/journey-problems.ts';
import { facts, session } from '../support/journeys.ts';

type Case = [what: string, over: Parameters<typeof facts>[0], field: string, code: ProblemCode];

const CASES: Case[] = [
	['initial meeting before the referral', { received_on: '2023-10-10' }, 'initial_meeting_on', 'before_predecessor'],
	[
		'start before the initial meeting',
		{
			initial_meeting_on: '2023-10-17',
			diagnostic_interview_on: '2023-10-18',
			action_plan_agreed_on: '2023-10-27',
			baseline_survey_on: '2023-10-18',
		},
		'start_on',
		'before_predecessor',
	],
	[
		'start before the referral, meeting not known',
		{ received_on: '2023-10-17', initial_meeting_on: null, diagnostic_interview_on: '2023-10-18' },
		'start_on',
		'before_predecessor',
	],
	[
		'interview before the initial meeting',
		{ diagnostic_interview_on: '2023-10-06' },
		'diagnostic_interview_on',
		'before_predecessor',
	],
	[
		'interview before the referral, meeting not known',
		{ initial_meeting_on: null, diagnostic_interview_on: '2023-10-01' },
		'diagnostic_interview_on',
		'before_predecessor',
	],
	['plan before the interview', { action_plan_agreed_on: '2023-10-15' }, 'action_plan_agreed_on', 'before_predecessor'],
	[
		'Baseline Survey before the start',
		{ baseline_survey_on: '2023-10-15' },
		'baseline_survey_on',
		'before_predecessor',
	],
	['end before the start', { ended_on: '2023-10-15' }, 'ended_on', 'before_predecessor'],
	[
		'consent withdrawn before it was given',
		{ consent_given_on: '2023-10-09', consent_withdrawn_on: '2023-10-08' },
		'consent_withdrawn_on',
		'before_predecessor',
	],
	['attended session before the start', { sessions: [session('2023-10-13')] }, 'sessions', 'before_predecessor'],
	['a date before the Trial', { received_on: '2013-10-02' }, 'received_on', 'before_trial'],
	['an end in the future', { ended_on: '2024-01-16' }, 'ended_on', 'in_future'],
	['a session in the future', { sessions: [session('2024-01-16')] }, 'sessions', 'in_future'],
	[
		'a start although declined',
		{ ...nothingElse, ...declined, start_on: '2023-10-16' },
		'start_on',
		'start_without_agreement',
	],
	[
		'a start although not eligible',
		{ ...nothingElse, ...declined, initial_meeting_outcome: 'not_eligible', start_on: '2023-10-16' },
		'start_on',
		'start_without_agreement',
	],
	[
		'a start although the meeting was missed',
		{ ...nothingElse, ...declined, initial_meeting_outcome: 'did_not_attend', start_on: '2023-10-16' },
		'start_on',
		'start_without_agreement',
	],
	[
		'an interview although declined',
		{ ...nothingElse, ...declined, diagnostic_interview_on: '2023-10-16' },
		'diagnostic_interview_on',
		'needs_start',
	],
	[
		'a plan although declined',
		{ ...nothingElse, ...declined, action_plan_agreed_on: '2023-10-16' },
		'action_plan_agreed_on',
		'needs_start',
	],
	[
		'a Baseline Survey although declined',
		{ ...nothingElse, ...declined, baseline_survey_on: '2023-10-16' },
		'baseline_survey_on',
		'needs_start',
	],
	[
		'an end although not suitable',
		{ ...nothingElse, ...declined, initial_meeting_outcome: 'not_suitable', ended_on: '2023-10-16' },
		'ended_on',
		'needs_start',
	],
	[
		'an attended session although declined',
		{ ...nothingElse, ...declined, sessions: [session('2023-10-16')] },
		'sessions',
		'needs_start',
	],
	['under 18 agrees to start', { aged_18_or_over: 'no' }, 'initial_meeting_outcome', 'under_18'],
	[
		'under 18 found eligible, but declines',
		{ ...nothingElse, ...declined, aged_18_or_over: 'no' },
		'initial_meeting_outcome',
		'under_18',
	],
	[
		'a Dropout a day before five weeks without a session',
		{ end_reason: 'dropout', ended_on: '2023-11-26' },
		'ended_on',
		'dropout_too_early',
	],
	[
		'a Dropout a day before five weeks since the start, no session attended',
		{ end_reason: 'dropout', ended_on: '2023-11-19', sessions: [session('2023-11-06', { attendance: 'missed' })] },
		'ended_on',
		'dropout_too_early',
	],
	['under 18 has a start date', { aged_18_or_over: 'no', initial_meeting_outcome: null }, 'start_on', 'under_18'],
	['a NINO of another form', { nino: 'QQ12345C' }, 'nino', 'nino_format'],
	['a NINO of somebody who is no DWP customer', { dwp_customer: 'no' }, 'nino', 'nino_not_dwp_customer'],
	['a NINO of somebody not known to be a DWP customer', { dwp_customer: null }, 'nino', 'nino_not_dwp_customer'],
	['a session of 601 minutes', { sessions: [session('2023-10-16', { minutes: 601 })] }, 'sessions', 'minutes_range'],
];

describe('what is wrong with a journey', () => {
	test.each(CASES)('%s', (_, over, field, code) => {
		expect(problems(facts(over)).map((each) => [each.field, each.code])).toEqual([[field, code]]);
	});

	test.each([
		['the Last Start Date', CONTRACT, '2025-01-10', []],
		['the day after it (2.29 item 6)', CONTRACT, '2025-01-11', ['after_last_start_date']],
		[
			'after the end of a contract without one',
			{ ...CONTRACT, last_start_date: null },
			'2025-04-01',
			['after_contract_end'],
		],
		[
			'any day of a contract without dates',
			{ ...CONTRACT, start_date: null, last_start_date: null, end_date: null },
			'2025-04-01',
			[],
		],
	])('a start on %s', (_, contract, start_on, codes) => {
		const of = facts({ ...nothingElse, start_on, diagnostic_interview_on: start_on });
		expect(problems(of, contract, day('2025-04-02')).map((each) => each.code)).toEqual(codes);
	});
});

describe('a start without consent (2.26, 2.28)', () => {
	test.each([
		['no', '2023-10-16', null, true],
		['no', '2023-10-16', '2023-10-16', false],
		['no', '2023-10-16', '2024-01-10', false],
		['no', null, null, false],
		['yes', '2023-10-16', null, false],
		['not_known', '2023-10-16', null, false],
		[null, '2023-10-16', null, false],
	] as const)('DWP customer %s, start %s, consent %s: %s', (dwp_customer, start_on, consent_given_on, lacks) => {
		expect(lacksConsent(facts({ dwp_customer, start_on, consent_given_on }))).toBe(lacks);
	});
});

describe('messages', () => {
	const all = [
		...CASES.flatMap(([, over]) => problems(facts(over))),
		...problems(facts({ start_on: '2025-01-11', ...nothingElse }), CONTRACT, day('2025-02-01')),
		...problems(
			facts({ start_on: '2025-04-01', ...nothingElse }),
			{ ...CONTRACT, last_start_date: null },
			day('2025-05-01'),
		),
	];

	test.each([...new Set(all.map((each) => each.code))])('%s is said in full sentences, in both languages', (code) => {
		for (const problem of all.filter((each) => each.code === code)) {
			const [english, welsh] = [problemMessage(problem, 'en-GB'), problemMessage(problem, 'cy-GB')];
			expect(english).not.toBe(welsh);
			for (const text of [english, welsh]) {
				expect(text).toMatch(/^\p{Lu}.*\.$/u);
				expect(text).not.toMatch(/[{}_]|undefined|\d{4}-\d\d/);
			}
		}
	});

	it('name the dates as people write them', () => {
		const [problem] = problems(facts({ received_on: '2023-10-10' }));
		expect(problemMessage(problem!, 'en-GB')).toBe(
			'The date of the initial meeting, 9 October 2023, is before the date of the referral, 10 October 2023. It must be the same as or after 10 October 2023.',
		);
		expect(problemMessage(problem!, 'cy-GB')).toBe(
			'Mae dyddiad y cyfarfod cychwynnol, sef 9 Hydref 2023, cyn dyddiad yr atgyfeiriad, sef 10 Hydref 2023. Rhaid i’r dyddiad fod ar neu ar ôl 10 Hydref 2023.',
		);
	});

	it('never repeat a National Insurance number', () => {
		const found = problems(facts({ nino: 'AB12', dwp_customer: 'no' }));
		expect(found).toHaveLength(2);
		for (const problem of found)
			expect(JSON.stringify(problem) + problemMessage(problem, 'en-GB')).not.toContain('AB12');
	});
});
