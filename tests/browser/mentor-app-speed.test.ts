/** The mentors' app over a poor connection: what it weighs, and how long it takes until it can be used. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { demoPassword, openBrowser, PHONE } from '../support/studio.ts';

const EMAIL = 'mentor1@example.org';
/** 1.4 Mbit/s, 300 ms. */
const POOR = { offline: false, downloadThroughput: 1_400_000 / 8, uploadThroughput: 1_400_000 / 8, latency: 300 };
const MOST_BYTES = 300_000;
const FIRST_VISIT = 4000;
const SECOND_VISIT = 1000;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	browser = await openBrowser();
	// A server that has just started reads everything for the first time.
	const mentor = await server.login(EMAIL);
	for (const path of ['/mentor/', '/mentor/api/model', '/mentor/api/caseload']) await mentor.get(path);
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

/** A page over a poor connection, and what has come over it so far. */
async function overPoorConnection(page: Page): Promise<{ session: CDPSession; bytes: () => number }> {
	const session = await page.context().newCDPSession(page);
	let bytes = 0;
	session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', POOR);
	return { session, bytes: () => bytes };
}

it('the first visit, sign-in included, is light and quick enough, and the second is there at once', async () => {
	const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB' });
	const page = await context.newPage();
	const { bytes } = await overPoorConnection(page);
	const people = page.locator('.people').first();
	const began = Date.now();
	await page.goto(`${server.url}/mentor/`);
	await page.fill('#email', EMAIL);
	await page.fill('#password', demoPassword(server));
	await page.locator('form button.main').click();
	await people.waitFor();
	const first = Date.now() - began;
	const weight = bytes();
	await new MentorApp(page, server).isKeptOnDevice();

	// The quickest of three: a machine that does other things as well makes any one of them slow.
	let second = Infinity;
	for (let visit = 0; visit < 3; visit++) {
		const later = await context.newPage();
		await overPoorConnection(later);
		const again = Date.now();
		await later.goto(`${server.url}/mentor/`);
		await later.locator('.people').first().waitFor();
		second = Math.min(second, Date.now() - again);
		await later.close();
	}
	console.log(`first visit: ${weight} bytes, ${first} ms; second: ${second} ms`);
	expect(weight).toBeGreaterThan(20_000);
	expect(weight).toBeLessThan(MOST_BYTES);
	expect(first).toBeLessThan(FIRST_VISIT);
	expect(second).toBeLessThan(SECOND_VISIT);
});

it('what is built is sent compressed, and kept for ever where its name has a hash in it', async () => {
	const page = await (await fetch(`${server.url}/mentor/`)).text();
	const files = [...page.matchAll(/="(\/mentor\/assets\/[^"]+)"/g)].map(([, file]) => file as string);
	expect(files.map((file) => file.replace(/^.*\./, '')).sort()).toEqual(['css', 'js']);
	for (const file of files) {
		for (const encoding of ['br', 'gzip']) {
			const { headers } = await fetch(`${server.url}${file}`, { headers: { 'Accept-Encoding': encoding } });
			expect([encoding, headers.get('content-encoding')]).toEqual([encoding, encoding]);
			expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
		}
	}
	const worker = await fetch(`${server.url}/mentor/service-worker.js`);
	expect(worker.headers.get('cache-control')).toBe('no-cache');
	expect(await worker.text()).not.toMatch(/__[A-Z]+__/);
});
