export interface Answer {
	status: number;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
	body: any;
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
	/** The body as it came: for files. Sends what it is given. */
	download(path: string, body?: unknown): Promise<{ status: number; content: Buffer; headers: Headers }>;
	token: string | null;
}

export function clientOf(url: string, token: string | null): Client {
	const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
	const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
		const response = await fetch(url + path, {
			method,
			headers: body === undefined ? authorization : { ...authorization, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return answerOf(response);
	};
	return {
		token,
		get: (path) => send('GET', path),
		post: (path, body = {}) => send('POST', path, body),
		patch: (path, body = {}) => send('PATCH', path, body),
		delete: (path, body) => send('DELETE', path, body),
		search: (path, body = {}) => send('SEARCH', path, body),
		upload: async (path, parts) => {
			const form = new FormData();
			for (const [part, text] of Object.entries(parts)) {
				form.append(part, new Blob([text as BlobPart], { type: 'text/csv' }), `${part}.csv`);
			}
			return answerOf(await fetch(url + path, { method: 'POST', headers: authorization, body: form }));
		},
		download: async (path, body) => {
			const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
			const headers = body === undefined ? authorization : { ...authorization, 'content-type': 'application/json' };
			const response = await fetch(url + path, { headers, ...sent });
			return { status: response.status, headers: response.headers, content: Buffer.from(await response.arrayBuffer()) };
		},
	};
}

async function answerOf(response: Response): Promise<Answer> {
	const text = await response.text();
	let body: unknown = text;
	try {
		body = text === '' ? null : JSON.parse(text);
	} catch {
		// Not JSON: the text itself is what the test looks at.
	}
	return { status: response.status, headers: response.headers, body };
}
