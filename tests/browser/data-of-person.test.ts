/** On a Mentee's form: everything that is kept of them, for who may give it out, and nothing of it for anybody else. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEXTS } from '../../extensions/peer-mentoring/src/app/privacy/data-of-person/texts.ts';
import { PEOPLE } from '../support/people.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';
import { openBrowser, Studio } from '../support/studio.ts';

let server: TestServer;
let browser: Browser;
let officer: Client;
let mentee: { id: string; name: string; reference: string };

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	browser = await openBrowser();
	officer = await server.login(PEOPLE['Data Protection Officer'] as string);
	const mentor = await server.login('mentor1@example.org');
	[mentee] = (
		await mentor.get('/items/mentees?limit=1&sort=reference&filter[stage][_eq]=in_support&fields=id,name,reference')
	).body.data;
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

it.each(['en-GB', 'cy-GB'] as const)(
	'in %s the Data Protection Officer has the page and the file',
	async (language) => {
		const texts = TEXTS[language];
		await officer.patch('/users/me', { language });
		const { page } = await Studio.enter(browser, server, PEOPLE['Data Protection Officer'] as string);
		await page.goto(`${server.url}/admin/content/mentees/${mentee.id}`);
		await page.getByRole('heading', { name: texts.title }).waitFor();
		const [paper] = await Promise.all([
			page.context().waitForEvent('page'),
			page.getByRole('link', { name: texts.as_page }).click(),
		]);
		await paper.locator('h1').waitFor();
		expect(await paper.locator('body').innerText()).toContain(mentee.name);
		await paper.close();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: texts.as_file }).click(),
		]);
		expect(file.suggestedFilename()).toBe(`personal-data-${mentee.reference.replaceAll('/', '-')}.json`);
		const query = `/items/access_log?filter[subject][_eq]=${mentee.reference}&filter[action][_eq]=export&fields=id`;
		expect((await officer.get(query)).body.data.length).toBeGreaterThanOrEqual(2);
	},
);

it.each(['Peer Mentor', 'Supplier Manager', 'Supplier MI'])('a %s has none of it', async (role) => {
	const { page } = await Studio.enter(browser, server, PEOPLE[role] as string);
	await page.goto(`${server.url}/admin/content/mentees/${mentee.id}`);
	await page.getByText('Who supported them').first().waitFor();
	expect(await page.getByText(TEXTS['en-GB'].title).count()).toBe(0);
	expect(await page.locator('a[href*="personal-data"]').count()).toBe(0);
});
