import type { Words } from '../../../domain/language/words.ts';

/** Who sends a request, as the browser itself says: no page can choose these headers. */
export interface Sender {
	method: string;
	/** `Sec-Fetch-Site`; a program has none, nor has a browser of before 2023. */
	site: string | undefined;
	/** The address of the page that sends it. */
	origin: string | undefined;
	/** The host that it was sent to. */
	host: string | undefined;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export const FORGED: Words = {
	en: 'This was sent by a page of another website. Open the platform itself and do it there.',
	cy: 'Anfonwyd hwn gan dudalen gwefan arall. Agorwch y platfform ei hun a gwnewch hynny yno.',
};

/**
 * Whether a page of somebody else's makes a browser change something here, with the cookies of whoever looks at it.
 * @param own where the platform is, as `https://mentoring.example.org`
 */
export function isForged({ method, site, origin, host }: Sender, own: string): boolean {
	if (READING.has(method)) return false;
	if (site === undefined) return origin !== undefined && origin !== own && hostOf(origin) !== host;
	return site === 'cross-site' || (site === 'same-site' && origin !== own);
}

/** A page that has no address says `null`. */
function hostOf(origin: string): string | null {
	return URL.canParse(origin) ? new URL(origin).host : null;
}
