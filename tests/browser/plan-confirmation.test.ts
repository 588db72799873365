/** What a Mentee sees of their plan on a phone of their own, by a link that a Peer Mentor makes in the app. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { TEXTS } from '../../extensions/peer-mentoring/src/api/journey/plan-confirmation/texts.ts';
import { INTERVIEWED, PLANNED } from '../support/complete-forms.ts';
import { addMentee, begin, browser, end, LONG_AGO, MENTOR, mentor, server } from '../support/scenes/caseload.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { PHONE } from '../support/studio.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

beforeAll(begin);
afterAll(end);

/** What axe-core finds, and whether the page is wider than a narrow phone. */
async function faultsOf(page: Page): Promise<string[]> {
	// Nothing runs on these pages; axe is put in beside them.
	await page.addScriptTag({ content: AXE }).catch(() => page.evaluate(AXE));
	const found = await page.evaluate(async (rules) => {
		const { axe } = window as unknown as {
			axe: { run(of: object, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		const { violations } = await axe.run(document, { runOnly: rules });
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
	}, RULES);
	await page.setViewportSize({ width: 320, height: 640 });
	const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
	await page.setViewportSize(PHONE);
	return isWide ? [...found, 'wider than 320 px'] : found;
}

async function withPlan(name: string, language: string): Promise<{ mentee: string; plan: string }> {
	const mentee = await addMentee(mentor, name, 'Confirms');
	await mentor.patch(`/items/mentees/${mentee}`, { preferred_language: language });
	await mentor.post('/items/diagnostic_interviews', { mentee, held_on: addDays(LONG_AGO, 5), ...INTERVIEWED });
	const { body } = await mentor.post('/items/action_plans', { mentee, ...PLANNED });
	return { mentee, plan: body.data.id };
}

it.each(['en-GB', 'cy-GB'] as const)(
	'in %s: made in the app, read on a phone, agreed to, and over',
	async (language) => {
		const texts = TEXTS[language];
		const { mentee, plan } = await withPlan('Gwen', language);
		const app = await MentorApp.signIn(browser, server, MENTOR);
		await app.go(`people/${mentee}/plan-link`);
		await app.page.getByRole('button', { name: 'Make a link to copy' }).click();
		const message = await app.page.getByLabel('Message to send').inputValue();
		expect(await app.faults()).toEqual([]);
		expect(message).not.toMatch(/drug|alcohol|addict|mentor/i);
		const url = /https?:\S+/.exec(message)![0];

		const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', javaScriptEnabled: true });
		const page = await context.newPage();
		await page.goto(url);
		await page.getByRole('heading', { name: texts.title, level: 1 }).waitFor();
		expect(await page.locator('html').getAttribute('lang')).toBe(language);
		expect(await faultsOf(page)).toEqual([]);
		await page.getByRole('button', { name: texts.ask }).click();
		await page.getByRole('alert').getByText(texts.problems.change_missing).waitFor();
		expect(await faultsOf(page)).toEqual([]);
		await page.getByLabel(texts.change).fill('Typed, and kept');
		const other = language === 'cy-GB' ? 'en-GB' : 'cy-GB';
		await page.getByRole('button', { name: other === 'cy-GB' ? 'Cymraeg' : 'English' }).click();
		await page.getByRole('heading', { name: TEXTS[other].title, level: 1 }).waitFor();
		expect(await page.getByLabel(TEXTS[other].change).inputValue()).toBe('Typed, and kept');
		await page.getByRole('button', { name: language === 'cy-GB' ? 'Cymraeg' : 'English' }).click();
		await page.getByRole('button', { name: texts.agree }).click();
		await page.getByRole('heading', { name: texts.agreed }).waitFor();
		expect(await faultsOf(page)).toEqual([]);
		await page.goto(url);
		await page.getByRole('heading', { name: TEXTS['en-GB'].notices.link!.title }).waitFor();
		expect(await page.locator('body').innerText()).not.toContain(PLANNED.goal);
		expect(await faultsOf(page)).toEqual([]);
		await context.close();

		const { body } = await mentor.get(`/items/action_plans/${plan}?fields=agreed_on,evidence`);
		expect(body.data).toEqual({ agreed_on: today(), evidence: 'electronic' });
		await app.go(`people/${mentee}`);
		await app.page.locator('.timeline').getByText('Answered by a link').waitFor();
	},
);

it('a change that is asked for stands on the person’s page', async () => {
	const { mentee, plan } = await withPlan('Gwen Asks', 'en-GB');
	const { body } = await mentor.post(`/plan-confirmation/links/${plan}`);
	await fetch(body.data.url, {
		method: 'POST',
		body: new URLSearchParams({ answer: 'change_asked', asked_change: 'Not before May' }),
	});
	const app = await MentorApp.signIn(browser, server, MENTOR);
	const toDo = () => app.page.locator('.to-dos').getByRole('link', { name: /^Talk with Gwen Asks Confirms/ });
	await app.page.locator('.people').first().waitFor();
	// Of each group five are shown at first.
	await app.page.evaluate(() =>
		document.querySelectorAll<HTMLElement>('.to-dos > button').forEach((all) => all.click()),
	);
	await toDo().click();
	await app.page.locator('.inset').getByText('Not before May').waitFor();
	await expect.poll(() => toDo().getAttribute('href')).toContain(`/steps/plan/${mentee}`);
	expect(await app.faults()).toEqual([]);
	for (const kind of ['The plan', 'Leaving summary', 'Consent statement']) {
		const [paper] = await Promise.all([
			app.page.context().waitForEvent('page'),
			app.page.getByRole('link', { name: kind, exact: true }).click(),
		]);
		await paper.locator('h1').waitFor();
		expect([kind, await faultsOf(paper)]).toEqual([kind, []]);
		await paper.close();
	}
});
