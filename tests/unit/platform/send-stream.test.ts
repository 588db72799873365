import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { sendStream } from '../../../extensions/peer-mentoring/src/api/shared/send-stream.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A server that answers every request with this content, and what became of it. */
async function sending(content: Readable): Promise<{ url: string; outcome: Promise<'sent' | Error> }> {
	let told: (outcome: 'sent' | Error) => void;
	const outcome = new Promise<'sent' | Error>((done) => (told = done));
	const server = createServer((_request, response: ServerResponse) => {
		response.setHeader('content-type', 'image/jpeg');
		response.setHeader('content-disposition', 'inline');
		sendStream(response as never, content).then(
			() => told('sent'),
			(error: Error) => {
				response.statusCode = 503;
				response.end('not now');
				told(error);
			},
		);
	});
	servers.push(server.listen(0, '127.0.0.1'));
	await once(server, 'listening');
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, outcome };
}

/** A store that breaks after so many pieces. */
async function* pieces(count: number) {
	for (let piece = 0; piece < count; piece++) yield Buffer.alloc(1000, piece);
	throw new Error('the disk is gone');
}

describe('a file that is sent', () => {
	it('arrives whole', async () => {
		const { url, outcome } = await sending(Readable.from([Buffer.alloc(200_000, 7), Buffer.alloc(1, 8)]));
		const answer = await fetch(url);
		expect((await answer.arrayBuffer()).byteLength).toBe(200_001);
		expect(answer.headers.get('content-type')).toBe('image/jpeg');
		expect(await outcome).toBe('sent');
	});

	it('is answered for where nothing of it can be read, and not as a file', async () => {
		const { url, outcome } = await sending(Readable.from(pieces(0)));
		const answer = await fetch(url);
		expect([answer.status, await answer.text()]).toEqual([503, 'not now']);
		expect(['content-type', 'content-disposition'].map((name) => answer.headers.get(name))).toEqual([null, null]);
		expect(String(await outcome)).toContain('the disk is gone');
	});

	it('is cut off where the store breaks half way, so that nobody takes it for the whole', async () => {
		const { url, outcome } = await sending(Readable.from(pieces(3)));
		await expect(fetch(url).then((answer) => answer.arrayBuffer())).rejects.toThrow();
		expect(await outcome).toBe('sent');
	});

	it('is read no further where whoever asked has gone', async () => {
		const content = new PassThrough();
		content.write('a beginning');
		const { url, outcome } = await sending(content);
		const request = get(url);
		const [answer] = (await once(request, 'response')) as [IncomingMessage];
		answer.once('error', () => undefined);
		answer.destroy();
		expect(await outcome).toBe('sent');
		expect(content.destroyed).toBe(true);
	});
});
