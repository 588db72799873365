/** Marks a query that cannot be asked of an encrypted field; whoever answers the caller finds the words. */
export const SEALED_FIELD = 'SEALED_FIELD';

export function refuseOfSealed(): never {
	throw Object.assign(new Error('An encrypted field can be found by its whole value only.'), { code: SEALED_FIELD });
}

export function isOfSealed(error: unknown): boolean {
	return (error as { code?: unknown } | null)?.code === SEALED_FIELD;
}
