import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { directoriesIn } from '../../../environment/directories.ts';
import { mailServerOf } from '../../shared/mail-server.ts';
import { rootOf } from '../../shared/place.ts';
import { notFoundHere } from './refusals.ts';

const gzipped = promisify(gzip);

/** Where the app is built to, beside the bundle that this stands in. */
const BUILT = new URL('./mentor/', import.meta.url);

/** Scripts and styles of its own, and nothing from or to anywhere else. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' blob:",
	"connect-src 'self'",
	"worker-src 'self'",
	"manifest-src 'self'",
	"form-action 'none'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join('; ');

const KEPT_FOR_EVER = 'public, max-age=31536000, immutable';
const ASKED_EACH_TIME = 'no-cache';

const TYPES: Readonly<Record<string, string>> = {
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml',
	png: 'image/png',
	woff2: 'font/woff2',
	webmanifest: 'application/manifest+json',
};

/** Files that stand beside the page itself. */
const BESIDE = /^(?:service-worker\.js|manifest\.webmanifest|icon\.svg)$/;
const NAMED = /^[\w.-]+\.(\w+)$/;

/** Compressed once, when they are built; the best first. */
const ENCODINGS = [
	['br', '.br'],
	['gzip', '.gz'],
] as const;

/**
 * Sends a built file: one of `assets`, or one that stands beside the page.
 * @param built where the app is built to
 */
export async function sendBuilt(
	request: Request,
	response: Response,
	folder: 'assets/' | '',
	built = BUILT,
): Promise<void> {
	const name = String(request.params.file);
	const type = TYPES[NAMED.exec(name)?.[1] ?? ''];
	if (type === undefined || (folder === '' && !BESIDE.test(name))) throw notFoundHere();
	const path = folder + name;
	for (const [encoding, ending] of ENCODINGS) {
		if (request.acceptsEncodings(encoding) !== encoding) continue;
		const content = await read(built, path + ending);
		if (!content) continue;
		response.set('Content-Encoding', encoding);
		return send(response, folder, type, content);
	}
	const content = await read(built, path);
	if (!content) throw notFoundHere();
	send(response, folder, type, content);
}

function send(response: Response, folder: string, type: string, content: Buffer): void {
	response
		.set('Cache-Control', folder === '' ? ASKED_EACH_TIME : KEPT_FOR_EVER)
		.vary('Accept-Encoding')
		.type(type)
		.send(content);
}

/** Sends the page that every address of the app is: there is nothing in it about anybody. */
export async function sendShell(response: Response, env: Record<string, unknown>, built = BUILT): Promise<void> {
	const page = await read(built, 'index.html');
	if (!page) throw notFoundHere();
	const root = rootOf(env);
	response
		.set('Cache-Control', ASKED_EACH_TIME)
		.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
		.set('X-Frame-Options', 'DENY')
		.set('X-Robots-Tag', 'noindex, nofollow')
		.type('html')
		.send(
			page
				.toString('utf8')
				.replaceAll('="/mentor/', `="${root}/mentor/`)
				.replace('data-mail="unknown"', `data-mail="${mailServerOf(env) ? 'yes' : 'no'}"`)
				.replace('data-directories=""', `data-directories="${directoriesIn(env).join(' ')}"`),
		);
}

/** An answer that is long and repeats itself: over a poor connection each second counts. */
export async function sendPacked(request: Request, response: Response, body: object): Promise<void> {
	response.vary('Accept-Encoding').type('json');
	const text = JSON.stringify(body);
	if (request.acceptsEncodings('gzip') !== 'gzip') return void response.send(text);
	response.set('Content-Encoding', 'gzip').send(await gzipped(text));
}

/** `undefined` where it was not built. */
async function read(built: URL, path: string): Promise<Buffer | undefined> {
	try {
		return await readFile(new URL(path, built));
	} catch (error) {
		if (['ENOENT', 'ENAMETOOLONG'].includes(String((error as { code?: string }).code))) return undefined;
		throw error;
	}
}
