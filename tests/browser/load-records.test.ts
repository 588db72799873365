/** A Supplier moves in: a messy workbook, from drop to loaded, without a command line and with nothing falsified. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { DESK, openBrowser, PHONE, Studio } from '../support/studio.ts';
import { PASSWORD, worldOf, type World } from '../support/world.ts';

const MI = 'test-9-mi@example.org';
const WELSH_MI = 'welsh-mi@example.org';
const PEOPLE = 3000;
const FAULTS = 1200;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Thousands of records with their clocks, on a machine that does other things as well. */
vi.setConfig({ testTimeout: 900_000 });

let server: TestServer;
let browser: Browser;
let world: World;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	browser = await openBrowser();
	world = await worldOf(server);
	await world.user('Supplier MI', WELSH_MI, world.north.id, 'cy-GB');
}, 300_000);
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

interface Meant {
	reference: string;
	first_name: string;
	last_name: string;
	received_on: string;
	phone: string;
	start_on: string | null;
}

const two = (number: number) => String(number).padStart(2, '0');
const FIRST = ['Siân', 'Zoë', 'Llŷr', 'Mary-Ann', 'O’Neil', 'José'];

/** Who somebody is, and when: nobody is like the next. */
function meant(index: number): Meant {
	const day = two(1 + (index % 28));
	const month = two(1 + (index % 9));
	const starts = index % 3 === 0;
	return {
		reference: `MOVE-${index}`,
		first_name: FIRST[index % FIRST.length] as string,
		last_name: `Test-${index}`,
		received_on: `2024-${month}-${day}`,
		phone: `07700${String(900_000 + index)}`,
		start_on: starts ? `2024-${two(Number(month) + 1)}-${day}` : null,
	};
}

const dayFirst = (iso: string) => iso.split('-').reverse().join('/');

/** What a spreadsheet has made of somebody: faults of four kinds in every fifth, and untidiness in all. */
function typed(index: number): Record<string, unknown> {
	const person = meant(index);
	const isFaulty = index < FAULTS;
	const kind = isFaulty ? index % 4 : undefined;
	return {
		'Reference No': person.reference,
		Contract: 'TEST-9',
		CPA: kind === 0 ? 12 : 'CPA 9',
		'Referral route': index % 2 === 0 ? 'jobcentre_plus' : 'Third party',
		'Referral Date':
			kind === 1 ? '31/06/2024' : index % 2 === 0 ? dayFirst(person.received_on) : new Date(person.received_on),
		Forename: `  ${person.first_name}\u00a0`,
		Surname: person.last_name,
		'Mobile number': kind === 2 ? '7.7009E+09' : person.phone,
		'Start date': kind === 3 ? '2024-13-45' : person.start_on && new Date(person.start_on),
		'Favourite colour': 'blue',
	};
}

async function workbook(): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	const notes = book.addWorksheet('Notes');
	notes.addRow(['Old system, exported on a Friday']);
	const sheet = book.addWorksheet('People');
	const rows = Array.from({ length: PEOPLE }, (_, index) => typed(index));
	sheet.addRow(Object.keys(rows[0] ?? {}));
	for (const row of rows) sheet.addRow(Object.values(row));
	return Buffer.from(await book.xlsx.writeBuffer());
}

async function stored(): Promise<Map<string, Meant>> {
	const fields = 'reference,first_name,last_name,received_on,phone';
	const filter = 'filter[reference][_starts_with]=MOVE-&limit=5000';
	const { body } = await world.north.mi.get(`/items/referrals?fields=${fields}&${filter}`);
	const { body: mentees } = await world.north.mi.get(`/items/mentees?fields=reference,start_on&${filter}`);
	const starts = new Map<string, string>(
		mentees.data.map(({ reference, start_on }: Meant) => [reference, start_on] as const),
	);
	return new Map(
		body.data.map((row: Meant) => [row.reference, { ...row, start_on: starts.get(row.reference) ?? null }] as const),
	);
}

const figures = async (page: Page) =>
	(await page.locator('tr[data-form=caseload] .figure').allInnerTexts()).map((text) => Number(text));
