/** Where a Mentee is supported: whoever moves to another Contract Package Area goes on there (2.6). */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Journey, Stay } from './journey.ts';

/**
 * The area in which something that happened on a day counts: up to a move in the old one, from then on in the new one.
 * What came before the first stay counts where the first one was.
 * @param stays in order
 * @param otherwise the area of the referral, for somebody who is no Mentee yet
 */
export function areaOn(stays: readonly Stay[], on: CalendarDay, otherwise: number): number {
	return (stays.findLast(({ from }) => from <= on) ?? stays[0])?.cpa ?? otherwise;
}

/** What says in which Delivery Area somebody is supported; each a key, or empty where it says nothing. */
export interface AreaEvidence {
	/** As somebody has chosen, or as it was before. */
	chosen: string | null;
	/** Where the Jobcentre office of the referral lies. */
	office: string | null;
	/** Where the Peer Mentor works. */
	mentor: readonly string[];
	/** All Delivery Areas of the Contract Package Area in which the person is supported. */
	within: readonly string[];
}

/**
 * The Delivery Area of a referral or a Mentee (1.18, 2.6): the chosen one, else that of the office, else the only one in
 * which the Peer Mentor works, else the only one of the Contract Package Area. None that lies in another area counts, so
 * that it moves with somebody who is transferred; `null` where nothing decides.
 */
export function deliveryAreaOf({ chosen, office, mentor, within }: AreaEvidence): string | null {
	const known = [chosen, office].find((area) => area !== null && within.includes(area));
	if (known) return known;
	const works = mentor.filter((area) => within.includes(area));
	return onlyOne(works) ?? onlyOne(within) ?? null;
}

const onlyOne = (areas: readonly string[]) => (new Set(areas).size === 1 ? areas[0] : undefined);

/** The first date of a person's record: from then on somebody has held it, however late it was entered. */
export function recordedSince(journey: Journey): CalendarDay | null {
	const days = [
		journey.received_on,
		journey.initial_meeting_on,
		journey.start_on,
		journey.diagnostic_interview_on,
		journey.action_plan_agreed_on,
		journey.baseline_survey_on,
		...journey.sessions.map(({ held_on }) => held_on),
	];
	return days.filter((on) => on !== null).sort()[0] ?? null;
}

/** One move from an area to another, and the day from which the Mentee was supported there. */
export interface Move {
	from: number;
	to: number;
	on: CalendarDay;
}

/** The moves of somebody, in order; one who is handed over within an area has not moved (2.6). */
export function movesOf(stays: readonly Stay[]): Move[] {
	return stays.flatMap(({ cpa, from: on }, index) => {
		const before = stays[index - 1];
		return before === undefined || before.cpa === cpa ? [] : [{ from: before.cpa, to: cpa, on }];
	});
}
