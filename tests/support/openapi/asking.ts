/** Asks a described operation, as somebody, and gives what was answered. */
import type { Answered, Described } from './description.ts';

/** What is sent of a request; keys and names that stand in the path by the place that they take. */
export interface Request {
	places?: Record<string, string>;
	/** Behind the question mark. */
	query?: string;
	json?: unknown;
	form?: Partial<Record<string, string>>;
	/** Files by their part. */
	parts?: Partial<Record<string, string | Buffer>>;
	accept?: string;
	headers?: Record<string, string>;
}

export async function ask(
	url: string,
	token: string | null,
	{ method, path }: Pick<Described, 'method' | 'path'>,
	{ places = {}, query = '', accept = 'application/json', headers = {}, ...sent }: Request = {},
): Promise<Answered> {
	const filled = path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(places[name] ?? name));
	const response = await fetch(`${url}${filled}${query && `?${query}`}`, {
		method,
		redirect: 'manual',
		headers: {
			accept,
			...(token !== null && { authorization: `Bearer ${token}` }),
			...(sent.json !== undefined && { 'content-type': 'application/json' }),
			...headers,
		},
		body: bodyOf(sent),
	});
	const content = Buffer.from(await response.arrayBuffer());
	return { status: response.status, type: response.headers.get('content-type') ?? '', content };
}

function bodyOf({ json, form, parts }: Pick<Request, 'json' | 'form' | 'parts'>): BodyInit | undefined {
	if (json !== undefined) return JSON.stringify(json);
	if (form) return new URLSearchParams(form as Record<string, string>);
	return parts && filesOf(parts);
}

function filesOf(parts: NonNullable<Request['parts']>): FormData {
	const form = new FormData();
	for (const [part, content] of Object.entries(parts))
		form.append(part, new Blob([content as BlobPart]), `${part}.csv`);
	return form;
}

export const jsonOf = ({ content }: Answered) => JSON.parse(content.toString());
