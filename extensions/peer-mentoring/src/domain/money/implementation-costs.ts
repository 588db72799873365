/** The Implementation Costs are at most this share of the total value of the Call-Off Contract, in percent (4.2). */
export const IMPLEMENTATION_COSTS_PERCENT = 30;

/** The most that the Implementation Costs of a contract of this total value may come to (4.2). Integer pence. */
export function mostImplementationCosts(totalValue: number): number {
	return Math.floor((totalValue * IMPLEMENTATION_COSTS_PERCENT) / 100);
}
