/** A second factor on a phone: set up at the first sign-in, lost, and back by the documented way; in both languages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE } from '../support/people.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { demoPassword, openBrowser, PHONE, Studio } from '../support/studio.ts';
import { totpToType } from '../support/totp.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo', env: { SECOND_FACTOR: 'required' }, own: true });
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

const WORDS = {
	'en-GB': {
		email: PEOPLE['Peer Mentor']!,
		title: 'Your second factor',
		next: 'Continue',
		finish: 'Finish',
		codes: 'Keep these recovery codes',
		signIn: 'Sign in',
		caseload: 'My caseload',
	},
	'cy-GB': {
		email: 'mentor2@example.org',
		title: 'Eich ail ffactor',
		next: 'Ymlaen',
		finish: 'Gorffen',
		codes: 'Cadwch y codau adfer hyn',
		signIn: 'Mewngofnodi',
		caseload: 'Fy llwyth achosion',
	},
};

/** @param code asked for after the password, where there is a second factor */
async function signIn(page: Page, email: string, code?: () => Promise<string>): Promise<void> {
	await page.fill('input[type=email]', email);
	await page.fill('input[type=password]', demoPassword(server));
	await page.click('button[type=submit]');
	if (code === undefined) return;
	const field = page.locator('input[autocomplete="one-time-code"], input[name=otp]').first();
	await field.waitFor();
	await field.fill(await code());
	await page.click('button[type=submit]');
}

describe.each(['en-GB', 'cy-GB'] as const)('in %s', (language) => {
	it('a mentor sets up a second factor, signs in with it, loses the phone, and is back', async () => {
		const words = WORDS[language];
		const { page } = await Studio.signInPage(browser, server, PHONE);
		const open = () => page.goto(`${server.url}/admin/login?lang=${language}`);
		const enrols = async () => {
			await page.getByRole('heading', { name: words.title }).waitFor();
			await page.fill('[name=password]', demoPassword(server));
			await page.getByRole('button', { name: words.next }).click();
			await page.locator('[role=img] svg').waitFor();
			const secret = (await page.inputValue('[name=secret]')) as string;
			await page.fill('[name=otp]', await totpToType(secret));
			await page.getByRole('button', { name: words.finish }).click();
			await page.getByRole('heading', { name: words.codes }).waitFor();
			expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
			const codes = await page.locator('code').allTextContents();
			await page.getByRole('link', { name: words.signIn }).click();
			await page.waitForURL(/login/);
			return { secret, codes };
		};
		const isIn = async () => {
			await page.waitForURL(/caseload/);
			await page.getByRole('heading', { name: words.caseload }).first().waitFor();
		};

		await open();
		await signIn(page, words.email);
		const { secret, codes } = await enrols();
		expect(codes).toHaveLength(10);
		await signIn(page, words.email, () => totpToType(secret));
		await isIn();

		// The phone is gone: a code from the list leads to a new second factor, and works no more.
		await page.context().clearCookies();
		await open();
		await signIn(page, words.email, () => Promise.resolve(codes[0] as string));
		const anew = await enrols();
		expect(anew.secret).not.toBe(secret);
		await signIn(page, words.email, () => totpToType(anew.secret));
		await isIn();
	});
});
