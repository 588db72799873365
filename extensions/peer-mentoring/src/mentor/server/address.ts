const script = import.meta.url;
/** The address of the app, wherever the platform is installed: its scripts lie in a folder below it. */
export const base = new URL('..', script);

/** An address of the platform that the app belongs to: `auth/login`, `admin`. */
export function platform(path: string): URL {
	return new URL(`../${path}`, base);
}

/** An address of what the server answers the app. */
export function api(path: string, query: Record<string, string> = {}): URL {
	const address = new URL(`api/${path}`, base);
	for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
	return address;
}
