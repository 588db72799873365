/** The quarterly sample in the Studio: drawn, read, redacted further, rejected, released, and what the analyst has of it (3.11). */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { planSampleTexts } from '../support/plan-sample-texts.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';
import { openBrowser, PHONE, Studio } from '../support/studio.ts';
import { worldOf, PASSWORD, type World } from '../support/world.ts';
import { sheetTexts } from '../support/xlsx.ts';
import { SMART_ACTION, STARTS } from '../support/complete-forms.ts';

const MANAGER = 'test-9-manager@example.org';
const WELSH_MANAGER = 'welsh-manager@example.org';
const ANALYST = 'analyst-test@example.org';
const QUARTER = '2024-Q1';
/** Whatever tells who the person of such a plan is. */
const TELLING = /gwenllian|zebedee|07700|QQ ?12|wrexham|19 February|2024-01-22/i;

/** A whole journey, on a machine that does other things as well. */
vi.setConfig({ testTimeout: 180_000 });

let server: TestServer;
let browser: Browser;
let world: World;
let mentor: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	browser = await openBrowser();
	world = await worldOf(server);
	mentor = world.north.mentors[0]!.client;
	await world.user('Supplier Manager', WELSH_MANAGER, world.north.id, 'cy-GB');
	await world.user('Buyer Analyst', ANALYST);
	for (const number of [1, 3, 5]) await agreedPlan(number);
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

async function made(collection: string, record: object): Promise<string> {
	const { status, body } = await mentor.post(`/items/${collection}?fields=id`, record);
	expect([collection, status, body.errors]).toEqual([collection, 200, undefined]);
	return body.data.id;
}

/** A Mentee who started, with a plan in English that says a lot about them. */
async function agreedPlan(number: number): Promise<void> {
	const person = { first_name: 'Gwenllian', last_name: `Zebedee${number}`, phone: '07700 900417' };
	const referral = await made('referrals', { ...person, received_on: '2024-01-02', route: 'jobcentre_plus' });
	await made('initial_meetings', { referral, held_on: '2024-01-08', ...STARTS });
	const { body } = await mentor.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
	const mentee = body.data[0].id;
	const started = { start_on: '2024-01-15', dwp_customer: 'yes', nino: 'QQ 12 34 56 C' };
	expect((await mentor.patch(`/items/mentees/${mentee}?fields=id`, started)).status).toBe(200);
	const { goal, action, review } = planSampleTexts(number);
	const action_plan = await made('action_plans', {
		mentee,
		agreed_on: '2024-01-22',
		evidence: 'electronic',
		goal,
		actions: [{ ...SMART_ACTION, what: action, due_on: '2024-02-19' }],
	});
	await made('plan_reviews', { action_plan, reviewed_on: '2024-02-05', summary: review, result: 'updated' });
}

async function openSample(email: string, viewport?: typeof PHONE): Promise<Studio> {
	const { body } = await world.north.manager.get(`/items/plan_sample_draws?filter[quarter][_eq]=${QUARTER}&fields=id`);
	const studio = await Studio.enter(browser, server, email, viewport, PASSWORD);
	await studio.open(`/content/plan_sample_draws/${body.data[0].id}`);
	return studio;
}

/** Each tick is kept by the server before the next box can be ticked. */
async function tickAll(page: Page, label: string): Promise<void> {
	for (const box of await page.getByLabel(label).all()) await box.check();
}

async function plansDownloaded(page: Page): Promise<string> {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the released plans' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe(`plan-samples-TEST-9-${QUARTER}.xlsx`);
	return (await sheetTexts(readFileSync(await file.path()))).join('\n');
}

