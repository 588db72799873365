import { day, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { JourneyFacts } from '../../../extensions/peer-mentoring/src/domain/journey/journey-rules.ts';
import type { Journey, Session } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';

type Plain<T> = { [K in keyof T]?: T[K] extends CalendarDay | null ? string | null : T[K] };

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Turns ISO texts into days, so that tests can write plain dates. */
function withDays<T extends object>(values: object): Partial<T> {
	return Object.fromEntries(
		Object.entries(values).map(([key, value]) => [
			key,
			typeof value === 'string' && DAY.test(value) ? day(value) : value,
		]),
	) as Partial<T>;
}

export function session(held_on: string, over: Partial<Session> = {}): Session {
	return {
		held_on: day(held_on),
		minutes: 60,
		mode: 'face_to_face',
		attendance: 'attended',
		one_to_one: true,
		...over,
	};
}

export const sessions = (...days: string[]) => days.map((each) => session(each));

/** A referral about which nothing else is known yet. */
export function journey(over: Plain<Journey> = {}): Journey {
	return {
		reference: 'R1',
		cpa: 9,
		route: 'jobcentre_plus',
		received_on: null,
		initial_meeting_on: null,
		initial_meeting_outcome: null,
		start_on: null,
		diagnostic_interview_on: null,
		action_plan_agreed_on: null,
		action_plan_evidence: null,
		baseline_survey_on: null,
		ended_on: null,
		end_reason: null,
		consent_withdrawn_on: null,
		sessions: [],
		...withDays<Journey>(over),
	};
}

/** A Mentee's journey without a fault: referred on 2 October 2023, completed on 11 December 2023. */
export function facts(over: Plain<JourneyFacts> = {}): JourneyFacts {
	return {
		...journey({
			received_on: '2023-10-02',
			initial_meeting_on: '2023-10-09',
			initial_meeting_outcome: 'start',
			start_on: '2023-10-16',
			diagnostic_interview_on: '2023-10-16',
			action_plan_agreed_on: '2023-10-27',
			action_plan_evidence: 'wet',
			baseline_survey_on: '2023-10-16',
			ended_on: '2023-12-11',
			end_reason: 'completed',
		}),
		sessions: sessions('2023-10-16', '2023-10-23'),
		aged_18_or_over: 'yes',
		dwp_customer: 'yes',
		nino: 'QQ123456C',
		consent_given_on: null,
		...withDays<JourneyFacts>(over),
	};
}
