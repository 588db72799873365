/** The platform asked through `@directus/sdk`, with everything that an answer says kept for the tests to look at. */
import { createDirectus, customEndpoint, rest, staticToken, type RequestOptions } from '@directus/sdk';

export interface Answer {
	status: number;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
	body: any;
	headers: Headers;
}

/** A body as it came: for files. */
export interface Download {
	status: number;
	content: Buffer;
	headers: Headers;
}

/** What a signed-in person, or nobody, can ask of a server. */
export interface Client {
	get(path: string): Promise<Answer>;
	post(path: string, body?: unknown): Promise<Answer>;
	patch(path: string, body?: unknown): Promise<Answer>;
	delete(path: string, body?: unknown): Promise<Answer>;
	search(path: string, body?: unknown): Promise<Answer>;
	/** A multipart request: the contents of its files by part. */
	upload(path: string, parts: Record<string, string | Buffer>): Promise<Answer>;
	/** Sends what it is given. */
	download(path: string, body?: unknown): Promise<Download>;
	token: string | null;
}

/** Somebody signed in. */
export async function signIn(url: string, account: { email: string; password: string }): Promise<Client> {
	const { status, body } = await clientOf(url, null).post('/auth/login', account);
	if (status !== 200) throw new Error(`${account.email} could not sign in: ${JSON.stringify(body)}`);
	return clientOf(url, body.data.access_token);
}

export function clientOf(url: string, token: string | null): Client {
	// Without a token the SDK asks as nobody.
	const directus = createDirectus(url, { globals: { fetch: whole } })
		.with(staticToken(token ?? ''))
		.with(rest());
	// The whole address: of a path that begins with two slashes alone, the SDK would make another host.
	const ask = (request: RequestOptions) =>
		directus.request(customEndpoint<Download>({ ...request, path: url + request.path }));
	const send = (method: RequestOptions['method'], path: string, body?: unknown) =>
		ask({ path, method, body: body === undefined ? undefined : JSON.stringify(body) });
	return {
		token,
		get: async (path) => answerOf(await send('GET', path)),
		post: async (path, body = {}) => answerOf(await send('POST', path, body)),
		patch: async (path, body = {}) => answerOf(await send('PATCH', path, body)),
		delete: async (path, body) => answerOf(await send('DELETE', path, body)),
		search: async (path, body = {}) => answerOf(await send('SEARCH', path, body)),
		upload: async (path, parts) => {
			const body = new FormData();
			for (const [part, text] of Object.entries(parts)) {
				body.append(part, new Blob([text as BlobPart], { type: 'text/csv' }), `${part}.csv`);
			}
			// The SDK takes this header off again, so that `fetch` can say where one part ends and the next begins.
			return answerOf(await ask({ path, method: 'POST', headers: { 'Content-Type': 'multipart/form-data' }, body }));
		},
		download: (path, body) => send(body === undefined ? 'GET' : 'POST', path, body),
	};
}

/**
 * Reads an answer to its end. The SDK unwraps a `Response`, throws where it tells of errors, and drops its status and
 * headers; anything else it hands on as it is.
 */
async function whole(url: string, options: RequestInit): Promise<Download> {
	const response = await fetch(url, options);
	return { status: response.status, headers: response.headers, content: Buffer.from(await response.arrayBuffer()) };
}

function answerOf({ status, headers, content }: Download): Answer {
	const text = new TextDecoder().decode(content);
	let body: unknown = text;
	try {
		body = text === '' ? null : JSON.parse(text);
	} catch {
		// Not JSON: the text itself is what the test looks at.
	}
	return { status, headers, body };
}
