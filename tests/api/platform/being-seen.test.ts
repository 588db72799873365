/** What a load balancer and an operator see of a running instance, and what nobody sees. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../support/environment.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

const TOKEN = 'a-token-for-tests-only';
let server: TestServer;
beforeAll(async () => {
	server = await startTestServer({ seed: 'demo', env: { METRICS_TOKEN: TOKEN, LOG_LEVEL: 'info', LOG_STYLE: 'raw' } });
});
afterAll(() => server.stop());

const get = async (path: string, token?: string) => {
	const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
	const response = await fetch(new URL(path, server.url), { headers });
	return { status: response.status, text: await response.text() };
};

describe('GET /server/health', () => {
	it('says that the server and its database are there, and nothing else', async () => {
		expect(await get('/server/health')).toEqual({ status: 200, text: '{"status":"ok"}' });
		expect(await get('/server/health', 'another-token-for-tests')).toEqual({ status: 200, text: '{"status":"ok"}' });
	});

	it('says all with the token', async () => {
		const { status, text } = await get('/server/health', TOKEN);
		expect([status, Object.keys(JSON.parse(text).checks)]).toEqual([
			200,
			expect.arrayContaining([expect.stringMatching(/:responseTime$/)]),
		]);
	});
});

describe('GET /metrics', () => {
	it.each([undefined, 'another-token-for-tests', ''])('is closed without the token (%s)', async (token) => {
		const { status, text } = await get('/metrics', token);
		expect([401, 403, 404]).toContain(status);
		expect(text).not.toContain('pm_');
	});

	it('counts requests and the work that waits, and names nobody', async () => {
		await server.anonymous.get('/items/mentees');
		const { status, text } = await get('/metrics', TOKEN);
		expect(status).toBe(200);
		expect(text).toMatch(/pm_requests_total\{kind="read",status="4xx"\} [1-9]/);
		expect(text).toMatch(/pm_clocks_overdue\{service_level="\w+"\} [1-9]/);
		expect(text).toMatch(/^pm_unsettled_writes 0$/m);
		expect(text).toMatch(/^pm_mails\{outcome="refused"\} \d+$/m);
		expect(text).not.toMatch(/@|PM-|example/);
	});

	it('has every figure that the alerts and the dashboard ask for', async () => {
		const { text } = await get('/metrics', TOKEN);
		const files = ['alerts.yaml', 'dashboard.json'].map((name) =>
			readFileSync(join(root, 'docs/operations', name), 'utf8'),
		);
		const asked = new Set(files.join('\n').match(/\b(?:pm|process|nodejs)_[a-z0-9_]+/g));
		expect(asked.size).toBeGreaterThan(7);
		for (const name of asked) expect(text).toContain(`\n${name.replace(/_bucket$/, '')}`.trimStart());
	});
});

describe('the log', () => {
	const ask = async (path: string, headers: Record<string, string> = {}) => {
		const response = await fetch(new URL(path, server.url), { headers });
		await response.text();
		return { status: response.status, number: response.headers.get('x-request-id') };
	};
	/** The line about the request with this number. */
	const lineOf = async (number: string) => {
		let line: string | undefined;
		const found = () =>
			(line = server
				.output()
				.split('\n')
				.find((each) => each.includes(`"id":"${number}"`)));
		await expect.poll(found, { timeout: 10_000 }).toBeDefined();
		return JSON.parse(line as string);
	};

	it('has each request under the number that its answer carries', async () => {
		const [one, other] = [await ask('/server/ping'), await ask('/server/ping')];
		expect(one.number).toMatch(/^[\da-f-]{36}$/);
		expect(other.number).not.toBe(one.number);
		expect(await lineOf(one.number!)).toMatchObject({ req: { method: 'GET', url: '/server/ping' } });
	});

	it('takes the number of the proxy, and nothing that could say something', async () => {
		const number = 'c0ffee00c0ffee00c0ffee00c0ffee00';
		expect((await ask('/server/ping', { 'X-Request-Id': number })).number).toBe(number);
		const said = await ask('/server/ping', { 'X-Request-Id': 'Secret Test-Name' });
		expect(said.number).toMatch(/^[\da-f-]{36}$/);
		await lineOf(said.number!);
		expect(server.output()).not.toContain('Secret Test-Name');
	});

	it('keeps nothing of what is asked for, however it is refused', async () => {
		const manager = await server.login('manager@example.org');
		const name = 'Mrs-Test-Sought';
		const path = `/items/mentees?search=${name}&filter[last_name][_eq]=${name}&fields=id`;
		expect((await manager.get(path)).body.data).toEqual([]);
		for (const asked of [path, `/items/mentees?aggregate=${name}`, `/no-such-page?of=${name}`]) await ask(asked);
		await lineOf((await ask('/server/ping')).number!);
		expect(server.output()).toContain('"url":"/items/mentees"');
		expect(server.output()).not.toContain(name);
	});
});
