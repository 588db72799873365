import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, PHONE } from '../support/studio.ts';
import { worldOf, PASSWORD, type World } from '../support/world.ts';

let server: TestServer;
let world: World;
let browser: Browser;
let path: string;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	const { manager, contract } = world.north;
	const link = { contract, route: 'third_party', organisation: 'Test Recovery Charity', expires_on: today() };
	const { body } = await manager.post('/items/referral_links', link);
	const issued = await manager.post(`/refer/links/${body.data.id}`);
	path = new URL(issued.body.data.url).pathname;
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

/** A browser that runs no script, as the form needs none. */
async function openPage(locale: string, javaScriptEnabled = false): Promise<Page> {
	const context = await browser.newContext({ viewport: PHONE, locale, javaScriptEnabled });
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	return page;
}

describe('an organisation with a link, on a phone', () => {
	it('is told in Welsh what is missing, corrects it, and gets a reference', async () => {
		const page = await openPage('cy-GB');
		await page.goto(server.url + path);
		expect(await page.locator('html').getAttribute('lang')).toBe('cy-GB');
		await page.getByLabel('Enw cyntaf').fill('Outside');
		await page.getByRole('button', { name: 'Anfon yr atgyfeiriad' }).click();

		const summary = page.getByRole('alert');
		expect(await summary.innerText()).toContain('Mae problem wedi codi');
		expect(await page.title()).toMatch(/^Gwall:/);
		expect(await page.getByLabel('Enw cyntaf').inputValue()).toBe('Outside');
		await summary.getByRole('link', { name: 'Rhowch enw olaf yr unigolyn.' }).click();
		await page.locator('#last_name:focus, #last_name:target').waitFor();
		const wide = await page.locator('html').evaluate((root) => root.scrollWidth);
		expect(wide).toBeLessThanOrEqual(PHONE.width);

		await page.getByLabel('Enw olaf').fill('Test-Person');
		await page.getByLabel('Math o sefydliad').selectOption({ label: 'Elusen neu grŵp cymunedol' });
		await page.getByLabel('Eich enw llawn').fill('Test Contact');
		await page.locator('#phone').fill('01632 960 001');
		await page.getByLabel('Cymraeg').check();
		await page.getByLabel('Ydy', { exact: true }).check();
		await page.getByLabel('Mae’r unigolyn yn cytuno').check();
		await page.getByRole('button', { name: 'Anfon yr atgyfeiriad' }).click();

		await page.getByRole('heading', { name: 'Atgyfeiriad wedi dod i law' }).waitFor();
		const reference = await page.locator('.reference').innerText();
		expect(reference).toMatch(/^R-\w{6}$/);
		expect(page.url()).not.toContain(reference);
		await page.reload();
		expect(await page.locator('.reference').innerText()).toBe(reference);
		const { body } = await world.north.manager.get('/items/referrals?filter[last_name][_eq]=Test-Person');
		expect(body.data).toMatchObject([{ reference, preferred_language: 'cy-GB' }]);
	});

	it('changes the language without losing what was typed; Enter sends, and does not change it', async () => {
		const page = await openPage('en-GB');
		await page.goto(server.url + path);
		await page.getByLabel('Last name').fill('Kept');
		await page.getByRole('button', { name: 'Cymraeg' }).click();
		expect(await page.getByLabel('Enw olaf').inputValue()).toBe('Kept');
		await page.getByLabel('Enw olaf').press('Enter');
		await page.getByRole('alert').waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe('cy-GB');
	});
});

describe('a Referrer', () => {
	it('lands on their referrals, opens the form from there, and finds the referral on the list', async () => {
		await world.user('Referrer', 'referrer-browser@example.org');
		const page = await openPage('en-GB', true);
		await page.goto(`${server.url}/admin/login`);
		await page.fill('input[type=email]', 'referrer-browser@example.org');
		await page.fill('input[type=password]', PASSWORD);
		await page.click('button[type=submit]');
		await page.waitForURL('**/admin/refer');
		await page.getByText('You have not referred anybody yet.').waitFor();
		await page.getByRole('link', { name: 'Refer someone' }).click();
		await page.waitForURL('**/refer?lang=en-GB');
		expect(await page.locator('#work_coach').isVisible()).toBe(false);
		await page.getByLabel('Jobcentre Plus').check();
		expect(await page.locator('#third_party_contact').isVisible()).toBe(false);
		await page.locator('#jobcentre_office').selectOption({ index: 1 });
		await page.getByLabel('Work Coach’s full name').fill('Test Coach');
		await page.getByLabel('First name').fill('Outside');
		await page.getByLabel('Last name').fill('Test-Second');
		await page.locator('#phone').fill('01632 960 001');
		await page.getByLabel('Not known').check();
		await page.getByRole('button', { name: 'Send the referral' }).click();
		const reference = await page.locator('.reference').innerText();
		await page.goto(`${server.url}/admin/refer`);
		await page.getByRole('cell', { name: reference }).waitFor();
		expect(await page.locator('main').innerText()).not.toContain('Test-Second');
	});
});
