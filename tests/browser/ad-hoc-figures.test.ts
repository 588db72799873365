/** Figures are chosen by clicks alone: to answer an ad-hoc request (3.12), and for a contract's own return (3.8). */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addMonths, monthOf } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { databaseOf } from '../support/database.ts';
import { ADMIN } from '../support/environment.ts';
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
	const studio = await Studio.enter(browser, server, 'mi@example.org');
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
	const studio = await Studio.enter(browser, server, 'mi@example.org', PHONE);
	await studio.open(`/content/information_requests/${id}`);
	const figures = studio.field('figures');
	await figures.getByRole('button', { name: 'Ychwanegu ffigur' }).click();
	await figures.getByLabel('Cyfrif', { exact: true }).selectOption('spend');
	await figures.getByText('Yr hyn a roddir i’r Prynwr').first().waitFor();
	expect(await figures.innerText()).not.toMatch(/Figure|Choose|Count|Buyer/);
	expect(await fits(studio.page)).toBe(true);
	await mi.patch('/users/me', { language: null });
});

it('a contract’s return has the measures that an Administrator lists', async () => {
	const admin = await server.admin();
	// Or Directus, under its licence, would first ask the Administrator for it.
	const knex = databaseOf(server);
	await knex('directus_settings').update({ project_owner: 'owner@example.org' });
	await knex.destroy();
	const [contract] = (await admin.get('/items/call_off_contracts?fields=id,reference&filter[reference][_eq]=PM-CPA9'))
		.body.data;
	const path = `/content/call_off_contracts/${contract.id}`;
	const studio = await Studio.enter(browser, server, ADMIN.email, undefined, ADMIN.password);
	const { page } = studio;
	await studio.open(path);
	await studio.unfold('Terms that differ from the specification');
	const measures = studio.field('return_measures');
	await measures.getByRole('button', { name: 'Change the list' }).click();
	await measures.getByRole('group', { name: 'Measure 20', exact: true }).waitFor();
	await measures.getByRole('button', { name: 'Remove measure 1', exact: true }).click();
	await measures.getByRole('button', { name: 'Move measure 1 down' }).click();
	await measures.getByRole('button', { name: 'Add a measure' }).click();
	const own = measures.getByRole('group', { name: 'Measure 20', exact: true });
	await own.getByLabel('What is counted').selectOption('count starts');
	await own.getByLabel('Name in English').fill('Welsh-speaking starters');
	await own.getByLabel('Add a filter').selectOption('preferred_language');
	await own.getByLabel('Welsh', { exact: true }).check();
	await studio.save();
	await page.getByText('Line 20 of the measures needs its name in English and in Welsh.').first().waitFor();
	await own.getByLabel('Name in Welsh').fill('Dechreuwyr Cymraeg');
	await studio.save();
	await page.waitForURL((url) => !url.pathname.endsWith(contract.id));
	const month = addMonths(monthOf(today()), -1);
	const mi = await server.login('mi@example.org');
	const { lines } = (await mi.get(`/pmi/${contract.reference}/${month}`)).body.data;
	expect(lines.map(({ number }: { number: number }) => number).slice(0, 3)).toEqual([3, 2, 4]);
	expect(lines.at(-1)).toMatchObject({ number: 21, where: { preferred_language: ['cy-GB'] } });

	await admin.patch('/users/me', { language: 'cy-GB' });
	const phone = await Studio.enter(browser, server, ADMIN.email, PHONE, ADMIN.password);
	await phone.open(path);
	await phone.unfold('Telerau sy’n wahanol i’r fanyleb');
	const listed = phone.field('return_measures');
	await listed.getByRole('group', { name: 'Mesur 20', exact: true }).waitFor();
	expect(await listed.innerText()).not.toMatch(/Measure|Choose|Name in/);
	expect(await fits(phone.page)).toBe(true);
	await admin.patch('/users/me', { language: null });
});