const choose = (page: Page, name: string, buffer: Buffer) =>
	page.locator('.drop-zone input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

async function faultsOfPage(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		const { axe } = window as unknown as {
			axe: { run: (...of: object[]) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
		const { violations } = await axe.run({ include: ['main'] }, { runOnly: rules });
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
	});
}

/** Says of every column that the workbook does not have that it is not there, and leaves one out. */
async function sayColumns(page: Page): Promise<void> {
	const headings = page.locator('details').filter({ hasText: 'Favourite colour' }).first();
	await headings.getByLabel('“Favourite colour” is').selectOption('(left out)');
	const absent = headings.getByRole('checkbox');
	for (let index = 0; index < (await absent.count()); index++) await absent.nth(index).check();
	await headings.getByRole('button', { name: 'Look at them again' }).click();
}

it('moves in with 3,000 people and 1,200 faults', async () => {
	const { page } = await Studio.signIn(browser, server, MI, DESK, PASSWORD);
	await page.getByRole('link', { name: 'Load records' }).click();
	await page.getByText('Nothing was loaded yet.').waitFor();

	await choose(page, 'people.xlsx', await workbook());
	await page.getByText('which column it is').first().waitFor();
	expect(await page.getByRole('button', { name: /^Load \d/ }).isDisabled()).toBe(true);
	await sayColumns(page);
	await page.getByText('1,200 faults').waitFor({ timeout: 240_000 });
	expect(await figures(page)).toEqual([PEOPLE - FAULTS, 0, 0, FAULTS]);
	for (const kind of [
		'cpa: cannot be read (300)',
		'received_on: cannot be read (300)',
		'phone: cannot be read (300)',
	]) {
		await page.getByText(kind).waitFor();
	}
	// How the days of the column were read, with three of them.
	await page.getByText(/the days of received_on were read day first.* 2024/).waitFor();
	expect(await faultsOfPage(page)).toEqual([]);

	await page.getByText('cpa: cannot be read (300)').click();
	await page.getByLabel('cpa, line 2', { exact: true }).fill('9');
	await page.getByLabel('cpa, line 2', { exact: true }).press('Tab');
	await page.getByRole('button', { name: 'Look again with 1 correction' }).click();
	await page.getByText('1,199 faults').waitFor({ timeout: 240_000 });
	expect((await stored()).size).toBe(0);

	const load = page.getByRole('button', { name: 'Load 1,801 rows' });
	expect(await load.isDisabled()).toBe(true);
	await page.getByText('Leave out the faulty rows (1,199)').click();
	await load.click();
	await page.getByText('1,199 rows were left out, as you asked.').waitFor({ timeout: 600_000 });
	expect(await figures(page)).toEqual([1801, 0, 0, 1199]);
	const first = await stored();
	expect(first.size).toBe(1801);
	for (const person of first.values()) expect(person).toEqual(meant(Number(person.reference.slice(5))));
	await page.getByRole('row', { name: /1 corrected/ }).waitFor();

	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the rows left out' }).click();
	const left = readFileSync(await (await download).path(), 'utf8');
	await page.getByRole('button', { name: 'Begin with other files' }).click();
	await choose(page, 'left-out.csv', Buffer.from(mended(left)));
	await page.getByText('Nothing is wrong.').waitFor({ timeout: 240_000 });
	await page.getByRole('button', { name: 'Load 1,199 rows' }).click();
	await page.locator('[role=status] tr[data-form=caseload]').waitFor({ timeout: 600_000 });
	const all = await stored();
	expect(all.size).toBe(PEOPLE);
	for (let index = 0; index < PEOPLE; index++) expect(all.get(`MOVE-${index}`)).toEqual(meant(index));
	await page.context().close();
});

/** The file of the rows left out, corrected as somebody does who knows what was meant. */
function mended(text: string): string {
	const [header = '', ...lines] = text.replace('\uFEFF', '').trim().split('\n');
	const place = (column: string) => header.split(',').indexOf(column);
	const rows = lines.map((line) => {
		const values = line.split(',');
		const person = meant(Number(values[0]?.slice(5)));
		values[place('cpa')] = '9';
		values[place('received_on')] = person.received_on;
		values[place('phone')] = person.phone;
		values[place('start_on')] = person.start_on ?? '';
		return values.join(',');
	});
	return [header, ...rows].join('\n');
}

it('all of it is in Welsh, fits a phone, and goes by keyboard', async () => {
	const { page } = await Studio.enter(browser, server, WELSH_MI, PHONE, PASSWORD);
	await page.goto(`${server.url}/admin/load-records`);
	await page.getByRole('heading', { name: 'Llwythiadau blaenorol' }).waitFor();
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Dewis ffeiliau' }).focus();
	await page.keyboard.press('Enter');
	const csv = 'Reference No,Contract,CPA,Referral route\nWELSH-1,TEST-9,12,third_party\n';
	await (await chooser).setFiles({ name: 'pobl.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await page.getByText('Beth ydynt').waitFor();
	await page.getByText('Anhysbys: dywedwch beth ydyw').or(page.getByText('Llwyth achosion')).first().waitFor();
	expect(await faultsOfPage(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
	await page.context().close();
});
