import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { freePort, lane, launch } from '../../support/platform.ts';
import { redisAnswers, redisUrl } from '../../support/redis.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';

/** The deployment that has several instances: PostgreSQL for what is kept, Redis for what they agree on. */
const possible = lane === 'postgres' && (await redisAnswers());
const SECONDS = 10;
/** Two instances take their time to start on a busy machine. */
const TIME = 240_000;

/** Two instances of the platform on one database, for as long as something takes. */
async function withTwo(env: Record<string, string>, work: (first: TestServer) => Promise<void>): Promise<void> {
	const first = await startTestServer({ env, own: true });
	const second = await launch({ ...first.env, PORT: String(await freePort()) });
	try {
		await work(first);
	} finally {
		second.process.removeAllListeners('exit').kill('SIGKILL');
		await first.stop();
	}
}

/** The moments at which a flow that is to run every second was run. */
async function runsOf(admin: Client): Promise<string[]> {
	const made = await admin.post('/flows', {
		name: 'Every second',
		status: 'active',
		trigger: 'schedule',
		accountability: 'all',
		options: { cron: '* * * * * *' },
	});
	const flow = made.body.data.id;
	const operation = { flow, name: 'Step', key: 'step', type: 'transform', position_x: 1, position_y: 1 };
	const step = await admin.post('/operations', { ...operation, options: { json: {} } });
	await admin.patch(`/flows/${flow}`, { operation: step.body.data.id });
	await wait(SECONDS * 1000);
	await admin.patch(`/flows/${flow}`, { status: 'inactive' });
	const runs = `filter[collection][_eq]=directus_flows&filter[action][_eq]=run&filter[item][_eq]=${flow}`;
	const { body } = await admin.get(`/activity?${runs}&fields=timestamp&limit=-1`);
	return body.data.map(({ timestamp }: { timestamp: string }) => timestamp.slice(0, 19));
}

describe.runIf(possible)('two instances on PostgreSQL and Redis', () => {
	it(
		'run a flow once each time its hour comes',
		async () => {
			const env = { REDIS: redisUrl, SYNCHRONIZATION_NAMESPACE: `test-${process.pid}-${Date.now()}` };
			await withTwo(env, async (first) => {
				const runs = await runsOf(await first.admin());
				expect(runs.length).toBeGreaterThan(SECONDS * 0.6);
				expect(runs.length).toBeLessThanOrEqual(SECONDS + 2);
			});
		},
		TIME,
	);

	it(
		'would each run it if they did not agree, so that the test above can tell',
		async () => {
			await withTwo({ REDIS: redisUrl, SYNCHRONIZATION_STORE: 'memory' }, async (first) => {
				expect((await runsOf(await first.admin())).length).toBeGreaterThan(SECONDS * 1.3);
			});
		},
		TIME,
	);
});
