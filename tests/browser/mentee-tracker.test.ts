/** The Mentee Tracker in the Studio: a password typed twice, and a file that opens with it (3.4, 3.6). */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lastDay, parseMonth } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { decryptWorkbook, rowsOf } from '../support/agile.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, PHONE, Studio } from '../support/studio.ts';

const PASSWORD = 'otter violin ladder plum';

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

async function rowsDownloaded(studio: Studio, button: string) {
	const download = studio.page.waitForEvent('download');
	await studio.page.getByRole('button', { name: button }).click();
	const file = await download;
	return {
		name: file.suggestedFilename(),
		rows: await rowsOf(decryptWorkbook(readFileSync(await file.path()), PASSWORD), 'Mentee Tracker'),
	};
}

async function returnOf(month: string): Promise<string> {
	const mi = await server.login('mi@example.org');
	const { body } = await mi.get(`/items/mi_returns?filter[month][_eq]=${month}&fields=id`);
	return `/content/mi_returns/${body.data[0].id}`;
}

it('the MI lead is told beside the field what is wrong with a password, then gets the whole tracker', async () => {
	const studio = await Studio.enter(browser, server, 'mi@example.org');
	await studio.open(await returnOf('2024-06'));
	const password = studio.page.getByLabel('Password for the workbook');
	const again = studio.page.getByLabel('The same password again');
	const button = studio.page.getByRole('button', { name: 'Download the Mentee Tracker' });
	await password.fill('short');
	await button.click();
	await studio.page.getByText('The password is too short.').waitFor();
	expect(await password.getAttribute('aria-invalid')).toBe('true');
	await password.fill(PASSWORD);
	await again.fill(`${PASSWORD}s`);
	await button.click();
	await studio.page.getByText('The two passwords are not the same.').waitFor();
	expect(await password.getAttribute('type')).toBe('password');
	await studio.page.getByLabel('Show the passwords').check();
	expect(await password.getAttribute('type')).toBe('text');
	await again.fill(PASSWORD);
	const { name, rows } = await rowsDownloaded(studio, 'Download the Mentee Tracker');
	expect(name).toBe('Mentee-Tracker-PM-CPA9-2024-06.xlsx');
	expect(rows.length).toBeGreaterThan(5);
	await studio.page.getByText('Downloaded Mentee-Tracker-PM-CPA9-2024-06.xlsx').waitFor();
	expect([await password.inputValue(), await again.inputValue()]).toEqual(['', '']);
});

it('a manager, who does not send it, is told who does', async () => {
	const studio = await Studio.enter(browser, server, 'manager@example.org');
	await studio.open(await returnOf('2024-06'));
	await studio.page.getByText('The Mentee Tracker is sent by Supplier MI.').waitFor();
	expect(await studio.page.getByLabel('Password for the workbook').count()).toBe(0);
});

it('a Peer Mentor gets their own from My caseload, in Welsh and on a phone', async () => {
	const studio = await Studio.signIn(browser, server, 'mentor2@example.org', PHONE);
	await studio.page.locator('main').getByRole('link', { name: 'Fy nhraciwr mentoreion' }).click();
	await studio.page.getByLabel('Cyfrinair ar gyfer y llyfr gwaith').fill(PASSWORD);
	await studio.page.getByLabel('Yr un cyfrinair eto').fill(PASSWORD);
	const { name, rows } = await rowsDownloaded(studio, 'Lawrlwytho’r traciwr mentoreion');
	expect(name).toMatch(/^Mentee-Tracker-PM-CPA9-\d{4}-\d{2}\.xlsx$/);
	const cutOff = lastDay(parseMonth(name.slice(-12, -5))!);
	const mentor = await server.login('mentor2@example.org');
	const query = `filter[restricted][_eq]=false&filter[start_on][_lte]=${cutOff}&sort=start_on`;
	const { body } = await mentor.get(`/items/mentees?${query}&fields=start_on&limit=-1`);
	expect(rows.map((row) => row['Start date'])).toEqual(body.data.map((row: { start_on: string }) => row.start_on));
	const width = await studio.page.evaluate('document.documentElement.scrollWidth');
	expect(width).toBeLessThanOrEqual(PHONE.width);
});
