import { addDays, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { workingDayFrom, workingDaysBefore } from './calendar.ts';
import { NORTH_WEST, WALES } from './contracts.ts';
import { NOTHING_YET, type DemoJourney } from './journeys.ts';
import { mentor, WELSH_SPEAKER } from './mentors.ts';
import type { DemoSession } from './sessions.ts';

export interface LiveWork {
	contract: string;
	mentor_email: string;
	received_on: CalendarDay;
	preferred_language: CodeOf<'language'>;
	journey: DemoJourney;
}

const MENTORS = [
	{ contract: WALES, mentor_email: mentor(1), preferred_language: 'en-GB' },
	{ contract: WALES, mentor_email: WELSH_SPEAKER, preferred_language: 'cy-GB' },
	{ contract: NORTH_WEST, mentor_email: mentor(3), preferred_language: 'en-GB' },
] as const;

/**
 * Work under way for the Peer Mentors whose logins the demonstration prints, so that each finds something overdue,
 * due today and due soon on whatever day it is installed. On a weekend 'today' is the next Working Day.
 */
export function liveWork(today: CalendarDay): LiveWork[] {
	const anchor = workingDayFrom(today);
	const ago = (workingDays: number): CalendarDay => workingDaysBefore(anchor, workingDays);
	return MENTORS.flatMap((who) => [
		{ ...who, received_on: ago(13), journey: NOTHING_YET },
		{ ...who, received_on: ago(10), journey: NOTHING_YET },
		{ ...who, received_on: ago(7), journey: NOTHING_YET },
		{ ...who, received_on: ago(2), journey: NOTHING_YET },
		{ ...who, received_on: ago(20), journey: agreed(ago(12)) },
		{ ...who, received_on: ago(15), journey: agreed(ago(9)) },
		{ ...who, received_on: ago(22), journey: started(ago(16), ago(8), null, 2) },
		{ ...who, received_on: ago(42), journey: started(ago(36), ago(29), ago(22), 3) },
	]);
}

function agreed(on: CalendarDay): DemoJourney {
	return { ...NOTHING_YET, initial_meeting_on: on, initial_meeting_outcome: 'start' };
}

function started(met: CalendarDay, start: CalendarDay, plan: CalendarDay | null, sessions: number): DemoJourney {
	return {
		...agreed(met),
		start_on: start,
		diagnostic_interview_on: start,
		baseline_survey_on: start,
		action_plan_agreed_on: plan,
		action_plan_evidence: plan && 'electronic',
		sessions: Array.from({ length: sessions }, (_, week) => attended(workingDayFrom(addDays(start, 7 * week)))),
	};
}

function attended(held_on: CalendarDay): DemoSession {
	return { held_on, minutes: 60, mode: 'face_to_face', attendance: 'attended' };
}
