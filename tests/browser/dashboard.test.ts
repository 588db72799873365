/** A manager answers a question with a dashboard of their own, by clicks only; colleagues see it, others do not (3.12). */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PEOPLE } from '../support/people.ts';
import { picture } from '../support/picture.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, Studio } from '../support/studio.ts';

const PASSWORD = 'quiet otter violin plum';
const NAME = 'Welsh in Flintshire';
const SAYS = 'For the meeting in May';

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

/** What comes to be, as soon as the page has drawn it. */
const soon = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 60_000 });

/** A button, or a link that looks like one, by its sign; the topmost where one lies over another. */
const sign = (page: Page, icon: string) => page.locator(`:is(a, button):has(i[data-icon="${icon}"])`);

async function choose(page: Page, field: string, text: string): Promise<void> {
	await page.locator(`[data-field="${field}"]`).last().locator('.v-select').click();
	await page.locator('.v-menu-content').last().getByText(text, { exact: true }).first().click();
}

/** Puts one more panel on the dashboard that is being edited. */
async function place(page: Page, kind: string, fill: () => Promise<void>): Promise<void> {
	await sign(page, 'add').first().click();
	const drawer = page.locator('.v-drawer').last();
	await drawer.getByText(kind, { exact: true }).first().waitFor();
	if (kind === 'Figure') await picture(page, 'dashboard-2-panel');
	await drawer.getByText(kind, { exact: true }).first().click();
	await fill();
	await drawer.locator(':is(a, button):has(i[data-icon="check"])').first().click();
	await drawer.waitFor({ state: 'detached' });
}

async function only(page: Page, what: string, value: string): Promise<void> {
	await page.getByLabel('Add a filter').selectOption({ label: what });
	await page.getByLabel(value, { exact: true }).check();
}

async function account(email: string, supplier: string): Promise<Studio> {
	const admin = await server.admin();
	const { body } = await admin.get('/roles?filter[name][_eq]=Supplier Manager&fields=id');
	await admin.post('/users', {
		email,
		password: PASSWORD,
		role: body.data[0].id,
		supplier,
		language: 'en-GB',
	});
	return Studio.enter(browser, server, email, undefined, PASSWORD);
}

const figures = async (page: Page) => (await page.locator('.about strong').allTextContents()).sort();

it('a manager makes a dashboard with a stock panel and two figures, and shares it', async () => {
	const email = PEOPLE['Supplier Manager'] as string;
	await (await server.login(email)).patch('/users/me', { language: 'en-GB' });
	const { page } = await Studio.enter(browser, server, email);
	await page.goto(`${server.url}/admin/insights`);
	await sign(page, 'add').first().click();
	await page.locator('.v-card input[type=text]').first().fill(NAME);
	await picture(page, 'dashboard-1-name');
	await page.locator('.v-card').getByText('Save', { exact: true }).click();
	await page.waitForURL(/insights\/[0-9a-f-]{36}$/);
	await sign(page, 'edit').first().click();

	await place(page, 'Label', async () => {
		await page.locator('[data-field="text"]').last().locator('input, textarea').first().fill(SAYS);
	});
	await place(page, 'Figure', async () => {
		await choose(page, 'count', 'Starts');
		await choose(page, 'period', 'Since the start');
		await choose(page, 'drawn', 'Table');
		await choose(page, 'by', 'Month');
		await only(page, 'Preferred language', 'Welsh');
		await only(page, 'Delivery Area', 'Flintshire');
		await picture(page, 'dashboard-3-figure');
	});
	await place(page, 'Figure', async () => {
		await choose(page, 'count', 'Mentees in support');
		await choose(page, 'period', 'This month');
	});
	await sign(page, 'check').first().click();
	await sign(page, 'edit').first().waitFor();

	// The numbers are those that the same question has over the API.
	const manager = await server.login(email);
	const query = 'count=starts&from=2020-01&where[preferred_language]=cy-GB&where[delivery_area]=flintshire';
	const { body } = await manager.get(`/figures?${query}&by=month`);
	expect(body.data.total).toBeGreaterThan(0);
	await soon(() => page.locator('tr.total .figure').innerText()).toBe(String(body.data.total));
	const now = (await manager.get('/figures?count=in_support')).body.data.total;
	await soon(() => page.locator('.number .value').innerText()).toBe(String(now));
	await soon(() => figures(page)).toEqual(['Mentees in support', 'Starts by month']);

	await picture(page, 'dashboard-4-kept');

	// Each number opens the records behind it.
	await page.locator('.number .value').click();
	await soon(() => page.locator('.v-dialog tbody tr, .v-card tbody tr').count()).toBe(now);
	await picture(page, 'dashboard-5-records');

	const admin = await server.admin();
	const own = (await admin.get(`/users?filter[email][_eq]=${email}&fields=supplier`)).body.data[0].supplier;
	const colleague = await account('colleague@example.org', own);
	await colleague.page.goto(page.url());
	await soon(() => figures(colleague.page)).toEqual(['Mentees in support', 'Starts by month']);
	await colleague.page.getByText(SAYS).waitFor();
	expect(await colleague.page.locator('tr.total .figure').innerText()).toBe(String(body.data.total));

	const others = (await admin.get(`/items/suppliers?filter[id][_neq]=${own}&fields=id&limit=1`)).body.data[0].id;
	const stranger = await account('stranger@example.org', others);
	await stranger.page.goto(`${server.url}/admin/insights`);
	await stranger.page.getByText('Contract performance').first().waitFor();
	expect(await stranger.page.getByText(NAME).count()).toBe(0);
});
