/** A value as JSON has it, to compare: databases and parsers give their own prototypes, and `undefined` for `null`. */
export function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value ?? null));
}
