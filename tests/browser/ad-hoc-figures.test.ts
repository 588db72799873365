/** MI staff answer an ad-hoc request by choosing figures, by clicks alone; the Buyer opens what they were given (3.12). */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addMonths, monthOf } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, PHONE, Studio } from '../support/studio.ts';

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

/** A request that waits for its figures. */
async function request(): Promise<string> {
	const mi = await server.login('mi@example.org');
	const [contract] = (await mi.get('/items/call_off_contracts?fields=id&sort=reference&limit=1')).body.data;
	const asked = { kind: 'ad_hoc_mi', requested_on: today(), due_on: today(), request: 'Starts by area' };
	return (await mi.post('/items/information_requests', { contract: contract.id, ...asked })).body.data.id;
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

it('figures are chosen, seen, given and opened', async () => {
	const id = await request();
	const studio = await Studio.signIn(browser, server, 'mi@example.org');
	const { page } = studio;
	await studio.open(`/content/information_requests/${id}`);
	const figures = studio.field('figures');
	await figures.getByRole('button', { name: 'Add a figure' }).click();
	await figures.getByLabel('Count', { exact: true }).selectOption('starts');
	await figures.getByLabel('Split by', { exact: true }).selectOption('delivery_area');
	await figures.getByLabel('Period', { exact: true }).selectOption('range');
	await figures.getByLabel('From month').fill(addMonths(monthOf(today()), -9));
	await figures.getByLabel('To month').fill(addMonths(monthOf(today()), -3));
	const table = figures.getByRole('table');
	await table.getByText('Delivery Area').waitFor();
	// Each choice asks anew: the last answer is the one to be given.
	await page.waitForLoadState('networkidle');
	const preview = await table.innerText();
	await studio.day('answered_on', today());
	await studio.field('answer').locator('textarea').fill('The figures below.');
	await studio.save();
	await page.waitForURL((url) => !url.pathname.endsWith(id));

	await studio.open(`/content/information_requests/${id}`);
	await figures.getByText('Given to the Buyer, and kept as it was').waitFor();
	expect(await table.innerText()).toBe(preview);
	const [file] = await Promise.all([page.waitForEvent('download'), figures.getByText('Excel workbook').click()]);
	expect(file.suggestedFilename()).toMatch(/^ad-hoc-.*\.xlsx$/);
});

it('fits a phone, and speaks Welsh', async () => {
	const id = await request();
	const mi = await server.login('mi@example.org');
	await mi.patch('/users/me', { language: 'cy-GB' });
	const studio = await Studio.signIn(browser, server, 'mi@example.org', PHONE);
	await studio.open(`/content/information_requests/${id}`);
	const figures = studio.field('figures');
	await figures.getByRole('button', { name: 'Ychwanegu ffigur' }).click();
	await figures.getByLabel('Cyfrif', { exact: true }).selectOption('spend');
	await figures.getByText('Yr hyn a roddir i’r Prynwr').first().waitFor();
	expect(await figures.innerText()).not.toMatch(/Figure|Choose|Count|Buyer/);
	expect(await fits(studio.page)).toBe(true);
	await mi.patch('/users/me', { language: null });
});
