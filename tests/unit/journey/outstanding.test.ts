import { describe, expect, it, test } from 'vitest';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { engagementOf } from '../../../extensions/peer-mentoring/src/domain/journey/engagement.ts';
import { type FollowUp } from '../../../extensions/peer-mentoring/src/domain/journey/outstanding.ts';
import { facts } from '../support/journeys.ts';
import { NOTHING_SAID } from '../support/leaving.ts';
import {
	told,
	coach,
	running,
	thirdParty,
	without,
	outstanding,
	resultOfThirdParty,
	startTold,
	nonCustomer,
	withoutConsent,
	ended,
	endTold,
	became,
	leaving,
	digitalLimit,
	lastSession,
	notStarted,
} from '../support/outstanding.ts';

type Case = [what: string, of: ReturnType<typeof facts>, over: Partial<FollowUp>, today?: string];

const ON: [code: string, ...Case][] = [
	['result_not_told', 'the initial meeting was held', running(), { told: [] }],
	['result_not_told', 'only the analysts were told', running(), { told: [told('analysts', 'referral_result')] }],
	[
		'result_not_told',
		'the Work Coach was told something else',
		running(),
		{ told: [told('work_coach', 'taking_part')] },
	],
	['result_not_told', 'the person declined', running(notStarted), { told: [] }],
	[
		'result_not_told',
		'a third party referred, Jobcentre Plus was told',
		running(thirdParty),
		{ told: [coach, startTold] },
	],
	['consent_missing', 'started without being a DWP customer', withoutConsent, { told: [resultOfThirdParty] }],
	['nino_missing', 'a DWP customer started', running({ nino: null }), {}],
	['nino_missing', 'the field is empty', running({ nino: '' }), {}],
	[
		'jobcentre_not_told_of_start',
		'a third party referred a DWP customer',
		running(thirdParty),
		{ told: [resultOfThirdParty] },
	],
	[
		'jobcentre_not_told_of_start',
		'only the third party was told of it',
		running(thirdParty),
		{ told: [resultOfThirdParty, told('third_party', 'taking_part')] },
	],
	['disclosure_missing', 'nothing recorded', running(), { disclosure: null }],
	['customer_notice_missing', 'became a DWP customer', became, {}],
	['meeting_incomplete', 'eligibility is not on record', running({ gaps: ['eligibility_incomplete'] }), {}],
	['meeting_incomplete', 'that it is voluntary was not explained', running(), without('voluntary')],
	['meeting_incomplete', 'the use of data was not explained', running(), without('data')],
	['interview_incomplete', 'an interview of a file has gaps', running({ gaps: ['interview_incomplete'] }), {}],
	['interview_incomplete', 'complaints were not explained', running(), without('complaints')],
	['plan_not_on_record', 'a plan of a file has no goal', running({ gaps: ['plan_not_on_record'] }), {}],
	['digital_share_reached', 'the next session must be face to face', running(), { engagement: digitalLimit }],
	['dropout_due', 'five weeks after the last session', lastSession('2023-10-02'), {}],
	['dropout_due', 'long after it', lastSession('2023-10-02'), {}, '2024-03-01'],
	['review_not_documented', 'a review that says nothing', running(), { reviews_without_words: 1 }],
	['plan_change_asked', 'a change waits', running(), { change_waits: true }],
	[
		'analysts_not_told_of_contact',
		'contact details changed',
		running({ ...nonCustomer, consent_given_on: '2023-10-16' }),
		{ told: [resultOfThirdParty], contact_changed_on: day('2023-10-30') },
	],
	[
		'analysts_not_told_of_contact',
		'contact details changed again since',
		running({ ...nonCustomer, consent_given_on: '2023-10-16' }),
		{
			told: [resultOfThirdParty, told('analysts', 'contact_details', '2023-10-29')],
			contact_changed_on: day('2023-10-30'),
		},
	],
	[
		'analysts_not_told_of_contact',
		'others were told of it, and the analysts of something else',
		running({ ...nonCustomer, dwp_customer: null, nino: null }),
		{
			told: [resultOfThirdParty, told('third_party', 'contact_details'), told('analysts', 'completed')],
			contact_changed_on: day('2023-10-30'),
		},
	],
	['jobcentre_not_told_of_end', 'a DWP customer has left', ended, { actions: { done: 1 } }],
	[
		'jobcentre_not_told_of_end',
		'only the analysts were told',
		ended,
		{ told: [coach, told('analysts', 'left_early')], actions: { done: 1 } },
	],
	['leaving_unfinished', 'an action not started', ended, { told: [coach, endTold], actions: { open: 1, done: 2 } }],
	['leaving_unfinished', 'an action in progress', ended, { told: [coach, endTold], actions: { in_progress: 1 } }],
	[
		'leaving_unfinished',
		'nothing said of the end, nobody told: one thing to do',
		ended,
		{ leaving: NOTHING_SAID, actions: { open: 1 } },
	],
];

