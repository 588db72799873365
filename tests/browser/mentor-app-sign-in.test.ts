/** The mentors' app before anybody is known: in either language, with a second factor, and for who has no business here. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrol } from '../support/second-factor.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { demoPassword, openBrowser } from '../support/studio.ts';
import { totpToType } from '../support/totp.ts';

const MENTOR = 'mentor1@example.org';
/** What would tell whoever looks over somebody's shoulder what they are supported with (2.24). */
const TELLING = /substance|dependen|addict|drug|alcohol|sylwedd|dibyni|cyffur|alcohol|peer mentor/i;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo', own: true });
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

describe('the sign-in page', () => {
	it('names in no language, title, icon or manifest what it is about', async () => {
		const app = await MentorApp.open(browser, server);
		for (const language of ['Cymraeg', 'English']) {
			expect(await app.words()).not.toMatch(TELLING);
			await app.page.getByRole('button', { name: language }).click();
		}
		for (const file of ['', 'manifest.webmanifest', 'icon.svg']) {
			const found = await app.page.request.get(`${server.url}/mentor/${file}`);
			expect([file, found.status()]).toEqual([file, 200]);
			expect(await found.text()).not.toMatch(TELLING);
		}
	});

	it('speaks the language that was chosen by its button, and the account does from then on', async () => {
		const client = await server.login(MENTOR);
		const ofAccount = async () => (await client.get('/users/me?fields=language')).body.data.language;
		expect(await ofAccount()).not.toBe('cy-GB');
		const app = await MentorApp.open(browser, server);
		const { page } = app;
		await page.getByRole('button', { name: 'Cymraeg' }).click();
		await page.getByRole('heading', { name: 'Mewngofnodi' }).waitFor();
		await app.signInAs(MENTOR);
		await page.getByRole('heading', { name: 'Fy llwyth achosion' }).waitFor();
		await expect.poll(ofAccount).toBe('cy-GB');

		const elsewhere = await MentorApp.signIn(browser, server, MENTOR);
		await elsewhere.page.getByRole('heading', { name: 'Fy llwyth achosion' }).waitFor();
		await elsewhere.page.getByRole('button', { name: 'English' }).click();
		await elsewhere.page.getByRole('heading', { name: 'My caseload' }).waitFor();
		await expect.poll(ofAccount).toBe('en-GB');
	});

	it('says beside the field what is missing or wrong, and no more than that', async () => {
		const { page } = await MentorApp.open(browser, server);
		const enter = page.getByRole('button', { name: 'Sign in' });
		await enter.click();
		await page.getByRole('alert').getByRole('link', { name: 'Enter your e-mail address' }).click();
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
		await page.fill('#email', 'nobody@example.org');
		await page.fill('#password', 'no such password');
		await enter.click();
		await page.getByRole('alert').getByText('The e-mail address or the password is not right').waitFor();
		expect(await page.locator('#email').inputValue()).toBe('nobody@example.org');
	});

	it('says whom to ask for a new password where no e-mail can be sent', async () => {
		const { page } = await MentorApp.open(browser, server);
		await page.getByRole('button', { name: 'Forgotten your password?' }).click();
		await page.getByText('Ask your manager or the administrator').waitFor();
		await page.getByRole('button', { name: 'Back to signing in' }).click();
		await page.locator('#email').waitFor();
	});

	it('asks for the code where a second factor is set, and takes no other', async () => {
		const account = { email: 'mentor3@example.org', password: demoPassword(server) };
		const { secret } = await enrol(server, account);
		const { page } = await MentorApp.open(browser, server);
		await page.fill('#email', account.email);
		await page.fill('#password', account.password);
		const enter = page.getByRole('button', { name: 'Sign in' });
		await enter.click();
		const code = page.getByLabel('Security code');
		await code.fill('000000');
		await enter.click();
		await page.getByRole('alert').getByText('The security code is not right').waitFor();
		await code.fill(await totpToType(secret));
		await enter.click();
		await page.getByRole('heading', { name: 'My caseload' }).waitFor();
	});

	it('leads whoever is no Peer Mentor to the system that they use', async () => {
		const app = await MentorApp.open(browser, server);
		await app.signInAs('manager@example.org');
		await app.page.getByRole('heading', { name: 'This app is for Peer Mentors' }).waitFor();
		const link = app.page.getByRole('link', { name: 'All records (the full system)' });
		expect(await link.getAttribute('href')).toBe(`${server.url}/admin`);
		await app.page.getByRole('button', { name: 'Sign out' }).click();
		await app.page.locator('#email').waitFor();
	});
});

it('leads to a second factor first, where one is required', async () => {
	const strict = await startTestServer({ seed: 'demo', env: { SECOND_FACTOR: 'required' }, own: true });
	try {
		const app = await MentorApp.open(browser, strict);
		await app.signInAs(MENTOR);
		await app.page.getByRole('link', { name: 'Set up your second factor' }).click();
		await app.page.getByRole('heading', { name: 'Your second factor' }).waitFor();
	} finally {
		await strict.stop();
	}
});

it('the session is a cookie that no script reads, and the page runs no script but its own', async () => {
	const app = await MentorApp.signIn(browser, server, MENTOR);
	const cookies = await app.page.context().cookies();
	expect(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([[true, 'Lax']]);
	const refused = await app.page.evaluate(
		() =>
			new Promise<string>((done) => {
				document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective));
				const script = document.createElement('script');
				script.textContent = 'window.ran = true';
				document.head.append(script);
			}),
	);
	expect(refused).toMatch(/^script-src/);
});
