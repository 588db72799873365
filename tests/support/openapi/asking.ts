/** Asks a described operation, as somebody, and gives what was answered. */
import type { Answered, Described } from './description.ts';

/** What is sent of a request; keys and names that stand in the path by the place that they take. */
export interface Request {
	places?: Record<string, string>;
	/** Behind the question mark. */
	query?: string;
	json?: unknown;
	form?: Record<string, string>;
	/** Files by their part. */
	parts?: Record<string, string | Buffer>;
	accept?: string;
	headers?: Record<string, string>;
}

export async function ask(
	url: string,
	token: string | null,
	{ method, path }: Pick<Described, 'method' | 'path'>,
	{ places = {}, query = '', json, form, parts, accept = 'application/json', headers = {} }: Request = {},
): Promise<Answered> {
	const filled = path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(places[name] ?? name));
	const response = await fetch(`${url}${filled}${query && `?${query}`}`, {
		method,
		redirect: 'manual',
		headers: {
			accept,
			...(token !== null && { authorization: `Bearer ${token}` }),
			...(json !== undefined && { 'content-type': 'application/json' }),
			...headers,
		},
		body:
			json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form) : parts ? formOf(parts) : undefined,
	});
	const content = Buffer.from(await response.arrayBuffer());
	return { status: response.status, type: response.headers.get('content-type') ?? '', content };
}

function formOf(parts: Record<string, string | Buffer>): FormData {
	const form = new FormData();
	for (const [part, content] of Object.entries(parts)) {
		// A name makes it a file.
		if (part === 'columns' || part === 'corrections') form.append(part, String(content));
		else form.append(part, new Blob([content as BlobPart]), `${part}.csv`);
	}
	return form;
}

export const jsonOf = ({ content }: Answered) => JSON.parse(content.toString());
