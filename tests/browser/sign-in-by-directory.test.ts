/** The button of an organisation's directory on both sign-in pages, and where it leads in a browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, signIn } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { DIRECTORY, startDirectory, type Directory } from '../support/directory.ts';
import { ADMIN, freePort } from '../support/platform.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { enrol, nextCodes, type Enrolled } from '../support/second-factor.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { demoPassword, openBrowser, Studio } from '../support/studio.ts';
import { totp } from '../support/totp.ts';

const MENTOR = { sub: 'b9f3c1de-mentor', email: 'mentor1@example.org' };
const MANAGER = { sub: 'b9f3c1de-manager', email: 'manager@example.org' };

let directory: Directory;
/** At the address that the directory leads back to. */
let server: TestServer;
let browser: Browser;
let device: Enrolled;

beforeAll(async () => {
	const port = String(await freePort());
	const url = `http://127.0.0.1:${port}`;
	directory = await startDirectory(url);
	const started = await startTestServer({
		seed: 'demo',
		env: { PORT: port, PUBLIC_URL: url, ...directory.env },
		own: true,
	});
	const here = { url: { value: url }, anonymous: { value: clientOf(url, null) } };
	server = Object.create(started, here) as TestServer;
	const admin = await signIn(url, ADMIN);
	device = await enrol(server, { email: MENTOR.email, password: demoPassword(server) });
	const knex = databaseOf(server);
	for (const { sub, email } of [MENTOR, MANAGER]) {
		const { id } = await knex('directus_users').where({ email }).first('id');
		const tied = await admin.patch(`/users/${id}`, { provider: DIRECTORY, external_identifier: sub });
		expect(tied.status).toBe(200);
	}
	await knex.destroy();
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await directory?.stop();
});

const arrivesAt = (page: Page, path: string) => page.waitForURL((url) => url.pathname.startsWith(path));

describe('the button of the directory', () => {
	it('brings a Peer Mentor to their app by way of the code, in the language that was chosen', async () => {
		directory.signsIn = MENTOR;
		const app = await MentorApp.open(browser, server);
		const { page } = app;
		await page.getByRole('link', { name: 'Sign in with your organisation’s account' }).waitFor();
		await page.getByRole('button', { name: 'Cymraeg' }).click();
		await page.getByRole('link', { name: 'Mewngofnodi â chyfrif eich sefydliad' }).click();
		await arrivesAt(page, '/second-factor/next');
		await page.getByRole('heading', { name: 'Un cam arall' }).waitFor();
		await nextCodes(server);
		await page.fill('#answer', totp(device.secret));
		await page.getByRole('button', { name: 'Ymlaen' }).click();
		await arrivesAt(page, '/mentor/');
		await page
			.locator('h1')
			.filter({ hasText: /My caseload|Fy llwyth achosion/ })
			.waitFor();
	});

	it('has no fault that a machine can find (WCAG 2.2 AA)', async () => {
		const app = await MentorApp.open(browser, server);
		expect(await app.faults()).toEqual([]);
	});

	it('brings a manager into the Studio', async () => {
		directory.signsIn = MANAGER;
		const { page } = await Studio.signInPage(browser, server);
		await page
			.getByText(/log in with|sign in with/i)
			.first()
			.click();
		await page.waitForURL((url) => url.pathname.startsWith('/admin') && !url.pathname.includes('login'));
		await page.getByRole('heading', { name: 'Home' }).first().waitFor();
	});

	it('tells somebody without an account so, on a page', async () => {
		directory.signsIn = { sub: 'b9f3c1de-stranger', email: MANAGER.email };
		const { page } = await MentorApp.open(browser, server);
		await page.getByRole('link', { name: 'Sign in with your organisation’s account' }).click();
		await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
		await page.getByRole('link', { name: 'To the mentors’ app' }).click();
		await page.locator('#email').waitFor();
	});
});
