/** Requests by which many records of people leave at once, or all of one person's. */
const EXPORTS = [/^GET \/personal-data\//, /^POST \/mentee-tracker\//, /^POST \/utils\/export\//];

/** Whether a request is one that takes records of people away as a file. */
export function isExport(method: string, path: string, query: Record<string, unknown>): boolean {
	return query.export !== undefined || EXPORTS.some((each) => each.test(`${method} ${path}`));
}
