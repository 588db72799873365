/** Home and the dashboards hold the rules of WCAG 2.2 AA that a machine can judge, in each language and theme. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, Studio } from '../support/studio.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Panels of the stock Studio: their markup is not ours to mend. */
const STOCK = '.list.has-header';

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

interface Axe {
	run(
		context: object,
		options: object,
	): Promise<{ violations: { id: string; nodes: { target: unknown[]; html: string }[] }[] }>;
}

/** What axe-core finds in the page, but for the stock panels. */
async function faults({ page }: Studio): Promise<string[]> {
	return page.evaluate(
		async ([stock, rules]) => {
			const { axe } = window as unknown as { axe: Axe };
			const { violations } = await axe.run({ include: ['main'], exclude: [stock] }, { runOnly: rules });
			return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
		},
		[STOCK, RULES] as const,
	);
}

it.each([
	['manager@example.org', 'en-GB', 'light'],
	['manager@example.org', 'cy-GB', 'dark'],
	['buyer@example.org', 'cy-GB', 'light'],
	['buyer@example.org', 'en-GB', 'dark'],
])('%s, %s, %s', async (email, language, appearance) => {
	const client = await server.login(email);
	expect((await client.patch('/users/me', { language, appearance })).status).toBe(200);
	const { body } = await client.get('/dashboards?fields=id,name&filter[user_created][_null]=true&sort=name');
	expect(body.data).toHaveLength(7);
	const studio = await Studio.signIn(browser, server, email);
	const { page } = studio;
	await page.locator('main h2, main h1').first().waitFor();
	await page.evaluate(AXE);
	expect(await faults(studio)).toEqual([]);
	for (const { id, name } of body.data) {
		await studio.go(`/insights/${id}`);
		await page.locator('.v-workspace-tile .panel').first().waitFor();
		await page.waitForLoadState('networkidle');
		expect([name, await faults(studio)]).toEqual([name, []]);
	}
	await page.context().close();
});
