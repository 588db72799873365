import type { Response } from 'express';
import { CONTENT_SECURITY_POLICY } from './style.ts';

/** Nothing of these pages is kept, framed, indexed or told to another site: an address may be a key. */
const HEADERS = {
	'Cache-Control': 'no-store',
	'Content-Security-Policy': CONTENT_SECURITY_POLICY,
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'X-Robots-Tag': 'noindex, nofollow',
};

export function sendPage(response: Response, status: number, page: string): void {
	response.status(status).set(HEADERS).type('html').send(page);
}

export function sendJson(response: Response, status: number, body: object): void {
	response.status(status).set(HEADERS).json(body);
}
