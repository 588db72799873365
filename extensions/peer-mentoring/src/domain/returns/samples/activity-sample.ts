/** What makes two draws draws of one request of the Buyer (3.10): how many are drawn makes it no other. */
export const SAME_REQUEST = ['contract', 'requested_on', 'activity', 'from_on', 'until_on'] as const;

/** The number of the next request of a contract: `S4` after three. */
export function nextRequestNumber(taken: readonly (string | null)[]): string {
	const numbers = taken.map((number) => Number(/^S(\d+)$/.exec(number ?? '')?.[1] ?? 0));
	return `S${Math.max(0, ...numbers) + 1}`;
}

/** The number of a drawn activity, which the Buyer can quote and which says nothing about a person: `S4-2`. */
export function activityNumber(request: string, position: number): string {
	return `${request}-${position}`;
}

/** Whether a request may be drawn: once, or again with a reason (3.10). */
export function mayBeDrawn(drawnBefore: boolean, reason: unknown): boolean {
	return !drawnBefore || (typeof reason === 'string' && reason.trim() !== '');
}
