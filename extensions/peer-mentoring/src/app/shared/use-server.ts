import { customEndpoint, type RequestOptions } from '@directus/sdk';
import { useSdk } from '@directus/extensions-sdk';
import { nameIn, type Download } from './save-file.ts';

type Params = Record<string, unknown>;

/**
 * The platform, asked as whoever is signed in. Everything goes through the Studio's own client of `@directus/sdk`, which
 * keeps the session alive, refuses with the server's errors and gives what is under `data`; addresses are those of its API.
 */
export interface Server {
	/** Where the platform answers, whatever it is installed under. */
	url: URL;
	get<Answer>(path: string, params?: Params, signal?: AbortSignal): Promise<Answer>;
	post<Answer>(path: string, body?: object, params?: Params): Promise<Answer>;
	patch<Answer>(path: string, body: object, params?: Params): Promise<Answer>;
	/** Sends one file, as the part of that name. */
	upload<Answer>(path: string, part: string, file: File): Promise<Answer>;
	/** Sends a form of several parts. */
	send<Answer>(path: string, form: FormData, params?: Params): Promise<Answer>;
	remove(path: string): Promise<unknown>;
	/** Fetches a file; with a body, by POST. */
	download(path: string, options?: { params?: Params; body?: object }): Promise<Download>;
}

export function useServer(): Server {
	const sdk = useSdk();
	const ask = <Answer>(options: RequestOptions) =>
		sdk.request<Answer>(customEndpoint({ onResponse: answerOf, ...options }));
	// The header is taken away again by the client, so that the browser can write it with its boundary.
	const form = <Answer>(path: string, body: FormData, params?: Params) =>
		ask<Answer>({ method: 'POST', path, params, body, headers: { 'Content-Type': 'multipart/form-data' } });
	const send = <Answer>(method: 'POST' | 'PATCH', path: string, body: object | undefined, params?: Params) =>
		ask<Answer>({ method, path, params, body: body && JSON.stringify(body) });
	return {
		url: sdk.url,
		get: (path, params, signal) => ask({ path, params, onRequest: (request) => ({ ...request, signal }) }),
		post: (path, body, params) => send('POST', path, body, params),
		patch: (path, body, params) => send('PATCH', path, body, params),
		upload: (path, part, file) => {
			const body = new FormData();
			body.append(part, file);
			return form(path, body);
		},
		send: form,
		remove: (path) => ask({ method: 'DELETE', path }),
		download: (path, { params, body } = {}) =>
			ask({ method: body ? 'POST' : 'GET', path, params, body: body && JSON.stringify(body), onResponse: fileOf }),
	};
}

/** What is neither JSON nor text comes as the response itself, a failure from before the platform like a file. */
function answerOf<Answer>(answer: Answer): Answer {
	if (answer instanceof Response && !answer.ok) {
		throw Object.assign(new Error(answer.statusText), { response: answer });
	}
	return answer;
}

async function fileOf(answer: Response): Promise<Download> {
	const response = answerOf(answer);
	return { content: await response.blob(), name: nameIn(response.headers) };
}
