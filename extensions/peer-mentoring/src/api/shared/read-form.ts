import type { Request } from 'express';

interface Errors {
	tooLarge: () => Error;
	broken: () => Error;
}

/** The fields of a form that a page without script has sent. */
export async function readForm(request: Request, most: number, errors: Errors): Promise<Record<string, string>> {
	return Object.fromEntries(new URLSearchParams(await readText(request, most, errors)));
}

/** Read by its events: a loop over the stream would destroy it on the way out, and Directus ends where a request has no socket. */
function readText(request: Request, most: number, { tooLarge, broken }: Errors): Promise<string> {
	return new Promise((done, failed) => {
		const chunks: Buffer[] = [];
		let bytes = 0;
		request.on('data', (chunk: Buffer) => {
			bytes += chunk.length;
			if (bytes <= most) chunks.push(chunk);
			else failed(tooLarge());
		});
		request.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
		for (const event of ['aborted', 'error', 'close']) request.on(event, () => failed(broken()));
	});
}
