/** Home: where whoever leads, reports, buys or protects begins, in both languages, and the lists behind its counts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { dayColumn } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { databaseOf } from '../support/database.ts';
import { PEOPLE } from '../support/people.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { DESK, openBrowser, PHONE, Studio } from '../support/studio.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

async function arrives(role: string, language: string, viewport = DESK): Promise<Page> {
	const email = PEOPLE[role] as string;
	await (await server.login(email)).patch('/users/me', { language });
	const { page } = await Studio.signIn(browser, server, email, viewport);
	await page.waitForURL('**/admin/home');
	return page;
}

const password = () => readFileSync(join(server.data, 'demo-password.txt'), 'utf8').trim();
const heads = (page: Page) => page.locator('.home-block h2').allInnerTexts();
const plain = (texts: string[]) => texts.map((text) => text.split('\n').at(-1));

describe('whoever begins on Home', () => {
	it.each([
		[
			'Supplier Manager',
			'en-GB',
			['What slips', 'What waits for an answer', 'Peer Mentors', 'By Peer Mentor', 'By area'],
		],
		['Supplier Manager', 'cy-GB', ['Beth sy’n llithro', 'Beth sy’n aros am ateb', 'Mentoriaid cymheiriaid']],
		[
			'Supplier MI',
			'en-GB',
			['What is missing', 'The last that were sent', 'What comes, to the end of the next quarter'],
		],
		['Supplier MI', 'cy-GB', ['Beth sydd ar goll', 'Y rhai olaf a anfonwyd']],
		['Buyer', 'en-GB', ['PM-CPA2', 'PM-CPA9']],
		['Buyer', 'cy-GB', ['PM-CPA2', 'PM-CPA9']],
		['Data Protection Officer', 'en-GB', ['Requests to answer', 'Who read or exported most in the last 30 days']],
		[
			'Data Protection Officer',
			'cy-GB',
			['Ceisiadau i’w hateb', 'Pwy ddarllenodd neu allforiodd fwyaf yn y 30 diwrnod diwethaf'],
		],
	])('a %s reads it in %s, on a phone without moving it sideways', async (role, language, expected) => {
		const page = await arrives(role, language, PHONE);
		await page.locator('.home-block').first().waitFor();
		expect(plain(await heads(page))).toEqual(expect.arrayContaining(expected));
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
		expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
	});
});

describe('a count', () => {
	it('of a manager opens as many records, filtered, and again when the page is loaded anew', async () => {
		const page = await arrives('Supplier Manager', 'en-GB');
		const link = page.getByRole('link', { name: /^\d+ due dates? (has|have) passed/ });
		const count = Number(/^\d+/.exec(await link.innerText())?.[0]);
		await link.click();
		for (const again of [false, true]) {
			if (again) await page.reload();
			await page.getByText('Overdue', { exact: true }).first().waitFor();
			await expect.poll(() => page.locator('.table-row').count(), { timeout: 60_000 }).toBe(count);
		}
	});

	it('in a row of the table opens those of one Peer Mentor', async () => {
		const page = await arrives('Supplier Manager', 'en-GB');
		const link = page.locator('tbody tr').first().locator('td a').first();
		const count = Number(await link.innerText());
		await link.click();
		await page.waitForURL(/list=overdue&mentor=[0-9a-f-]{36}/);
		await expect.poll(() => page.locator('.table-row').count(), { timeout: 60_000 }).toBe(count);
	});

	it('of the Buyer opens the service levels of that month and nothing else', async () => {
		const page = await arrives('Buyer', 'cy-GB');
		const cell = page.locator('tbody td a').first();
		const levels = Number(/ o (\d+)/.exec(await cell.innerText())?.[1]);
		await cell.click();
		await page.getByText('Lefelau gwasanaeth y mis').first().waitFor();
		await expect.poll(() => page.locator('.table-row').count(), { timeout: 60_000 }).toBe(levels);
	});

	it('of MI opens the returns that are missing', async () => {
		// Early in a month, nothing of the demo is.
		const knex = databaseOf(server);
		const { id } = await knex('call_off_contracts').where({ reference: 'PM-CPA9' }).first('id');
		const returns = () => knex('mi_returns').where({ contract: id });
		const sent = await returns().where('due_on', '<', dayColumn(knex, today())).orderBy('due_on', 'desc').first('id');
		await returns().where(sent).update({ status: 'draft' });
		await knex.destroy();
		const page = await arrives('Supplier MI', 'en-GB');
		const link = page.getByRole('link', { name: /past the due day/ });
		const count = Number(/^\d+/.exec(await link.innerText())?.[0]);
		await link.click();
		await page.getByText('Returns that are missing').first().waitFor();
		await expect.poll(() => page.locator('.table-row').count(), { timeout: 60_000 }).toBe(count);
	});
});

