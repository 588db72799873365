const FRAMES = 5;

/**
 * What the log may say of an error nobody expected: the place, and the database's code. A database's own words may
 * repeat what is in the records.
 */
export function traceOf(error: unknown): string {
	const { code, table, constraint, stack } = (error ?? {}) as Record<string, unknown>;
	const frames = String(stack ?? '')
		.split('\n')
		.filter((line) => line.startsWith('    at '))
		.slice(0, FRAMES)
		.map((line) => line.trim());
	return [code, table, constraint, ...frames].filter(Boolean).join(', ');
}

/** What the log may say of a failure that somebody can mend: its own words, but where a database said them. */
export function whyOf(error: unknown): string {
	const { code, severity } = (error ?? {}) as Record<string, unknown>;
	const isOfDatabase = severity !== undefined || String(code).includes('SQLITE');
	return error instanceof Error && !isOfDatabase ? error.message : traceOf(error);
}
