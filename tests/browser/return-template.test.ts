/** The form of a Buyer's template in the Studio: its workbook, what goes where in it, and what that comes to (3.7, 3.9). */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { DESK, openBrowser, PHONE, Studio } from '../support/studio.ts';
import { worldOf, PASSWORD } from '../support/world.ts';
import { libraryTemplate, rawTemplate } from '../unit/support/workbooks.ts';

const MI = 'test-9-mi@example.org';
const WELSH_MI = 'welsh-mi@example.org';

/** A whole journey, on a machine that does other things as well. */
vi.setConfig({ testTimeout: 180_000 });

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	browser = await openBrowser();
	const world = await worldOf(server);
	await world.user('Supplier MI', WELSH_MI, world.north.id, 'cy-GB');
	const referral = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', received_on: '2024-02-05' };
	expect((await world.north.mentors[0]!.client.post('/items/referrals?fields=id', referral)).status).toBe(200);
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

/** A template of the PMI with nothing in it yet, saved and opened again. */
async function newTemplate(studio: Studio, version: string, saveFirst: string, kind: string): Promise<void> {
	const { page } = studio;
	await studio.open('/content/return_templates/+');
	await page.getByText(saveFirst).waitFor();
	await studio.type('version', version);
	await studio.field('kind').locator('.v-input, input').first().click();
	await page.locator('.v-list-item').getByText(kind, { exact: true }).click();
	await studio.save();
	await reopen(studio, version);
}

async function reopen({ page }: Studio, version: string): Promise<void> {
	await page.waitForURL('**/content/return_templates');
	await page.locator('tbody').getByText(version, { exact: true }).click();
	await page.waitForURL('**/content/return_templates/*');
}

/** What somebody picks in the dialogue that the button opens. */
async function upload(page: Page, button: string, name: string, buffer: Buffer): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: button }).click();
	await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

const withMacros = () => rawTemplate({ 'xl/vbaProject.bin': Buffer.from('x') });

it('the MI lead says what goes where, is told which line cannot be, and tries it before it is used', async () => {
	const studio = await Studio.enter(browser, server, MI, DESK, PASSWORD);
	const { page } = studio;
	const mapping = studio.field('mapping');
	await newTemplate(studio, 'Browser 1', 'Save the template first', 'PMI');
	await mapping.getByText('No workbook yet.').waitFor();
	await upload(page, 'Choose the workbook', 'pmi.xlsm', await withMacros());
	await mapping.getByText('The workbook has macros, which are not taken.').waitFor();
	await mapping.getByText('No workbook yet.').waitFor();
	await upload(page, 'Choose the workbook', 'pmi.xlsx', await libraryTemplate());
	await mapping.getByText('The workbook is stored.').waitFor();
	expect(await mapping.getByText('has macros').count()).toBe(0);

	const add = async (figure: string, cell: string) => {
		await page.getByRole('button', { name: 'Add a line' }).click();
		await mapping.getByLabel('What is shown').selectOption(figure);
		await mapping.getByLabel('Cell, such as').fill(cell);
		await mapping.getByLabel('Cell, such as').press('Tab');
	};
	await add('referrals_total.total', 'B4');
	await mapping.getByRole('combobox', { name: /^For/ }).selectOption({ label: 'Contract Package Area 9' });
	await add('initial_meetings.total', 'b5');
	await mapping.getByLabel('Of which time').selectOption({ label: 'In the month alone' });
	await add('contract', 'B6');
	await studio.save();
	const refused = 'Line 3, About the return: Call-Off Contract: the workbook works out PMI return!B6 by a formula';
	await page.getByText(refused).first().waitFor();
	expect(await mapping.getByLabel('Cell, such as').inputValue()).toBe('B6');
	await mapping.getByLabel('Cell, such as').fill('B2');
	await studio.save();

	await reopen(studio, 'Browser 1');
	await mapping.getByRole('button', { name: 'Total referrals: Total · Contract Package Area 9' }).waitFor();
	await mapping.getByRole('combobox', { name: /^Contract/ }).selectOption('TEST-9');
	await mapping.getByLabel('Month', { exact: true }).fill('2024-02');
	await page.getByRole('button', { name: 'Show the values' }).click();
	const values = mapping.getByRole('table').getByRole('row');
	await values.nth(3).waitFor();
	expect(await values.allInnerTexts()).toEqual([
		expect.stringMatching(/^What is shown\s+Cell\s+Value now$/),
		expect.stringMatching(/^Total referrals: Total · Contract Package Area 9\s+PMI return!B4\s+1$/),
		expect.stringMatching(/^Initial meetings completed: Number · In the month alone\s+PMI return!B5\s+0$/),
		expect.stringMatching(/^About the return: Call-Off Contract\s+PMI return!B2\s+TEST-9$/),
	]);

	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the filled workbook' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('preview-TEST-9-2024-02.xlsx');
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(readFileSync(await file.path()) as unknown as ArrayBuffer);
	const sheet = book.getWorksheet('PMI return')!;
	expect(['A4', 'B2', 'B4', 'B5'].map((cell) => sheet.getCell(cell).value)).toEqual(['Referrals', 'TEST-9', 1, 0]);
});

it('all of it is in Welsh and fits a phone', async () => {
	const studio = await Studio.enter(browser, server, WELSH_MI, PHONE, PASSWORD);
	const { page } = studio;
	const mapping = studio.field('mapping');
	await newTemplate(studio, 'Porwr 1', 'Cadwch y templed yn gyntaf', 'PMI');
	await upload(page, 'Dewis y llyfr gwaith', 'pmi.xlsm', await withMacros());
	await mapping.getByText('Mae macros yn y llyfr gwaith, ac ni chaiff y rheini eu derbyn.').waitFor();
	await upload(page, 'Dewis y llyfr gwaith', 'pmi.xlsx', await libraryTemplate());
	await mapping.getByText('Mae’r llyfr gwaith wedi’i gadw.').waitFor();
	await page.getByRole('button', { name: 'Ychwanegu llinell' }).click();
	await mapping.getByLabel('Beth sy’n cael ei ddangos').selectOption('initial_meetings.total');
	await mapping.getByLabel('Am ba gyfnod').selectOption({ label: 'Yn y mis yn unig' });
	await mapping.getByLabel('Cell, fel').fill('B1');
	await studio.save();
	await page.getByText('mae PMI return!B1 o dan gell wedi’i chyfuno').first().waitFor();
	await mapping.getByLabel('Cell, fel').fill('B5');
	await studio.save();
	await reopen(studio, 'Porwr 1');
	await page.getByRole('button', { name: 'Dangos y gwerthoedd' }).click();
	await mapping.getByRole('table').getByText('PMI return!B5').waitFor();
	await mapping.getByRole('button', { name: /^1 Cyfarfodydd cychwynnol/ }).click();
	await mapping.getByLabel('Am ba gyfnod').waitFor();
	const english =
		/\b(Save|workbook|lines?|shown|Choose|values?|Download|Package|Month|measures?|Buyer|sheet|meetings|referrals|Whole|Remove|Version)\b/i;
	expect(await page.locator('main').innerText()).not.toMatch(english);
	expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
	const spilled = await mapping.evaluate(
		(form, width) =>
			[...form.querySelectorAll('button, select, input:not([type=file]), td, p, h3')].filter(
				(each) => each.getBoundingClientRect().right > width,
			).length,
		PHONE.width,
	);
	expect(spilled).toBe(0);
});
