/** Requests by which many records of people leave at once, or all of one person's. */
const EXPORTS = [
	/^GET \/personal-data\/[^/]+$/,
	/^GET \/caseload\/left-out\//,
	/^POST \/mentee-tracker\//,
	/^POST \/utils\/export\//,
];

/**
 * Whether a request is one that takes records of people away as a file.
 * @param queries of the address, and of the body of a search
 */
export function isExport(method: string, path: string, queries: readonly unknown[]): boolean {
	const asks = (query: unknown) => (query as { export?: unknown } | undefined)?.export !== undefined;
	return queries.some(asks) || EXPORTS.some((each) => each.test(`${method} ${path}`));
}
