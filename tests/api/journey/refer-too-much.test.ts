/** What is sent too often is refused for a while. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHARITY, COACH, inDays } from '../../support/scenes/refer.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { worldOf } from '../../support/world.ts';

describe('too much at once', () => {
	let small: TestServer;

	beforeAll(async () => {
		small = await startTestServer({
			seed: 'world',
			env: {
				REFER_PER_LINK_AND_ADDRESS_AN_HOUR: '2',
				REFER_PER_ACCOUNT_AN_HOUR: '1',
				REFER_UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: '3',
			},
		});
	});
	afterAll(() => small.stop());

	it('is refused for a while: by a link, by an account, and of links that never were', async () => {
		const { admin, user, north } = await worldOf(small);
		const link = { contract: north.contract, route: 'third_party', organisation: 'x', expires_on: inDays(9) };
		const { body } = await admin.post('/items/referral_links', link);
		const issued = await admin.post(`/refer/links/${body.data.id}`);
		const path = new URL(issued.body.data.url).pathname;
		const { anonymous } = small;

		expect((await anonymous.post(path, { ...CHARITY, first_name: '' })).status).toBe(400);
		expect((await anonymous.post(path, CHARITY)).status).toBe(200);
		expect((await anonymous.post(path, CHARITY)).status).toBe(200);
		const refused = await anonymous.post(path, CHARITY);
		expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([429, 'REQUESTS_EXCEEDED']);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
		const page = await fetch(small.url + path, {
			method: 'POST',
			body: new URLSearchParams({ ...CHARITY, permission_obtained: 'true' }),
			headers: { accept: 'text/html' },
		});
		expect([page.status, (await page.text()).includes('Too many attempts')]).toEqual([429, true]);
		expect((await anonymous.get(path)).status).toBe(200);

		const { client } = await user('Referrer', 'referrer-limit@example.org');
		expect((await client.post('/refer', COACH)).status).toBe(200);
		expect((await client.post('/refer', COACH)).status).toBe(429);

		for (const token of ['1', '2', '3']) expect((await anonymous.get(`/refer/${token.repeat(40)}`)).status).toBe(404);
		expect((await anonymous.get(`/refer/${'4'.repeat(40)}`)).status).toBe(429);
		expect((await anonymous.get(path)).status).toBe(429);
	});
});
