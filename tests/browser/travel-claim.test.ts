import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, PHONE, Studio } from '../support/studio.ts';

const MENTOR = 'mentor1@example.org';
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

it('a Peer Mentor claims the travel to a session of the Mentee they chose (2.25)', async () => {
	const mentor = await server.login(MENTOR);
	const attended =
		'filter[attendance][_eq]=attended&filter[mode][_eq]=face_to_face&filter[mentee][ended_on][_null]=true';
	const { body } = await mentor.get(`/items/sessions?${attended}&sort=-held_on&limit=1&fields=id,held_on,mentee.name`);
	const session = body.data[0] as { id: string; held_on: string; mentee: { name: string } };
	const studio = await Studio.enter(browser, server, MENTOR, PHONE);
	const { page } = studio;
	const drawer = page.locator('#dialog-outlet');
	const choose = async (field: string, row: string) => {
		await studio.field(field).getByText('Select an item...').click();
		await drawer.locator('tbody tr').filter({ hasText: row }).first().click();
		await drawer.locator('header button:has([data-icon="check"])').first().click();
		await studio.field(field).locator('[data-icon="close"]').waitFor();
	};
	await studio.open('/content/travel_claims/+');
	await choose('mentee', session.mentee.name);
	await studio.choose('travelled_to', 'A face-to-face session');
	await choose('session', session.mentee.name);
	await studio.day('travelled_on', session.held_on);
	await studio.type('amount_pence', '12,50');
	await page.getByText('A comma only separates thousands.').waitFor();
	await studio.type('amount_pence', '12.50');
	await studio.save();
	await page.waitForURL((url) => !url.pathname.endsWith('/+'));
	const claims = await mentor.get('/items/travel_claims?fields=session,amount_pence');
	expect(claims.body.data).toContainEqual({ session: session.id, amount_pence: 1250 });
});
