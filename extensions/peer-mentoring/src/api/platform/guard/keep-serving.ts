/** What may be logged about an error: its kind and where it arose. Its message may quote somebody's data. */
export function describeRejection(reason: unknown): { name: string; code?: string; at: string[] } {
	if (!(reason instanceof Error)) return { name: typeof reason, at: [] };
	const { name, stack = '' } = reason;
	const code = (reason as { code?: unknown }).code;
	const at = stack
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.map((line) => line.trim());
	return { name, ...(typeof code === 'string' && { code }), at: at.slice(0, 5) };
}

/** An error that Directus does not wait for would otherwise end the process, for everybody. */
export function keepServing(log: (details: object, message: string) => void): void {
	process.on('unhandledRejection', (reason) => log(describeRejection(reason), 'An error that nobody waited for'));
}
