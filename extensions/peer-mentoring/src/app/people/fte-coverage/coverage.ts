import {
	addMonths,
	daysBetween,
	dayNumber,
	firstDay,
	lastDay,
	monthOf,
	type CalendarDay,
} from '../../../domain/calendar/calendar-day.ts';

/** A stretch of days, both ends included, over which the FTE in post of a CPA stays the same. */
export interface CoverageRange {
	from: CalendarDay;
	to: CalendarDay;
	fte_in_post: number;
	gap: number;
}

/** One CPA as `/fte-coverage` gives it. */
export interface CpaCoverage {
	cpa: number;
	district: string;
	minimum: number;
	maximum: number;
	ranges: CoverageRange[];
}

export interface ContractCoverage {
	contract: string;
	cpas: CpaCoverage[];
}

/** One chart: a CPA of a contract. */
export type CoverageChart = CpaCoverage & { contract: string };

/** The charts to draw from an answer for one contract or for all of them, of one CPA where it is given. */
export function chartsOf(answer: ContractCoverage | ContractCoverage[], cpa?: number | null): CoverageChart[] {
	return [answer]
		.flat()
		.flatMap(({ contract, cpas }) => cpas.map((each) => ({ ...each, contract })))
		.filter((each) => (cpa == null || each.cpa === cpa) && each.ranges.length > 0);
}

/** The days a panel covers: whole months, so many before and after the present one. */
export function period(
	today: CalendarDay,
	monthsBack: number,
	monthsForward: number,
): { from: CalendarDay; to: CalendarDay } {
	const month = monthOf(today);
	return { from: firstDay(addMonths(month, -monthsBack)), to: lastDay(addMonths(month, monthsForward)) };
}

export interface Point {
	x: number;
	y: number;
}

/** The FTE in post as a line of steps; x counts days. Each range runs to the end of its last day. */
export function steps(ranges: readonly CoverageRange[]): Point[] {
	return ranges.flatMap(({ from, to, fte_in_post }) => [
		{ x: dayNumber(from), y: fte_in_post },
		{ x: dayNumber(to) + 1, y: fte_in_post },
	]);
}

/** Days of the period with fewer FTE in post than the minimum. */
export function daysBelowMinimum(ranges: readonly CoverageRange[]): number {
	return ranges.reduce((days, { from, to, gap }) => (gap > 0 ? days + daysBetween(from, to) + 1 : days), 0);
}

/** First days of months to mark on the axis, thinned out to at most `most` of them. */
export function monthTicks(from: CalendarDay, to: CalendarDay, most: number): CalendarDay[] {
	const months: CalendarDay[] = [];
	for (let month = monthOf(from); firstDay(month) <= to; month = addMonths(month, 1)) {
		if (firstDay(month) >= from) months.push(firstDay(month));
	}
	const every = Math.ceil(months.length / most);
	return months.filter((_month, index) => index % every === 0);
}
