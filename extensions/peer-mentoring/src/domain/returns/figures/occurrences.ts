/** What each figure counts of one record, on which day: the same functions that count it for the return (3.8). */
import { daysBetween, lastDay, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import { areaOn } from '../../journey/areas.ts';
import type { ReportedJourney, Session } from '../../journey/journey.ts';
import { decidedOn, statusOn } from '../../service-levels/clock.ts';
import { referredOn } from '../pmi/as-at.ts';
import type { PmiContext } from '../pmi/context.ts';
import { concerns, figuresOf, type JourneyFigures, type TimedEvent } from '../pmi/figures.ts';
import type { FigureKey } from './catalogue.ts';

/** One thing that is counted. */
export interface Occurrence {
	/** The day that decides in which month it is, and where. */
	on: CalendarDay;
	amount: number;
	/** Of a share: 1 for each whose result is certain; of an average: 1 for each whose days are added up. */
	of?: number;
}

/** A clock, as far as a figure looks at it. */
export interface CountedClock {
	started_on: CalendarDay;
	due_on: CalendarDay;
	met_on: CalendarDay | null;
}

/** One record that may be counted: a person, or something that belongs to one or to the contract. */
export interface Counted {
	journey?: ReportedJourney;
	session?: Session;
	clock?: CountedClock;
	/** The day and the amount of everything else. */
	dated?: { on: CalendarDay | null; amount: number };
}

/** What is asked about: months, both included, and the ends of the periods at which a standing is read. */
export interface Moment extends Pick<PmiContext, 'contract' | 'knownOn' | 'holidays'> {
	from: CalendarMonth;
	to: CalendarMonth;
	ends: readonly CalendarDay[];
}

/** What is counted of a record, within the months asked about: of nobody who has withdrawn or was erased (2.25). */
export function occurrencesOf(key: FigureKey, counted: Counted, moment: Moment): Occurrence[] {
	const { journey } = counted;
	if (journey !== undefined && !concerns(journey, moment)) return [];
	return COUNT[key](counted, moment).filter(({ on }) => on >= `${moment.from}-01` && on <= lastDay(moment.to));
}

type Count = (counted: Counted, moment: Moment) => Occurrence[];

const once = (on: CalendarDay | null | undefined, amount = 1): Occurrence[] => (on ? [{ on, amount }] : []);

/** Of a person, as their record stands: nothing here depends on what came before. */
const ofPerson =
	(day: (journey: ReportedJourney) => CalendarDay | null | undefined): Count =>
	({ journey }) =>
		journey ? once(day(journey)) : [];

/** As the return of the last month counts it. */
const asReported =
	(count: (figures: JourneyFigures) => Occurrence[]): Count =>
	({ journey }, moment) => {
		const figures = journey && figuresOf(journey, contextOf(moment));
		return figures ? count(figures) : [];
	};

const inTime = (event: (figures: JourneyFigures) => TimedEvent): Count =>
	asReported((figures) => {
		const { determined_on: on, on_time } = event(figures);
		return on === null ? [] : [{ on, amount: on_time ? 1 : 0, of: 1 }];
	});

/** Calendar days from one event to a later one, on the day of the later; nothing where they are not in order. */
const span = (from: CalendarDay | null | undefined, on: CalendarDay | null | undefined): Occurrence[] =>
	from && on && from <= on ? [{ on, amount: daysBetween(from, on), of: 1 }] : [];

const held =
	(attendance: Session['attendance'], amount: (session: Session) => number): Count =>
	({ session }) =>
		session?.attendance === attendance ? once(session.held_on, amount(session)) : [];

const dated: Count = ({ dated: record }) => (record ? once(record.on, record.amount) : []);

/** How a clock came out, on the day on which that was certain; nothing of one that runs. */
const decided =
	(count: (isMet: boolean) => Pick<Occurrence, 'amount' | 'of'> | undefined): Count =>
	({ clock }, { knownOn }) => {
		if (!clock) return [];
		const status = statusOn(clock, knownOn);
		const found = status === 'pending' ? undefined : count(status === 'met');
		return found ? [{ on: decidedOn(clock), ...found }] : [];
	};

/** Once at each end of a period at which it stood. */
const standing =
	(stood: (counted: Counted, on: CalendarDay) => number): Count =>
	(counted, { ends }) =>
		ends.flatMap((on) => {
			const amount = stood(counted, on);
			return amount > 0 ? [{ on, amount }] : [];
		});

const COUNT: Readonly<Record<FigureKey, Count>> = {
	referrals: ofPerson(referredOn),
	starts: ofPerson(({ start_on }) => start_on),
	completions: ofPerson(({ ended_on, end_reason }) => (end_reason === 'completed' ? ended_on : null)),
	dropouts: ofPerson(({ ended_on, end_reason }) => (end_reason === 'dropout' ? ended_on : null)),
	leavers: ofPerson(({ ended_on }) => ended_on),
	days_to_initial_meeting: asReported(({ referred_on, initial_meeting }) => span(referred_on, initial_meeting.on)),
	days_to_start: asReported(({ referred_on, started_on }) => span(referred_on, started_on)),
	days_to_diagnostic_interview: asReported(({ initial_meeting, diagnostic_interview }) =>
		span(initial_meeting.on, diagnostic_interview.on),
	),
	days_to_action_plan: asReported(({ diagnostic_interview, smart_action_plan }) =>
		span(diagnostic_interview.on, smart_action_plan.on),
	),
	days_on_provision: ({ journey }) => span(journey?.start_on, journey?.ended_on),
	in_support: standing(({ journey }, on) => (journey && isInSupport(journey, on) ? 1 : 0)),
	initial_meetings: asReported(({ initial_meeting }) => once(initial_meeting.on)),
	initial_meetings_on_time: inTime(({ initial_meeting }) => initial_meeting),
	diagnostic_interviews: asReported(({ diagnostic_interview }) => once(diagnostic_interview.on)),
	diagnostic_interviews_on_time: inTime(({ diagnostic_interview }) => diagnostic_interview),
	action_plans: asReported(({ smart_action_plan }) => once(smart_action_plan.on)),
	action_plans_on_time: inTime(({ smart_action_plan }) => smart_action_plan),
	four_sessions: asReported(({ four_sessions }) => once(four_sessions.on)),
	four_sessions_on_time: inTime(({ four_sessions }) => four_sessions),
	eight_sessions: asReported(({ eight_sessions_on }) => once(eight_sessions_on)),
	sessions_attended: held('attended', () => 1),
	sessions_missed: held('missed', () => 1),
	session_hours: held('attended', ({ minutes }) => (minutes ?? 0) / 60),
	support_begun: dated,
	actions_agreed: dated,
	clocks_met: decided((isMet) => (isMet ? { amount: 1 } : undefined)),
	clocks_late: decided((isMet) => (isMet ? undefined : { amount: 1 })),
	clocks_met_share: decided((isMet) => ({ amount: isMet ? 1 : 0, of: 1 })),
	clocks_running: standing(({ clock }, on) =>
		clock && clock.started_on <= on && statusOn(clock, on) === 'pending' ? 1 : 0,
	),
	office_visits: dated,
	visit_hours: dated,
	upskilling_sessions: dated,
	upskilled_staff: dated,
	fte_in_post: dated,
	spend: dated,
};

/** Whether somebody had started and not left at the end of a day, as the return's lengths of provision count it (3.8). */
export function isInSupport({ start_on, ended_on }: ReportedJourney, on: CalendarDay): boolean {
	return start_on !== null && start_on <= on && (ended_on === null || ended_on > on);
}

function contextOf({ contract, knownOn, holidays, to }: Moment): PmiContext {
	const nothing = { assignments: [], cpaFte: [], spend: [], costRegister: [], iprLog: [] };
	return { contract, month: to, knownOn, holidays, ...nothing };
}

/** Where something that happened on a day counts: with somebody who has moved, where they were supported then (2.6). */
export function placeOn(
	{ cpa, stays = [] }: Pick<ReportedJourney, 'cpa' | 'stays'>,
	on: CalendarDay,
	deliveryArea: string | null,
): { cpa: number; delivery_area: string | null } {
	const stay = stays.findLast(({ from }) => from <= on) ?? stays[0];
	return { cpa: areaOn(stays, on, cpa), delivery_area: stay?.delivery_area ?? deliveryArea };
}
