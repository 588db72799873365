import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { demoFiles } from '../../../seed/demo/generate.ts';
import { lane } from '../../support/platform.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';

/** Needs both databases, so it runs in the PostgreSQL lane. */
describe.runIf(lane === 'postgres')('the same files on SQLite and on PostgreSQL', () => {
	const servers: TestServer[] = [];
	const clients: Client[] = [];

	beforeAll(async () => {
		for (const database of ['sqlite', 'postgres'] as const) {
			const server = await startTestServer({ database });
			servers.push(server);
			const admin = await server.admin();
			const loaded = await admin.upload('/caseload/import', demoFiles({ today: day('2026-06-30') }));
			expect(loaded.body.errors).toBeUndefined();
			clients.push(admin);
		}
	});
	afterAll(() => Promise.all(servers.map((server) => server.stop())));

	it.each(['PM-CPA2', 'PM-CPA9'])('give the same figures and exceptions of %s, byte for byte', async (contract) => {
		for (const month of ['2024-03', '2024-06', '2025-01', '2025-12', '2026-06']) {
			const [sqlite, postgres] = await Promise.all(
				clients.map(async (client) => {
					const { measures, exceptions } = (await client.get(`/pmi/${contract}/${month}`)).body.data;
					return JSON.stringify({ measures, exceptions });
				}),
			);
			expect(postgres).toBe(sqlite);
			expect(sqlite?.length).toBeGreaterThan(1000);
		}
	});
});
