const LARGEST_SIDE = 1200;

/** What is wrong with how a file is asked for: a picture is scaled once, and to a modest size. */
export function faultInAssetQuery(query: Record<string, unknown>): string | undefined {
	if ('transforms' in query) return 'A picture cannot be transformed: leave "transforms" out.';
	for (const side of ['width', 'height']) {
		if (query[side] !== undefined && !isSide(query[side])) {
			return `"${side}" must be a whole number from 1 to ${LARGEST_SIDE}.`;
		}
	}
	return undefined;
}

function isSide(value: unknown): boolean {
	return typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value) && Number(value) <= LARGEST_SIDE;
}
