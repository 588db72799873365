/** Referring with an account, and what a Referrer is told of it (2.4, 2.6). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import {
	ask,
	begin,
	CHARITY,
	COACH,
	end,
	linkPath,
	referrer,
	referrerId,
	sendForm,
	server,
	stored,
	world,
} from '../../support/scenes/refer.ts';
import { PASSWORD } from '../../support/world.ts';

const REFERENCE = /^R-[2-9A-HJKMNP-Z]{6}$/;

beforeAll(() => begin());
afterAll(end);

describe('a signed-in Referrer', () => {
	it('refers somebody, and the record is complete but for its Peer Mentor', async () => {
		const { status, body } = await referrer.post('/refer', COACH);
		expect(status).toBe(200);
		expect(body).toEqual({ data: { reference: expect.stringMatching(REFERENCE) } });
		const [row] = await stored(body.data.reference);
		expect(row).toMatchObject({
			...COACH,
			contract: world.north.contract,
			supplier: world.north.id,
			cpa: 9,
			name: 'Outside Test-Person',
			received_on: today(),
			referred_by: referrerId,
			referral_link: null,
			peer_mentor: null,
			third_party_organisation: null,
		});
		const clocks = await world.north.manager.get(`/items/service_level_clocks?filter[referral][_eq]=${row.id}`);
		expect(clocks.body.data).toMatchObject([{ service_level: 'initial_meeting', status: 'pending' }]);
	});

	it('is seen by the Supplier’s manager, and by no other Supplier', async () => {
		const { body } = await referrer.post('/refer', COACH);
		const filter = `/items/referrals?filter[reference][_eq]=${body.data.reference}`;
		expect((await world.north.manager.get(filter)).body.data).toHaveLength(1);
		expect((await world.west.manager.get(filter)).body.data).toEqual([]);
	});

	it('sees nothing of anybody in the records', async () => {
		for (const collection of ['referrals', 'mentees', 'referral_links', 'notifications_to_jobcentre', 'suppliers']) {
			expect((await referrer.get(`/items/${collection}`)).status).toBe(403);
		}
	});

	it('is shown the form with the areas of running contracts only', async () => {
		const { status, text, headers } = await ask('/refer', { headers: { authorization: `Bearer ${referrer.token}` } });
		expect(status).toBe(200);
		expect([...text.matchAll(/name="cpa"\s+value="(\d)"/g)].map((match) => match[1])).toEqual(['1', '9']);
		expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^;]+; form-action/);
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('cache-control')).toBe('no-store');
	});

	it('uses the session of the Studio, and is shown how to sign in when it has ended', async () => {
		const login = await fetch(`${server.url}/auth/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ email: 'referrer-test@example.org', password: PASSWORD, mode: 'session' }),
		});
		const cookie = String(login.headers.get('set-cookie')).split(';')[0] as string;
		const sent = await sendForm('/refer', COACH, { cookie });
		expect([sent.status, sent.text.includes('Referral received')]).toEqual([200, true]);
		const ended = { headers: { cookie: `${cookie.slice(0, -3)}abc`, accept: 'text/html' } };
		const answer = await ask('/refer', ended);
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/refer?signed_out']);
		expect((await ask('/refer?signed_out', ended)).status).toBe(401);
		// The page of a link knows nobody, so a session that has ended plays no part.
		expect((await ask(await linkPath(), ended)).status).toBe(200);
	});
});

describe('everybody else has no form of their own', () => {
	it('a Peer Mentor, a manager, MI, the Buyer and the Administrator are refused', async () => {
		const { north, buyer, admin } = world;
		for (const who of [north.mentors[0]!.client, north.manager, north.mi, buyer, admin]) {
			for (const answer of [
				await who.get('/refer'),
				await who.post('/refer', COACH),
				await who.get('/refer/results'),
			]) {
				expect(answer.status).toBe(403);
			}
		}
	});

	it('somebody who is not signed in is told to sign in', async () => {
		const page = await ask('/refer', { headers: { accept: 'text/html' } });
		expect([page.status, page.text.includes('href="/admin"')]).toEqual([401, true]);
		expect((await server.anonymous.post('/refer', COACH)).body.errors[0].extensions.code).toBe('INVALID_CREDENTIALS');
		expect((await server.anonymous.get('/refer/results')).status).toBe(401);
	});
});

describe('the results', () => {
	it('are a reference, a date and what was told: of the link’s own referrals, and nothing else', async () => {
		const path = await linkPath();
		const { body } = await server.anonymous.post(path, CHARITY);
		const { reference } = body.data;
		const arranged = { reference, received_on: today(), result: null, label: 'Being arranged', told_on: null };
		expect((await server.anonymous.get(`${path}/results`)).body).toEqual({ data: [arranged] });
		const [{ id }] = await stored(reference);
		const tell = (change: object) =>
			world.admin.post('/items/notifications_to_jobcentre', {
				referral: id,
				supplier: world.north.id,
				about: 'referral_result',
				...change,
			});
		await tell({ told_to: 'third_party', result: 'will_start', told_on: '2026-11-20' });
		await tell({ told_to: 'single_point_of_contact', result: 'not_reached', told_on: '2026-11-21' });
		const told = await server.anonymous.get(`${path}/results?lang=cy-GB`);
		expect(told.body.data).toEqual([
			{ ...arranged, result: 'will_start', label: 'Bydd yn dechrau', told_on: '2026-11-20' },
		]);
		const page = await ask(`${path}/results`, { headers: { accept: 'text/html' } });
		expect(page.text).toContain(reference);
		expect(page.text).toContain('told on 20 November 2026');
		expect(page.text).not.toMatch(/Outside|Test-Person|01632|Test Contact/);
		expect((await server.anonymous.get(`${await linkPath()}/results`)).body).toEqual({ data: [] });
	});

	it('of a Referrer are their own', async () => {
		const { client } = await world.user('Referrer', 'referrer-two@example.org', undefined, 'cy-GB');
		const { body } = await client.post('/refer', COACH);
		expect((await client.get('/refer/results')).body.data).toEqual([
			{ ...body.data, received_on: today(), result: null, label: 'Wrthi’n cael ei drefnu', told_on: null },
		]);
		const others = (await referrer.get('/refer/results')).body.data;
		expect(others.map((row: { reference: string }) => row.reference)).not.toContain(body.data.reference);
	});

	it('stay away once the person has withdrawn consent (2.25)', async () => {
		const path = await linkPath();
		const { body } = await server.anonymous.post(path, CHARITY);
		const [{ id }] = await stored(body.data.reference);
		const withdrawn = { referral: id, decision: 'withdrawn', decided_on: new Date().toISOString().slice(0, 10) };
		expect((await world.admin.post('/items/consents', withdrawn)).status).toBe(200);
		expect((await server.anonymous.get(`${path}/results`)).body).toEqual({ data: [] });
	});
});

describe('where a Referrer lands', () => {
	it('is their own page of the Studio, until they go elsewhere', async () => {
		const { client } = await world.user('Referrer', 'referrer-three@example.org');
		await expect.poll(async () => (await client.get('/users/me?fields=last_page')).body.data.last_page).toBe('/refer');
		await client.patch('/users/me/track/page', { last_page: '/users/me' });
		const again = await server.login('referrer-three@example.org', PASSWORD);
		expect((await again.get('/users/me?fields=last_page')).body.data.last_page).toBe('/users/me');
	});
});