const OFF: [code: string, ...Case][] = [
	['result_not_told', 'the initial meeting says so', running(), { told: [], result_told: true }],
	[
		'result_not_told',
		'the Single Point of Contact was told',
		running(),
		{ told: [told('single_point_of_contact', 'referral_result')] },
	],
	[
		'result_not_told',
		'the third party that referred was told',
		running(thirdParty),
		{ told: [resultOfThirdParty, startTold] },
	],
	[
		'result_not_told',
		'nobody came',
		facts({ ...notStarted, initial_meeting_outcome: 'did_not_attend', ended_on: null }),
		{ told: [] },
	],
	[
		'result_not_told',
		'the meeting is still to come',
		facts({ ...notStarted, initial_meeting_on: null, initial_meeting_outcome: null, ended_on: null }),
		{ told: [] },
	],
	[
		'consent_missing',
		'consent was given',
		running({ ...nonCustomer, consent_given_on: '2023-10-16' }),
		{ told: [resultOfThirdParty] },
	],
	['consent_missing', 'not started', running({ ...notStarted, dwp_customer: 'no' }), {}],
	['nino_missing', 'it is not known whether a DWP customer', running({ dwp_customer: null, nino: null }), {}],
	['nino_missing', 'a DWP customer who does not start', running(notStarted), {}],
	['jobcentre_not_told_of_start', 'Jobcentre Plus referred', running(), {}],
	[
		'jobcentre_not_told_of_start',
		'the Work Coach was told',
		running(thirdParty),
		{ told: [resultOfThirdParty, told('work_coach', 'taking_part')] },
	],
	[
		'jobcentre_not_told_of_start',
		'not a DWP customer',
		running({ ...nonCustomer, consent_given_on: '2023-10-16' }),
		{ told: [resultOfThirdParty] },
	],
	['disclosure_missing', 'recorded as not disclosed', running(), { disclosure: 'not_disclosed' }],
	['disclosure_missing', 'not started', running(notStarted), { disclosure: null }],
	['customer_notice_missing', 'a DWP customer all along', running(), {}],
	['customer_notice_missing', 'told since', became, { customer_notice_on: day('2023-11-02') }],
	['meeting_incomplete', 'nobody agreed to start', running(notStarted), without('data')],
	['meeting_incomplete', 'ended', facts({ gaps: ['eligibility_incomplete'] }), { ...leaving, ...without('data') }],
	['interview_incomplete', 'it does not count yet', running({ diagnostic_interview_on: null }), without('complaints')],
	[
		'interview_incomplete',
		'ended',
		facts({ gaps: ['interview_incomplete'] }),
		{ ...leaving, ...without('complaints') },
	],
	['plan_not_on_record', 'ended', facts({ gaps: ['plan_not_on_record'] }), leaving],
	['digital_share_reached', 'ended', ended, { told: [coach, endTold], actions: { done: 1 }, engagement: digitalLimit }],
	['dropout_due', 'a day before the five weeks are over', lastSession('2023-10-03'), {}],
	['dropout_due', 'ended', ended, { told: [coach, endTold], actions: { done: 1 } }, '2024-03-01'],
	['dropout_due', 'not started', running(notStarted), {}, '2024-03-01'],
	['review_not_documented', 'over', ended, { ...leaving, reviews_without_words: 1 }],
	['plan_change_asked', 'over', ended, { ...leaving, change_waits: true }],
	[
		'analysts_not_told_of_contact',
		'told on the day of the change',
		running({ ...nonCustomer, consent_given_on: '2023-10-16' }),
		{
			told: [resultOfThirdParty, told('analysts', 'contact_details', '2023-10-30')],
			contact_changed_on: day('2023-10-30'),
		},
	],
	[
		'analysts_not_told_of_contact',
		'known to Jobcentre Plus',
		running(thirdParty),
		{ told: [resultOfThirdParty, startTold], contact_changed_on: day('2023-10-30') },
	],
	[
		'analysts_not_told_of_contact',
		'referred by Jobcentre Plus',
		running({ dwp_customer: 'not_known', nino: null }),
		{ contact_changed_on: day('2023-10-30') },
	],
	[
		'analysts_not_told_of_contact',
		'no longer on provision',
		facts({ ...nonCustomer, consent_given_on: '2023-10-16' }),
		{ told: [resultOfThirdParty], contact_changed_on: day('2023-10-30'), actions: { done: 1 } },
	],
	[
		'jobcentre_not_told_of_end',
		'told of an early end',
		ended,
		{ told: [coach, told('work_coach', 'left_early')], actions: { done: 1 } },
	],
	[
		'jobcentre_not_told_of_end',
		'not a DWP customer',
		facts({ ...nonCustomer, consent_given_on: '2023-10-16' }),
		{ told: [resultOfThirdParty], actions: { done: 1 } },
	],
	[
		'leaving_unfinished',
		'done or no longer needed',
		ended,
		{ told: [coach, endTold], actions: { done: 1, dropped: 1 } },
	],
	['leaving_unfinished', 'still on provision', running(), { actions: { open: 5 }, leaving: NOTHING_SAID }],
];

