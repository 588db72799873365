/** Somebody for whom everything is done, to leave out one thing at a time. */
import { day, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { engagementOf } from '../../../extensions/peer-mentoring/src/domain/journey/engagement.ts';
import { outstandingFor, type FollowUp } from '../../../extensions/peer-mentoring/src/domain/journey/outstanding.ts';
import { facts, session, sessions } from './journeys.ts';
import { ALL_SAID } from './leaving.ts';

type Told = FollowUp['told'][number];

const TODAY = '2023-11-06';
export const told = (to: Told['to'], about: Told['about'], on = '2023-11-01'): Told => ({ to, about, on: day(on) });
export const coach = told('work_coach', 'referral_result');

/** Somebody from Jobcentre Plus in the midst of support, for whom everything is done. */
export const running = (over: Parameters<typeof facts>[0] = {}) => facts({ ended_on: null, end_reason: null, ...over });
export const thirdParty = { route: 'third_party' } as const;
const DONE: FollowUp = {
	told: [coach],
	result_told: false,
	contact_changed_on: null,
	disclosure: 'pre_disclosed',
	explained: { voluntary: true, data: true, complaints: true },
	customer_notice_on: null,
	reviews_without_words: 0,
	change_waits: false,
	actions: { open: 2 },
	leaving: ALL_SAID,
	engagement: engagementOf(sessions('2023-10-16', '2023-10-18', '2023-10-20', '2023-10-23'), [], 20),
};
export const without = (what: keyof FollowUp['explained']) => ({ explained: { ...DONE.explained, [what]: false } });
export const outstanding = (of = running(), over: Partial<FollowUp> = {}, today = TODAY) =>
	outstandingFor(of, { ...DONE, ...over }, { today: today as CalendarDay, terms: SPECIFIED });

export const resultOfThirdParty = told('third_party', 'referral_result');
export const startTold = told('single_point_of_contact', 'taking_part');
export const nonCustomer = { dwp_customer: 'no', nino: null, ...thirdParty } as const;
export const withoutConsent = running(nonCustomer);
export const ended = facts();
export const endTold = told('single_point_of_contact', 'completed');
export const became = running({ customer_since_on: day('2023-11-01'), consent_given_on: '2023-10-16' });
export const leaving = { told: [coach, endTold], actions: { done: 1 } };
export const digitalLimit = engagementOf(
	[...sessions('2023-10-16'), session('2023-10-23', { mode: 'digital' })],
	[],
	20,
);
export const lastSession = (on: string) => running({ sessions: sessions('2023-09-20', on) });
export const notStarted = {
	initial_meeting_outcome: 'declined',
	start_on: null,
	diagnostic_interview_on: null,
	action_plan_agreed_on: null,
	baseline_survey_on: null,
	nino: null,
	sessions: [],
} as const;
