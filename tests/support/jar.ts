/** A browser without a window: it keeps cookies by site, follows what it is led to, and remembers every address. */

export interface Page {
	status: number;
	/** Where it has been led to in the end. */
	address: URL;
	text: string;
}

export interface Opening {
	method?: 'GET' | 'POST';
	/** Sent as a form. */
	form?: Record<string, string>;
	/** Sent as JSON, as the Studio does. */
	json?: object;
	/** What becomes of an address before it is followed, as somebody would change it on the way. */
	onTheWay?: (address: URL) => URL;
	/** Stops before an address that this is true of, and gives the page before it. */
	until?: (address: URL) => boolean;
	accept?: string;
}

export class Jar {
	readonly cookies = new Map<string, Map<string, string>>();
	readonly addresses: string[] = [];
	private readonly sites: Record<string, string>;

	/** @param sites where a site that has no such address here is to be found */
	constructor(sites: Record<string, string> = {}) {
		this.sites = sites;
	}

	/** A cookie of a site. */
	cookie(site: string, name: string): string | undefined {
		return this.cookies.get(this.found(new URL(site)).origin)?.get(name);
	}

	async open(address: string, opening: Opening = {}): Promise<Page> {
		const { onTheWay = (same) => same, until = () => false } = opening;
		let next = new URL(address);
		let body = bodyOf(opening);
		for (let led = 0; led < 20; led++) {
			const response = await this.ask(next, body, opening.accept ?? 'text/html,*/*;q=0.8');
			const location = response.headers.get('location');
			const to = location === null ? undefined : onTheWay(new URL(location, next));
			if (!to || until(to)) return { status: response.status, address: to ?? next, text: await response.text() };
			await response.body?.cancel();
			next = to;
			body = {};
		}
		throw new Error(`Led in circles: ${this.addresses.slice(-4).join(', ')}`);
	}

	private async ask(address: URL, body: RequestInit, accept: string): Promise<Response> {
		this.addresses.push(address.href);
		const found = this.found(address);
		const kept = this.cookies.get(found.origin) ?? new Map<string, string>();
		this.cookies.set(found.origin, kept);
		const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
		const headers = { accept, ...(cookie && { cookie }), ...(body.headers as Record<string, string>) };
		const response = await fetch(found, { ...body, headers, redirect: 'manual' });
		for (const line of response.headers.getSetCookie()) keep(kept, line);
		return response;
	}

	private found(address: URL): URL {
		const site = this.sites[address.origin];
		return site === undefined ? address : new URL(address.pathname + address.search, site);
	}
}

function bodyOf({ method, form, json }: Opening): RequestInit {
	if (form) return { method: 'POST', body: new URLSearchParams(form) };
	if (json) {
		return { method: method ?? 'POST', body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
	}
	return { method: method ?? 'GET' };
}

function keep(cookies: Map<string, string>, line: string): void {
	const [pair = '', ...more] = line.split(';');
	const [, name = '', value = ''] = /^\s*([^=]+)=(.*)$/.exec(pair) ?? [];
	const ends = more.map((each) => /^\s*expires=(.+)$/i.exec(each)?.[1]).find(Boolean);
	if (value === '' || (ends && Date.parse(ends) < Date.now())) cookies.delete(name);
	else cookies.set(name, value);
}
