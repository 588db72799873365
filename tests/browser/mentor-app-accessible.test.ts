/** Every page and state of the mentors' app, in both languages, by day and by night: for everybody, and in one language. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALENDAR_TEXTS } from '../../extensions/peer-mentoring/src/mentor/calendar/texts.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { onlyEnglish, strangeIn } from '../support/scenes/mentor-words.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';
import { openBrowser, PHONE } from '../support/studio.ts';

const EMAIL = 'mentor1@example.org';

let server: TestServer;
let browser: Browser;
let mentor: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	browser = await openBrowser();
	mentor = await server.login(EMAIL);
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

type Visit = (state: string) => Promise<void>;

/** Goes through every page and state, and stops at each. */
async function throughAll(app: MentorApp, welsh: boolean, visit: Visit): Promise<void> {
	const { page } = app;
	const main = page.locator('button.main');
	await visit('sign-in');
	await main.click();
	await visit('sign-in refused');
	await page.locator('button.link').click();
	await visit('forgotten password');
	await page.locator('button.link').click();
	await app.signInAs(EMAIL);
	await page.locator('.people').first().waitFor();
	await visit('caseload');
	await page.locator('.menu summary').click();
	await visit('menu');
	await page.keyboard.press('Escape');
	await page.fill('#search', 'nobody of this name');
	await visit('nobody found');
	await app.go('week');
	await page.locator('.day-of-week').first().waitFor();
	await visit('week');
	await app.go('calendar');
	await page.getByText(CALENDAR_TEXTS[welsh ? 'cy-GB' : 'en-GB'].none).waitFor();
	await visit('calendar');
	await main.click();
	await page.locator('#made').waitFor();
	await visit('calendar made');
	await page.locator('.buttons button').last().click();
	await page.locator('.inset').waitFor();
	await visit('calendar taken away');
	await throughPeople(app, visit);
	await throughUnsent(app, welsh, visit);
	await app.go('nowhere');
	await page.locator('h1').waitFor();
	await visit('not found');
}

async function throughPeople(app: MentorApp, visit: Visit): Promise<void> {
	const { page } = app;
	const { body } = await mentor.get('/mentor/api/caseload');
	const { steps } = (await mentor.get('/mentor/api/model?language=en-GB')).body.data;
	const people: { mentee: string | null; referral: string; stage: string }[] = body.data.people;
	for (const { mentee, referral } of [people.find((each) => each.mentee)!, people.find((each) => !each.mentee)!]) {
		await app.go(`people/${mentee ?? referral}`);
		await page.locator('.timeline').waitFor();
		await page.locator('details.more summary').click();
		await visit('person');
	}
	for (const { key, about, stages } of steps) {
		const whom = people.find(
			({ stage, mentee }) => (stages?.includes(stage) ?? true) && (about !== 'mentee' || mentee),
		);
		await app.go(about === 'none' ? `steps/${key}` : `steps/${key}/${whom!.mentee ?? whom!.referral}`);
		await page.locator('.end .main').waitFor();
		for (const summary of await page.locator('form summary').all()) await summary.click();
		await visit(key);
	}
	await app.go('steps/add-referral');
	await page.locator('.end .main').click();
	await page.locator('.summary').waitFor();
	await visit('step refused');
}

async function throughUnsent(app: MentorApp, welsh: boolean, visit: Visit): Promise<void> {
	const { page } = app;
	await page.getByLabel(welsh ? 'Enw cyntaf' : 'First name').fill('Anwen');
	await page.locator('.back').click();
	await page.locator('dialog').waitFor();
	await visit('asked before leaving');
	await page.locator('dialog button').nth(1).click();
	await app.go('unsent');
	await page.locator('.card').waitFor();
	await visit('unsent');
	await page.locator('.card button').click();
	await visit('asked before throwing away');
	await page.context().setOffline(true);
	await app.go('');
	await page.locator('.offline').first().waitFor();
	await visit('no connection');
	await page.context().setOffline(false);
}

const isWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

describe.each([
	['en-GB', 'light'],
	['cy-GB', 'dark'],
	['cy-GB', 'light'],
	['en-GB', 'dark'],
] as const)('%s, %s', (language, colorScheme) => {
	it('axe-core finds nothing, 320 pixels are enough, and nothing is in another language', async () => {
		const english = language === 'cy-GB' ? await onlyEnglish(mentor) : new Set<string>();
		expect((await mentor.patch('/users/me', { language })).status).toBe(200);
		const app = await MentorApp.open(browser, server, { colorScheme, locale: language, reducedMotion: 'reduce' });
		const { page } = app;
		page.on('dialog', (dialog) => dialog.accept());
		const states: string[] = [];
		await throughAll(app, language === 'cy-GB', async (state) => {
			states.push(state);
			expect([state, await app.faults()]).toEqual([state, []]);
			expect([state, strangeIn(await app.words(), english)]).toEqual([state, []]);
			await page.setViewportSize({ width: 320, height: 640 });
			expect([state, await isWide(page)]).toEqual([state, false]);
			await page.setViewportSize(PHONE);
		});
		expect(states.length).toBeGreaterThan(25);
	});
});

it('the first field is within five tabs, and the link that skips the head leads there', async () => {
	const app = await MentorApp.signIn(browser, server, EMAIL);
	const { page } = app;
	const focused = () => page.evaluate(() => document.activeElement?.id);
	await app.go('steps/add-referral');
	await page.locator('.end .main').waitFor();
	await page.keyboard.press('Tab');
	expect(await focused()).toBe('answer-referral-first_name');
	await page.locator('.skip').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await focused()).toBe('answer-referral-first_name');
});

it('is never kept from being zoomed, and names what it shows for a screen reader', async () => {
	const app = await MentorApp.signIn(browser, server, EMAIL);
	const { page } = app;
	await page.locator('.people').first().waitFor();
	const viewport = await page.locator('meta[name=viewport]').getAttribute('content');
	expect(viewport).not.toMatch(/user-scalable|maximum-scale/);
	const tree = await page.locator('body').ariaSnapshot();
	expect(tree).toMatch(
		/^- link "Skip to main content"[\s\S]*- banner:[\s\S]*- main:[\s\S]*- heading "My caseload" \[level=1\]/,
	);
	expect(tree).toMatch(/region "My people"[\s\S]*searchbox "Search by name"/);
});
