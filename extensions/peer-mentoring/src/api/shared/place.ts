/**
 * A place of this platform as a path, where an address leads to one; `undefined` where it would lead elsewhere.
 *
 * @example placeWithin('/admin/content', 'https://peer.example.org') // '/admin/content'
 */
export function placeWithin(address: unknown, publicUrl: string): string | undefined {
	const here = new URL(publicUrl, 'http://localhost').origin;
	if (typeof address !== 'string' || !URL.canParse(address, here)) return undefined;
	const place = new URL(address, here);
	// Two slashes would begin the address of another host.
	if (place.origin !== here || place.pathname.includes('//')) return undefined;
	return `${place.pathname}${place.search}`;
}

/** What stands before every path of the platform's address, without a slash at its end. */
export function rootOf({ PUBLIC_URL: url }: Record<string, unknown>): string {
	return new URL(String(url), 'http://localhost').pathname.replace(/\/+$/, '');
}
