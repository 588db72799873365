/**
 * `number` as a percentage of `of`, half up to one decimal; `null` where there is nothing to divide. Worked out in whole
 * tenths, so that no binary fraction can tip a half the wrong way.
 */
export function percentOf(number: number, of: number): number | null {
	return of === 0 ? null : tenths(number * 100, of);
}

/** How many times each whole number of days occurs: what length statistics need, whatever the number of Mentees. */
export type DayCounts = Map<number, number>;

export interface LengthStatistics {
	count: number;
	/** Days, half up to one decimal. */
	mean: number | null;
	/** Days, exact: a half at most. */
	median: number | null;
	min: number | null;
	max: number | null;
}

/** Count, mean, median, shortest and longest of lengths in calendar days (3.8, seventh item). */
export function lengthStatistics(lengths: DayCounts): LengthStatistics {
	const sorted = [...lengths].sort(([a], [b]) => a - b);
	const count = sorted.reduce((total, [, times]) => total + times, 0);
	if (count === 0) return { count, mean: null, median: null, min: null, max: null };
	const days = sorted.reduce((total, [length, times]) => total + length * times, 0);
	const middle = (nth(sorted, Math.floor((count - 1) / 2)) + nth(sorted, Math.floor(count / 2))) / 2;
	return { count, mean: tenths(days, count), median: middle, min: nth(sorted, 0), max: nth(sorted, count - 1) };
}

/** Adds `times` occurrences of a length. */
export function countLength(lengths: DayCounts, days: number, times = 1): void {
	lengths.set(days, (lengths.get(days) ?? 0) + times);
}

function tenths(dividend: number, divisor: number): number {
	return Math.floor((dividend * 20 + divisor) / (divisor * 2)) / 10;
}

function nth(sorted: [length: number, times: number][], index: number): number {
	let passed = 0;
	return sorted.find(([, times]) => (passed += times) > index)?.[0] ?? 0;
}