describe('a manager', () => {
	it('has the shared bookmarks of the due dates', async () => {
		const page = await arrives('Supplier Manager', 'en-GB');
		await page.goto(`${server.url}/admin/content/service_level_clocks`);
		for (const name of ['Overdue', 'This week', 'All']) await page.locator('.bookmark', { hasText: name }).waitFor();
	});

	it('adds a referral, is back on Home, and is told whose it was', async () => {
		const page = await arrives('Supplier Manager', 'en-GB');
		await page.getByRole('link', { name: 'Add a referral' }).click();
		const studio = new Studio(page, server);
		await studio.type('first_name', 'Nia');
		await studio.type('last_name', 'Prawf-Test');
		await studio.tab('Referral');
		await studio.day('received_on', '2026-06-01');
		await studio.choose('route', 'Jobcentre Plus');
		await studio.save();
		await page.getByText('Saved: the referral of Nia Prawf-Test').waitFor();
		await page.waitForURL('**/admin/home');
	});

	it('hands over everybody of a mentor at once, by clicks', async () => {
		const page = await arrives('Supplier Manager', 'en-GB');
		await page.getByRole('link', { name: 'When a mentor leaves' }).first().click();
		const leaver = page.getByLabel('Who leaves or is away');
		await leaver.locator('option', { hasText: 'Gethin Demo-Cefni' }).waitFor({ state: 'attached' });
		await leaver.selectOption({
			label: (await leaver.locator('option', { hasText: 'Gethin Demo-Cefni' }).innerText()).trim(),
		});
		await page.getByLabel('Give all of them to').selectOption({ index: 1 });
		const button = page.getByRole('button', { name: /^Hand over \d+ Mentees$/ });
		const count = Number(/\d+/.exec(await button.innerText())?.[0]);
		expect(count).toBeGreaterThan(3);
		await button.click();
		await page
			.getByRole('alertdialog')
			.getByRole('button', { name: /^Hand over/ })
			.click();
		await page.getByText(`Handed over: ${count} Mentees.`).waitFor();
		await page.getByText('This Peer Mentor holds nobody now.').waitFor();
	});

	it('suspends somebody of their own people and lets them in again, in Welsh, on a phone', async () => {
		const page = await arrives('Supplier Manager', 'cy-GB', PHONE);
		await page.goto(`${server.url}/admin/home/staff`);
		const row = page.locator('.account', { hasText: 'mentor2@example.org' });
		await row.getByRole('button', { name: 'Atal' }).click();
		await page.getByRole('alertdialog').getByRole('button', { name: 'Atal' }).click();
		await row.getByText('wedi’i atal').waitFor();
		const login = () => server.anonymous.post('/auth/login', { email: 'mentor2@example.org', password: password() });
		expect((await login()).status).toBe(401);
		await row.getByRole('button', { name: 'Gadael i mewn eto' }).click();
		await row.getByText('yn cael dod i mewn').waitFor();
		expect((await login()).status).toBe(200);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
		expect(await page.getByText('mentor3@example.org').count()).toBe(0);
	});

	it('is told why nobody can be invited where there is no mail server, and loses nothing typed', async () => {
		const page = await arrives('Supplier Manager', 'en-GB');
		await page.getByRole('link', { name: 'Accounts of your people' }).first().click();
		await page.getByRole('button', { name: 'Invite somebody' }).click();
		await page.getByLabel('E-mail address').fill('new@example.org');
		await page.getByLabel('First name').fill('New');
		await page.getByLabel('Last name').fill('Person');
		await page.getByRole('button', { name: 'Send the invitation' }).click();
		await page.getByText('the platform has no mail server').waitFor();
		expect(await page.getByLabel('E-mail address').inputValue()).toBe('new@example.org');
	});
});
