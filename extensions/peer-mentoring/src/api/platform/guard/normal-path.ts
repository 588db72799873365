/**
 * The one form in which a path is compared: decoded, lower case, without doubled or trailing slashes.
 * Undefined where the path says one thing to one reader and something else to another: broken or double encoding,
 * an encoded slash, `.` and `..` as segments, a backslash or a control character.
 *
 * @example normalPath('/Items//mentees/') // '/items/mentees'
 */
export function normalPath(path: string): string | undefined {
	const segments: string[] = [];
	for (const raw of path.split('/')) {
		const segment = decode(raw);
		if (segment === undefined || segment === '.' || segment === '..') return undefined;
		if (segment !== '') segments.push(segment.toLowerCase());
	}
	return `/${segments.join('/')}`;
}

/** A path segment never needs these, encoded or not; a percent sign left over means that it was encoded twice. */
// eslint-disable-next-line no-control-regex
const AMBIGUOUS = /[/\\%\u0000-\u001f\u007f]/;

function decode(segment: string): string | undefined {
	try {
		const decoded = decodeURIComponent(segment);
		return AMBIGUOUS.test(decoded) ? undefined : decoded;
	} catch {
		return undefined;
	}
}