describe('what is outstanding for a Mentee', () => {
	test.each(ON)('%s: %s', (code, _, of, over, today) => expect(outstanding(of, over, today)).toEqual([code]));
	test.each(OFF)('not %s: %s', (_, __, of, over, today) => expect(outstanding(of, over, today)).toEqual([]));

	it('each code of the list is tested on and off', () => {
		const codes = new Set(valuesOf('outstanding'));
		expect(new Set(ON.map(([code]) => code))).toEqual(codes);
		expect(new Set(OFF.map(([code]) => code))).toEqual(codes);
	});

	it('is nothing for a new referral, nor where everything is done', () => {
		expect(outstanding()).toEqual([]);
		const referral = { ...notStarted, initial_meeting_on: null, initial_meeting_outcome: null };
		const nothing = {
			told: [],
			disclosure: null,
			actions: {},
			leaving: NOTHING_SAID,
			engagement: engagementOf([], [], 20),
		};
		expect(outstanding(running(referral), nothing, '2026-01-01')).toEqual([]);
	});

	it('comes in the order in which it comes up', () => {
		const nothingDone = { told: [], disclosure: null };
		expect(outstanding(running({ ...thirdParty, nino: null }), nothingDone)).toEqual([
			'result_not_told',
			'nino_missing',
			'jobcentre_not_told_of_start',
			'disclosure_missing',
		]);
		// Once somebody has left, only what belongs to leaving.
		const left = facts({ ...thirdParty, nino: null });
		expect(outstanding(left, nothingDone)).toEqual(['leaving_unfinished']);
	});

	it('asks to tell of the end only where there was a start', () => {
		const before = facts({ ...notStarted, initial_meeting_outcome: 'start', end_reason: 'chose_to_leave' });
		expect(outstanding(before, { actions: {} })).toEqual([]);
	});
});
