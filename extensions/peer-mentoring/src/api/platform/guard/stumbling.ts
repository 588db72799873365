/** Where Directus takes something of a query for granted that is not so, such as a field that is grouped by and is none. */
const OWN_CODE = /@directus\/(?:api|utils|schema)\/dist\//;
const KINDS = [TypeError, RangeError, SyntaxError];

/** Whether Directus's own code has failed over what it was given: its first step is there, and not in ours or a driver's. */
export function isStumbling(error: unknown): boolean {
	if (!(error instanceof Error) || !KINDS.some((kind) => error instanceof kind)) return false;
	const first = error.stack
		?.split('\n')
		.find((line) => /^\s+at /.test(line) && !/\(<anonymous>\)|node:internal/.test(line));
	return OWN_CODE.test((first ?? '').replaceAll('\\', '/'));
}
