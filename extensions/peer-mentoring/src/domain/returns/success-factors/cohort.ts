import type { CalendarDay } from '../../calendar/calendar-day.ts';
import type { Terms } from '../../contract/terms.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import { areaOn } from '../../journey/areas.ts';
import type { ReportedJourney } from '../../journey/journey.ts';
import { countedSessions, planCompletedOn } from '../../journey/progress.ts';
import { metWithin } from '../../people/mentor-load.ts';
import type { FigureKey } from './success-factors.ts';

/** What the success factors need to know of one person (Annex A). */
export interface CohortRecord extends ReportedJourney {
	disclosure: CodeOf<'disclosure'> | null;
	disclosed_on: CalendarDay | null;
	/** What the Mentee took up, and when. */
	engagements: readonly { kind: CodeOf<'support_kind'>; entered_on: CalendarDay | null }[];
}

/** The moment by which a success factor is judged. */
export interface CohortMoment {
	/** The last day of the period: what happened later is not counted. */
	to: CalendarDay;
	/** How long a session must last to count (1.15). */
	terms: Terms;
}

type Fact = (record: CohortRecord, moment: CohortMoment) => boolean;

/** What is work-related activity (2.13). */
const WORK_RELATED: readonly CodeOf<'support_kind'>[] = [
	'training',
	'volunteering',
	'education',
	'employment',
	'buyer_programme',
];

/** What somebody who started within the period had, or had done, by its end: SF3, SF4, SF5, SF8 and SF10. */
export const COHORT_FACTS = {
	diagnostic_interviews: interviewed,
	action_plans: planned,
	interview_and_plan: (record, moment) => interviewed(record, moment) && planned(record, moment),
	four_sessions: (record, moment) => sessionsBy(record, moment) >= moment.terms.first_sessions,
	eight_sessions: (record, moment) => sessionsBy(record, moment) >= moment.terms.minimum_sessions,
	treatment: (record, moment) => entered(record, ['treatment'], moment),
	work_related: (record, moment) => entered(record, WORK_RELATED, moment),
	other_services: (record, moment) => entered(record, ['other_service'], moment),
	disclosed_after_joining: ({ disclosure, disclosed_on }, moment) =>
		disclosure === 'disclosed_after_joining' && happenedBy(disclosed_on, moment),
	baseline_surveys: ({ baseline_survey_on: on }, moment) => happenedBy(on, moment),
} satisfies Partial<Record<FigureKey, Fact>>;

/**
 * The area in which somebody counts who started within the period: where they started, with all that followed, wherever
 * that was. The figures are parts of those who started, and a start counts once, where it was (2.6, 3.8): counted in the
 * area of a later move, what followed would be no part of the starts there. The PMI, which counts events, puts those in
 * the area in which each happened.
 */
export function areaOfStart({ stays = [], cpa }: CohortRecord, start_on: CalendarDay): number {
	return areaOn(stays, start_on, cpa);
}

/**
 * The areas in which somebody was met within some days (2.11, SF2). The Peer Mentors of each have worked with whoever
 * moved meanwhile, who counts in both, and once in the whole.
 */
export function areasMetIn({ sessions, stays = [], cpa }: CohortRecord, from: CalendarDay, to: CalendarDay): number[] {
	const met = sessions.filter((session) => metWithin([session], from, to));
	return [...new Set(met.map(({ held_on }) => areaOn(stays, held_on, cpa)))];
}

function interviewed({ diagnostic_interview_on: on }: CohortRecord, moment: CohortMoment): boolean {
	return happenedBy(on, moment);
}

function planned(record: CohortRecord, moment: CohortMoment): boolean {
	return happenedBy(planCompletedOn(record), moment);
}

function happenedBy(on: CalendarDay | null, { to }: CohortMoment): boolean {
	return on !== null && on <= to;
}

function sessionsBy({ sessions }: CohortRecord, moment: CohortMoment): number {
	return countedSessions(sessions, moment.terms.minimum_session_minutes).filter(({ held_on }) =>
		happenedBy(held_on, moment),
	).length;
}

function entered(
	{ engagements }: CohortRecord,
	kinds: readonly CodeOf<'support_kind'>[],
	moment: CohortMoment,
): boolean {
	return engagements.some(({ kind, entered_on }) => kinds.includes(kind) && happenedBy(entered_on, moment));
}
