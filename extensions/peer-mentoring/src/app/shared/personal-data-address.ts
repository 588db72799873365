import type { Server } from './use-server.ts';

/**
 * Where everything that is kept of a person is given out, for themselves: asked for as a page, it opens beside the Studio.
 * @param supplier whose person it is, where that is known: two Suppliers may use one reference
 */
export function personalDataAddress(
	{ url }: Server,
	reference: string,
	ending: 'html' | 'json',
	supplier?: string,
): string {
	const root = url.pathname.replace(/\/+$/, '');
	const address = `${root}/personal-data/${encodeURIComponent(reference)}.${ending}`;
	return supplier === undefined ? address : `${address}?supplier=${supplier}`;
}
