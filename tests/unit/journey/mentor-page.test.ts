import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express, { type NextFunction, type Request, type Response } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendBuilt, sendShell } from '../../../extensions/peer-mentoring/src/api/journey/mentor/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'mentor-page-'));
const built = pathToFileURL(`${folder}/`);
const PAGE = '<html data-mail="unknown"><script src="/mentor/assets/app.1a2b.js"></script></html>';
const SCRIPT = 'console.log(1)';
let server: Server;

beforeAll(async () => {
	mkdirSync(join(folder, 'assets'));
	writeFileSync(join(folder, 'index.html'), PAGE);
	writeFileSync(join(folder, 'secret.txt'), 'secret');
	writeFileSync(join(folder, 'service-worker.js'), SCRIPT);
	writeFileSync(join(folder, 'assets', 'app.1a2b.js'), SCRIPT);
	writeFileSync(join(folder, 'assets', 'app.1a2b.js.br'), brotliCompressSync(SCRIPT));
	writeFileSync(join(folder, 'assets', 'app.1a2b.js.gz'), gzipSync(SCRIPT));
	const env = { PUBLIC_URL: 'https://example.org/app/', EMAIL_TRANSPORT: 'smtp', EMAIL_SMTP_HOST: 'mail' };
	const app = express();
	app.get(
		'/assets/:file',
		(request, response, next) => void sendBuilt(request, response, 'assets/', built).catch(next),
	);
	app.get('/beside/:file', (request, response, next) => void sendBuilt(request, response, '', built).catch(next));
	app.get('/', (_request, response, next) => void sendShell(response, env, built).catch(next));
	app.use((error: { status: number }, _request: Request, response: Response, next: NextFunction) => {
		if (response.headersSent) return next(error);
		response.status(error.status ?? 500).end();
	});
	server = app.listen(0);
	await new Promise((done) => server.once('listening', done));
});
afterAll(async () => {
	await new Promise((done) => server.close(done));
	rmSync(folder, { recursive: true });
});

/** As it is on the wire: `fetch` would unpack it, and tidy the path up. */
function ask(
	path: string,
	encodings = '',
): Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }> {
	const { port } = server.address() as AddressInfo;
	return new Promise((done, failed) => {
		get({ port, path, headers: { 'accept-encoding': encodings } }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part) => parts.push(part));
			response.on('end', () =>
				done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
			);
		}).on('error', failed);
	});
}

describe('the page of the mentors’ app', () => {
	it('runs its own scripts alone, below the address of the platform, and says whether mail can be sent', async () => {
		const { status, headers, body } = await ask('/');
		expect(status).toBe(200);
		expect(body.toString()).toBe('<html data-mail="yes"><script src="/app/mentor/assets/app.1a2b.js"></script></html>');
		expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'x-frame-options': 'DENY' });
		expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
	});

	it.each([
		['brotli where the browser takes it', 'gzip, deflate, br', 'br', brotliCompressSync(SCRIPT)],
		['gzip where it takes no other', 'gzip', 'gzip', gzipSync(SCRIPT)],
		['as it is where it takes neither', 'identity', undefined, Buffer.from(SCRIPT)],
	])('sends its files as %s, for ever', async (_, encodings, encoding, content) => {
		const { status, headers, body } = await ask('/assets/app.1a2b.js', encodings);
		expect([status, headers['content-encoding'], body]).toEqual([200, encoding, content]);
		expect(headers).toMatchObject({
			'cache-control': 'public, max-age=31536000, immutable',
			'content-type': 'text/javascript; charset=utf-8',
			vary: 'Accept-Encoding',
		});
	});

	it('has its service worker asked for each time', async () => {
		const { status, headers } = await ask('/beside/service-worker.js', 'br');
		expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
	});

	it.each([
		'/assets/other.js',
		'/assets/..%2Findex.html',
		'/assets/..%2Fsecret.txt',
		'/beside/secret.txt',
		'/beside/index.html',
		'/assets/app.1a2b.js.br',
	])('has no %s', async (path) => expect((await ask(path)).status).toBe(404));
});
