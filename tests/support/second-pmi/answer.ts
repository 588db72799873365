import { COUNTS, type BareFigures } from './figures.ts';

/** The figures of several areas of a contract as the JSON has them, each number by its path. */
export function bareAnswer(areas: readonly BareFigures[]): Record<string, unknown> {
	const paths = Object.keys(COUNTS);
	const sum = (path: string) => areas.reduce((total, { counts }) => total + (counts[path] ?? 0), 0);
	const answer: Record<string, unknown> = Object.fromEntries(paths.map((path) => [path, sum(path)]));
	const shares: [suffix: string, part: string][] = [
		['.of', '.number'],
		['.determinable', '.met'],
	];
	for (const [suffix, part] of shares) {
		for (const path of paths.filter((each) => each.endsWith(suffix))) {
			const measure = path.slice(0, -suffix.length);
			answer[`${measure}.percent`] = oneDecimal(100 * sum(`${measure}${part}`), sum(path));
		}
	}
	for (const which of ['left', 'current'] as const) {
		const days = areas.flatMap(({ lengths }) =>
			[...lengths[which]].flatMap(([length, mentees]) => Array.from({ length: mentees }, () => length)),
		);
		for (const [name, value] of Object.entries(statistics(days))) {
			answer[`length_on_provision.${which}.${name}`] = value;
		}
	}
	return answer;
}

function statistics(days: number[]): Record<string, number | null> {
	const sorted = days.toSorted((a, b) => a - b);
	const count = sorted.length;
	const middle = (sorted[(count - 1) >> 1]! + sorted[count >> 1]!) / 2;
	const mean = oneDecimal(
		sorted.reduce((sum, each) => sum + each, 0),
		count,
	);
	const median = count === 0 ? null : middle;
	return { count, mean, median, min: sorted[0] ?? null, max: sorted.at(-1) ?? null };
}

/** By long division, digit by digit: the second decimal decides, and a half goes up. Nothing here is negative. */
function oneDecimal(dividend: number, divisor: number): number | null {
	if (divisor === 0) return null;
	const hundredths = (BigInt(dividend) * 100n) / BigInt(divisor);
	return Number(hundredths / 10n + (hundredths % 10n >= 5n ? 1n : 0n)) / 10;
}
