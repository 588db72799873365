const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The key in a relation field, which may be the key itself or an object with an `id`. */
export function keyIn(value: unknown): string | undefined {
	const key = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
	return key === null || key === undefined || key === '' ? undefined : String(key);
}

/** As {@link keyIn}, where keys are UUIDs; PostgreSQL answers anything else with an error of its own. */
export function uuidIn(value: unknown): string | undefined {
	const key = keyIn(value);
	return key !== undefined && UUID.test(key) ? key : undefined;
}
