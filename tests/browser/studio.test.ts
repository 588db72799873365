import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('a Peer Mentor', () => {
	it('records a referral in the generated form and finds it due ten Working Days later', async () => {
		const studio = await Studio.enter(browser, server, 'mentor1@example.org');
		await studio.open('/content/referrals/+');
		await studio.type('first_name', 'Browser');
		await studio.type('last_name', 'Test-Referral');
		await studio.tab('Referral');
		await studio.day('received_on', '2026-03-02');
		await studio.choose('route', 'Third-party organisation');
		await studio.tick('permission_obtained');
		expect(await studio.field('third_party_organisation').isVisible()).toBe(true);
		expect(await studio.page.locator('[data-field="work_coach"]').count()).toBe(0);
		await studio.save();
		await studio.page.waitForURL((url) => !url.pathname.endsWith('/+'));
		const mentor = await server.login('mentor1@example.org');
		const { body } = await mentor.get(
			'/items/service_level_clocks?filter[referral][name][_eq]=Browser Test-Referral&fields=service_level,due_on',
		);
		expect(body.data).toEqual([{ service_level: 'initial_meeting', due_on: '2026-03-16' }]);
	});

	it('is told beside the field what cannot be, and loses nothing of what was typed', async () => {
		const studio = await Studio.enter(browser, server, 'mentor1@example.org', PHONE);
		await studio.open('/content/referrals/+');
		await studio.type('first_name', 'Browser');
		await studio.type('last_name', 'Test-Future');
		await studio.tab('Referral');
		await studio.day('received_on', '2028-03-02');
		await studio.choose('route', 'Third-party organisation');
		await studio.tick('permission_obtained');
		await studio.save();
		await studio.page
			.getByText(/is in the future/i)
			.first()
			.waitFor();
		await studio.tab('Person');
		expect(await studio.field('last_name').locator('input').first().inputValue()).toBe('Test-Future');
	});
});

describe('a Peer Mentor who works in Welsh', () => {
	it('has the form, the buttons and the messages in Welsh', async () => {
		const studio = await Studio.enter(browser, server, 'mentor2@example.org');
		await studio.open('/content/referrals/+');
		await studio.page.getByText('Enw cyntaf', { exact: true }).waitFor();
		expect(await studio.page.locator('html').getAttribute('lang')).toBe('cy-GB');
		await studio.tab('Atgyfeiriad');
		await studio.page.getByText('Canolfan Byd Gwaith', { exact: true }).waitFor();
		await studio.save();
		await studio.page.getByText('Rhaid rhoi gwerth').first().waitFor();
		expect(await studio.page.locator('body').innerText()).not.toMatch(
			/\b(Referral route|First name|Value is required)\b/,
		);
	});

	it('does not change the language of anybody else', async () => {
		const studio = await Studio.enter(browser, server, 'mentor3@example.org');
		await studio.open('/content/referrals/+');
		await studio.page.getByText('First name', { exact: true }).waitFor();
		expect(await studio.page.locator('html').getAttribute('lang')).toBe('en-GB');
	});
});

describe('the MI lead', () => {
	it('opens the month’s return and downloads its workbook', async () => {
		const mi = await server.login('mi@example.org');
		const { body } = await mi.get('/items/mi_returns?filter[month][_eq]=2024-06&fields=id');
		const studio = await Studio.enter(browser, server, 'mi@example.org');
		await studio.open(`/content/mi_returns/${body.data[0].id}`);
		const download = studio.page.waitForEvent('download');
		await studio.page.getByRole('button', { name: 'Download the PMI workbook' }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('PMI-PM-CPA9-2024-06.xlsx');
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.readFile(await file.path());
		expect(workbook.getWorksheet('Measures')?.rowCount).toBeGreaterThan(20);
	});
});

describe('the dashboard of FTE coverage', () => {
	it.each([
		['the Buyer', 'buyer@example.org', ['PM-CPA2', 'PM-CPA9']],
		['a manager, for their own contract only', 'manager@example.org', ['PM-CPA9']],
	])('is seen by %s', async (_, email, contracts) => {
		const studio = await Studio.enter(browser, server, email);
		await studio.open('/insights');
		await studio.page.getByText('Contract performance').first().click();
		await studio.page.locator('figcaption').first().waitFor();
		const text = await studio.page.locator('main').innerText();
		for (const contract of ['PM-CPA2', 'PM-CPA9']) {
			expect([contract, text.includes(contract)]).toEqual([contract, contracts.includes(contract)]);
		}
	});
});
