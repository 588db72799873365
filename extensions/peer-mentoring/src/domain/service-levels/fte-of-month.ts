import {
	addDays,
	daysBetween,
	firstDay,
	lastDay,
	type CalendarDay,
	type CalendarMonth,
} from '../calendar/calendar-day.ts';
import type { ClockStatus } from './clock.ts';
import { coverage, type CoverageRange, type CpaFte, type FteAssignment } from '../people/fte.ts';
import type { Tally } from './service-levels.ts';

/** The FTE service level of a month, in one Contract Package Area or in all of a contract's. */
export interface FteOfMonth extends Tally {
	/** `null` for the whole contract. */
	cpa: number | null;
	status: ClockStatus;
	/** FTE in post on the lowest day, the minimum there, and what was missing (Annex C). */
	lowest_fte: number;
	minimum_fte: number;
	fte_gap: number;
	days_below: number;
}

/** The days on which a contract must have its FTE: from the day after the Implementation Period to its end (1.20, 2.26). */
export interface FtePeriod {
	implementation_end_date: CalendarDay;
	end_date: CalendarDay | null;
}

/**
 * The service level FTE, judged for every day of a month up to today; the lowest day is the result (3.3, C1.2). The
 * tally counts days. One result for each Contract Package Area, and last one for the contract, whose day is met where
 * every area's is and whose lowest day is that of the area furthest below its minimum. Nothing before the first day.
 */
export function fteOfMonth(
	assignments: readonly FteAssignment[],
	cpas: readonly CpaFte[],
	month: CalendarMonth,
	contract: FtePeriod,
	today: CalendarDay,
): FteOfMonth[] {
	const days = daysOf(month, contract);
	if (days === undefined || days.from > today || cpas.length === 0) return [];
	const to = days.to < today ? days.to : today;
	const ranges = coverage(assignments, cpas, days.from, to);
	const number = daysBetween(days.from, to) + 1;
	const pending = daysBetween(to, days.to);
	const result = (cpa: number | null, own: readonly CoverageRange[]): FteOfMonth => {
		const lowest = own.reduce((worst, range) => (isWorse(range, worst) ? range : worst));
		const missed = daysBelow(own).size;
		return {
			cpa,
			met: number - missed,
			missed,
			pending,
			status: missed > 0 ? 'missed' : pending > 0 ? 'pending' : 'met',
			lowest_fte: lowest.fte_in_post,
			minimum_fte: lowest.minimum,
			fte_gap: lowest.gap,
			days_below: missed,
		};
	};
	const areas = cpas.map(({ cpa }) =>
		result(
			cpa,
			ranges.filter((range) => range.cpa === cpa),
		),
	);
	return [...areas, result(null, ranges)];
}

function daysOf(month: CalendarMonth, { implementation_end_date: implemented, end_date: end }: FtePeriod) {
	const from = firstDay(month) > implemented ? firstDay(month) : addDays(implemented, 1);
	const to = end !== null && end < lastDay(month) ? end : lastDay(month);
	return from <= to ? { from, to } : undefined;
}

/** Further below the minimum, or, where neither is below, with less above it. */
function isWorse(range: CoverageRange, than: CoverageRange): boolean {
	if (range.gap !== than.gap) return range.gap > than.gap;
	return range.fte_in_post - range.minimum < than.fte_in_post - than.minimum;
}

function daysBelow(ranges: readonly CoverageRange[]): Set<CalendarDay> {
	const days = new Set<CalendarDay>();
	for (const { from, to, gap } of ranges) {
		if (gap === 0) continue;
		for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
	}
	return days;
}
