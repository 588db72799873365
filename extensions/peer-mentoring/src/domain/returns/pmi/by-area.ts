/** What one journey gives to the measures of each Contract Package Area: of somebody who moved, to several (2.6, 3.8). */
import { lastDay, type CalendarDay } from '../../calendar/calendar-day.ts';
import { areaOn } from '../../journey/areas.ts';
import type { ReportedJourney } from '../../journey/journey.ts';
import { areasOf } from './as-at.ts';
import type { PmiContext } from './context.ts';
import { figuresOf, type JourneyFigures, type TimedEvent } from './figures.ts';

/**
 * The figures of one journey at the cut-off, a part for each area: events up to a move in the old area, later ones in
 * the new one. Each event is in one part, so the parts add up to the whole. Nothing of a journey that is in no measure.
 */
export function figuresByArea(journey: ReportedJourney, context: PmiContext): JourneyFigures[] {
	const figures = figuresOf(journey, context);
	if (figures === undefined) return [];
	const areas = areasOf(journey).filter((cpa) => context.cpa == null || cpa === context.cpa);
	if (areasOf(journey).length === 1) return [figures];
	return areas.map((cpa) => partOf(figures, journey, cpa, lastDay(context.month)));
}

function partOf(figures: JourneyFigures, journey: ReportedJourney, cpa: number, cutOff: CalendarDay): JourneyFigures {
	const isHere = (on: CalendarDay) => areaOn(journey.stays ?? [], on, journey.cpa) === cpa;
	const here = (on: CalendarDay | null) => (on !== null && isHere(on) ? on : null);
	const timed = ({ on, on_time, determined_on, pending }: TimedEvent): TimedEvent => ({
		on: here(on),
		on_time: on_time && here(on) !== null,
		determined_on: here(determined_on),
		pending: pending && isHere(cutOff),
	});
	const endsHere = figures.length !== null && isHere(figures.has_left ? (journey.ended_on ?? cutOff) : cutOff);
	return {
		...figures,
		cpa,
		referred_on: here(figures.referred_on),
		started_on: here(figures.started_on),
		completed_on: here(figures.completed_on),
		eight_sessions_on: here(figures.eight_sessions_on),
		length: endsHere ? figures.length : null,
		length_from: endsHere ? figures.length_from : null,
		initial_meeting: timed(figures.initial_meeting),
		diagnostic_interview: timed(figures.diagnostic_interview),
		smart_action_plan: timed(figures.smart_action_plan),
		four_sessions: timed(figures.four_sessions),
	};
}
