/** Redis may go away in the middle: requests are answered at once, guessing stays slow, and all is as before when it is back. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownRedis, redisIsInstalled, type OwnRedis } from '../support/redis.ts';
import { anAddress, DELAYS, FREE, PASSWORD, signIn, statuses } from '../support/scenes/stranger.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';

const POINTS = 40;
const A_SECOND = 1000;
/** What has been forgotten is read again first, on a machine that is busy with other tests. */
const TO_READ_AGAIN = 5 * A_SECOND;
let redis: OwnRedis;
let server: TestServer;
let admin: Client;
let role: string;

beforeAll(async () => {
	if (!redisIsInstalled()) return;
	redis = await ownRedis();
	server = await startTestServer({
		own: true,
		env: {
			...DELAYS,
			REDIS: redis.url,
			RATE_LIMITER_STORE: 'redis',
			RATE_LIMITER_POINTS: String(POINTS),
			RATE_LIMITER_DURATION: '2',
		},
	});
	admin = await server.admin();
	role = (await admin.get('/roles?filter[name][_eq]=Referrer&fields=id')).body.data[0].id;
}, 300_000);
afterAll(async () => {
	redis?.goOn();
	await server?.stop();
	await redis?.stop();
});

const from = () => ({ from: anAddress(), to: server.url });
/** Nobody known before, so that no limit of another request counts. */
const asked = (path: string, address: string) =>
	fetch(server.url + path, { headers: { authorization: `Bearer ${admin.token}`, 'x-forwarded-for': address } });
const somebody = async () => {
	const email = `${randomUUID()}@example.org`;
	expect((await admin.post('/users', { email, password: PASSWORD, role, status: 'active' })).status).toBe(200);
	return email;
};
const linesAbout = (what: RegExp) =>
	server
		.output()
		.split('\n')
		.filter((line) => what.test(line));

/** What must hold whether Redis is there or not. @param longest how long anybody waits for an answer, in milliseconds */
async function allIsWell(longest = A_SECOND) {
	const inTime = async <Result>(work: () => Promise<Result>): Promise<Result> => {
		const begun = performance.now();
		const result = await work();
		expect(performance.now() - begun).toBeLessThan(longest);
		return result;
	};
	for (const path of ['/users/me', '/items/call_off_contracts', '/server/ping', '/roles']) {
		expect([path, (await inTime(() => asked(path, anAddress()))).status]).toEqual([path, 200]);
	}
	const email = await inTime(somebody);
	expect((await signIn(email, PASSWORD, from())).status).toBe(200);
	const stranger = from();
	const guesses = [];
	for (let time = 0; time < FREE + 2; time++) guesses.push(await inTime(() => signIn(email, 'wrong', stranger)));
	expect(statuses(guesses)).toEqual([...Array(FREE).fill(401), 429, 429]);
	const address = anAddress();
	const flood = await Promise.all(Array.from({ length: POINTS + 5 }, () => asked('/server/ping', address)));
	expect(flood.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
}

describe.runIf(redisIsInstalled())('where Redis', () => {
	it('answers, all is well', () => allIsWell(TO_READ_AGAIN));

	it('goes away, all is well, and the log says so once', async () => {
		await redis.stop();
		await allIsWell();
		await allIsWell();
		expect(linesAbout(/Redis is away/)).toHaveLength(1);
		expect(linesAbout(/ECONNREFUSED|ioredis|MaxRetries|isn't writeable/)).toEqual([]);
	}, 60_000);

	it('is back, all is well, and the log says so once', async () => {
		await redis.start();
		await expect.poll(() => linesAbout(/Redis is back/).length, { timeout: 10_000 }).toBe(1);
		await allIsWell(TO_READ_AGAIN);
	}, 60_000);

	it('hangs, all is well', async () => {
		redis.hang();
		await asked('/server/ping', anAddress());
		await allIsWell();
		redis.goOn();
		await expect.poll(() => linesAbout(/Redis is back/).length, { timeout: 10_000 }).toBe(2);
	}, 60_000);

	it('is away when the platform starts, all is well', async () => {
		await redis.stop();
		await server.restart();
		await allIsWell(TO_READ_AGAIN);
	}, 120_000);
});
