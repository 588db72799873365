import type { Request } from 'express';
import { ReferRefused } from './refusals.ts';

/** Many times what an honest form holds. */
const MOST_BYTES = 20_000;

/** The fields of a request: of the page (form-urlencoded), or as JSON. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
	if (request.is('application/json')) {
		const { rawBody } = request as { rawBody?: Buffer };
		if (rawBody && rawBody.length > MOST_BYTES) throw new ReferRefused('too_large');
		return typeof request.body === 'object' && request.body !== null ? request.body : {};
	}
	if (!request.is('application/x-www-form-urlencoded')) throw new ReferRefused('media_type');
	return Object.fromEntries(new URLSearchParams(await readText(request)));
}

/** Read by its events: a loop over the stream would destroy it on the way out, and Directus ends where a request has no socket. */
function readText(request: Request): Promise<string> {
	return new Promise((done, failed) => {
		const chunks: Buffer[] = [];
		let bytes = 0;
		request.on('data', (chunk: Buffer) => {
			bytes += chunk.length;
			if (bytes <= MOST_BYTES) chunks.push(chunk);
			else failed(new ReferRefused('too_large'));
		});
		request.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
		for (const event of ['aborted', 'error', 'close']) request.on(event, () => failed(new ReferRefused('media_type')));
	});
}

/** Whether a program asks and not a person: it sends JSON, or it would rather have JSON than a page. */
export function wantsJson(request: Request): boolean {
	return Boolean(request.is('application/json')) || request.accepts(['html', 'json']) === 'json';
}

/** The address that limits count by, as Directus has worked it out behind its proxies. */
export function addressOf(request: Request): string {
	const { accountability } = request as { accountability?: { ip?: string | null } };
	return accountability?.ip ?? request.ip ?? '';
}
