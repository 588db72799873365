import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addDays } from '../calendar/calendar-day.ts';
import { SPECIFIED } from '../contract/terms.ts';

/** Hours that a Peer Mentor is contracted for in one place, from the first to the last day, both included. */
export interface FteAssignment {
	/** The mentor's reference, never a name. */
	mentor: string;
	cpa: number;
	delivery_area: string;
	office?: string | null;
	weekly_hours: number;
	/** Weekly hours of one FTE by the contract (2.26); the specification's where left out. */
	full_time_hours?: number;
	from: CalendarDay;
	/** `null` while it goes on. */
	to: CalendarDay | null;
}

/** What Annex C asks of one Contract Package Area, in FTE. */
export interface CpaFte {
	cpa: number;
	minimum: number;
	maximum: number;
}

/** Consecutive days, both ends included, with the same FTE in post. */
export interface CoverageRange extends CpaFte {
	from: CalendarDay;
	to: CalendarDay;
	fte_in_post: number;
	/** FTE missing to the minimum; 0 where it is reached. */
	gap: number;
}

/** What an assignment counts (2.26), not rounded. */
export function fteShare({ weekly_hours, full_time_hours }: Pick<FteAssignment, 'weekly_hours' | 'full_time_hours'>) {
	return weekly_hours / (full_time_hours ?? SPECIFIED.fte_weekly_hours);
}

/** The FTE of assignments together (2.26), to three decimals. */
export function fteOf(assignments: readonly Pick<FteAssignment, 'weekly_hours' | 'full_time_hours'>[]): number {
	return thousandths(sum(assignments.map(fteShare)));
}

/** The FTE of the assignments in force on a day. */
export function fteOn(assignments: readonly FteAssignment[], on: CalendarDay): number {
	return fteOf(assignments.filter((each) => inForce(each, on)));
}

/** FTE in post from day to day for each CPA, against the minimum and maximum of Annex C (C1.2, Table A). */
export function coverage(
	assignments: readonly FteAssignment[],
	cpas: readonly CpaFte[],
	from: CalendarDay,
	to: CalendarDay,
): CoverageRange[] {
	return cpas.flatMap((cpa) => {
		const own = assignments.filter((each) => each.cpa === cpa.cpa);
		const ranges: CoverageRange[] = [];
		const starts = [...changeDays(own), from].filter((each) => each >= from && each <= to);
		for (const first of new Set(starts.sort())) {
			const fte_in_post = fteOn(own, first);
			const previous = ranges.at(-1);
			if (previous?.fte_in_post === fte_in_post) continue;
			if (previous) previous.to = addDays(first, -1);
			const gap = thousandths(Math.max(0, cpa.minimum - fte_in_post));
			const { minimum, maximum } = cpa;
			ranges.push({ cpa: cpa.cpa, from: first, to, fte_in_post, minimum, maximum, gap });
		}
		return ranges;
	});
}

/** As {@link coverage}, for the delivery areas of one Contract Package Area, which have no minimum of their own. */
export function areaCoverage(
	assignments: readonly FteAssignment[],
	cpa: number,
	areas: readonly string[],
	from: CalendarDay,
	to: CalendarDay,
): { delivery_area: string; ranges: { from: CalendarDay; to: CalendarDay; fte_in_post: number }[] }[] {
	const unlimited = { cpa, minimum: 0, maximum: Infinity };
	return areas.map((delivery_area) => {
		const own = assignments.filter((each) => each.delivery_area === delivery_area);
		const ranges = coverage(own, [unlimited], from, to);
		return {
			delivery_area,
			ranges: ranges.map((range) => ({ from: range.from, to: range.to, fte_in_post: range.fte_in_post })),
		};
	});
}

/** The days on which a Contract Package Area has more FTE in post than its maximum (1.22, Annex C). */
export function daysOverMaximum(assignments: readonly FteAssignment[], area: CpaFte): CoverageRange[] {
	const days = changeDays(assignments.filter(({ cpa }) => cpa === area.cpa));
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return [];
	return coverage(assignments, [area], first, last).filter(({ fte_in_post, maximum }) => fte_in_post > maximum);
}

/** The contracted weekly hours in force on a day. */
export function weeklyHoursOn(assignments: readonly FteAssignment[], on: CalendarDay): number {
	return sum(assignments.filter((each) => inForce(each, on)).map((each) => each.weekly_hours));
}

export function inForce({ from, to }: FteAssignment, on: CalendarDay): boolean {
	return from <= on && (to === null || to >= on);
}

/** The days on which something begins to be different: first days, and the days after last days. In order. */
export function changeDays(assignments: readonly FteAssignment[]): CalendarDay[] {
	const days = assignments.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
	return [...new Set(days)].sort();
}

function sum(hours: number[]): number {
	return hours.reduce((total, each) => total + each, 0);
}

function thousandths(value: number): number {
	return Math.round(value * 1000 + 1e-6) / 1000;
}