describe('a manager', () => {
	it('draws the sample, sees every replacement, hides more, releases one plan and rejects another', async () => {
		const studio = await Studio.enter(browser, server, MANAGER, undefined, PASSWORD);
		const { page } = studio;
		await studio.open('/content/plan_sample_draws/+');
		await page.getByText('Choose the contract and the quarter that is over').waitFor();
		await studio.type('quarter', QUARTER);
		await studio.field('contract').getByText('Select an item').click();
		await page.getByRole('cell', { name: 'TEST-9' }).or(page.locator('tbody').getByText('TEST-9')).first().click();
		await page.locator('header button:has([data-icon="check"])').last().click();
		await studio.field('contract').getByText('TEST-9').waitFor();
		await studio.save();
		await page.waitForURL('**/content/plan_sample_draws');
		await page.getByText(QUARTER).click();
		const plans = page.getByRole('navigation', { name: 'Plans of this sample' }).getByRole('link');
		await plans.first().waitFor();
		expect(await plans.allInnerTexts()).toEqual([
			expect.stringMatching(/^Plan 1, CPA9\s+Drawn, not reviewed yet/),
			expect.stringMatching(/^Plan 2, CPA9\s+Drawn, not reviewed yet/),
		]);

		await plans.first().click();
		const goal = page.getByRole('region', { name: 'Goal' });
		await goal.locator('mark').first().waitFor();
		expect(await page.locator('main').innerText()).not.toMatch(TELLING);
		for (const details of await page.getByText(/^\d+ replacements?$/).all()) await details.click();
		await goal
			.getByText(/was “Gwenllian/)
			.first()
			.waitFor();
		await goal.getByText('was “07700 900417” (Phone)').waitFor();
		const action = page.getByRole('region', { name: 'Action 1' });
		await action.getByText(/was “QQ123456C” \(National Insurance number\)/).waitFor();

		const release = page.getByRole('button', { name: 'Release to the Buyer' });
		expect(await release.isDisabled()).toBe(true);
		await page.getByRole('status').getByText('3 passages still to be ticked').waitFor();
		const words = page.getByLabel('Words to hide');
		await words.fill('Samba class');
		await words.press('Enter');
		await page.getByText('These words are not in the text as it stands.').waitFor();
		await words.fill('Zumba class');
		await words.press('Enter');
		await page.getByRole('button', { name: 'Show “Zumba class” again' }).waitFor();
		expect(await page.locator('[data-selectable]').allInnerTexts()).not.toContainEqual(expect.stringMatching(/zumba/i));
		await page.getByText('sister', { exact: false }).first().waitFor();
		await select(page, 'sister Carol');
		await page.getByRole('button', { name: 'Hide “sister' }).click();
		await page.getByRole('button', { name: /^Show “sister.* again/ }).waitFor();
		await tickAll(page, 'I have read this passage.');
		await page.getByText('Once released, nothing of this plan can be changed.').waitFor();
		await release.click();
		await page.getByText('It cannot be taken back').waitFor();
		await page.getByRole('alertdialog').getByRole('button', { name: 'Release to the Buyer' }).click();

		await page.waitForURL('**/content/plan_sample_draws/*');
		await plans.filter({ hasText: 'Released' }).waitFor();
		await plans.filter({ hasText: 'Plan 2' }).click();
		await page.getByRole('button', { name: 'Reject this plan' }).click();
		const now = page.getByRole('button', { name: 'Reject and draw another' });
		expect(await now.isDisabled()).toBe(true);
		await page.getByLabel('Why can this plan not be shared?').fill('Too unusual a life');
		await now.click();
		await plans.filter({ hasText: 'Plan 3, CPA9' }).waitFor();
		expect(await plans.allInnerTexts()).toEqual([
			expect.stringMatching(/^Plan 1, CPA9\s+Released/),
			expect.stringMatching(/^Plan 2, CPA9\s+Rejected/),
			expect.stringMatching(/^Plan 3, CPA9\s+Drawn, not reviewed yet/),
		]);
	});

	it('has the review in Welsh, and on a phone', async () => {
		const studio = await openSample(WELSH_MANAGER, PHONE);
		const { page } = studio;
		const fits = async () =>
			expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
		const english =
			/\b(Plan \d|Drawn|Released|Download|Goal|Action|passages?|ticked|Release|Reject|Hide|Words|replacements?|Status|Quarter)\b/;
		const third = page.getByRole('link', { name: /^Cynllun 3, CPA9/ });
		await third.waitFor();
		await fits();
		expect(await page.locator('main').innerText()).not.toMatch(english);
		await third.click();
		await page.getByRole('region', { name: 'Nod' }).locator('mark').first().waitFor();
		for (const details of await page.getByText(/^Disodlwyd: \d+$/).all()) await details.click();
		await page.getByRole('status').getByText('Darnau heb eu ticio eto: 3').waitFor();
		await page.getByRole('button', { name: 'Gwrthod y cynllun hwn' }).click();
		await page.getByLabel('Pam na ellir rhannu’r cynllun hwn?').waitFor();
		await fits();
		expect(await page.locator('main').innerText()).not.toMatch(english);
		await page.getByRole('button', { name: 'Canslo' }).click();
		await tickAll(page, 'Rwyf wedi darllen y darn hwn.');
		await page.getByText('Ar ôl ei ryddhau, ni ellir newid dim').waitFor();
	});
});

it('the analyst finds what is released, and nothing else of the sample', async () => {
	const studio = await openSample(ANALYST);
	const { page } = studio;
	const plans = page.getByRole('navigation', { name: 'Plans of this sample' }).getByRole('link');
	await plans.first().waitFor();
	expect(await plans.allInnerTexts()).toEqual([expect.stringMatching(/^Plan 1, CPA9\s+Released/)]);
	const shown = await page.locator('main').innerText();
	expect(shown).not.toMatch(/Drawn from|FTE in post|Seed/);
	const texts = await plansDownloaded(page);
	expect(texts).toMatch(/\[name\]/);
	expect(texts).toMatch(/\[redacted\]/);
	expect(texts).not.toMatch(TELLING);
	expect(texts).not.toMatch(/zumba|sister|carol/i);
	await plans.first().click();
	await studio.field('status').getByText('Released to the Buyer').waitFor();
	expect(await page.locator('main').innerText()).not.toMatch(/\[name\]|Goal|Reject|Release to/);
});

/** Selects words of the plan as somebody with a mouse does. */
async function select(page: Page, words: string): Promise<void> {
	await page.evaluate((text) => {
		for (const passage of document.querySelectorAll('[data-selectable]')) {
			const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const start = node.textContent!.indexOf(text.split(' ')[0]!);
				if (start < 0) continue;
				const range = document.createRange();
				range.setStart(node, start);
				range.setEnd(node, Math.min(start + text.length, node.textContent!.length));
				document.getSelection()!.removeAllRanges();
				document.getSelection()!.addRange(range);
				return;
			}
		}
	}, words);
}
