import type { Terms } from '../contract/terms.ts';

/** The most that the Implementation Costs of a contract of this total value may come to (4.2). Integer pence. */
export function mostImplementationCosts(
	totalValue: number,
	{ implementation_costs_percent: percent }: Pick<Terms, 'implementation_costs_percent'>,
): number {
	return Math.floor((totalValue * percent) / 100);
}
