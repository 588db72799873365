import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { readCaseload } from '../../../extensions/peer-mentoring/src/app/journey/caseload/caseload-query.ts';
import type { Server } from '../../../extensions/peer-mentoring/src/app/shared/use-server.ts';
import { sundayOf } from '../../../extensions/peer-mentoring/src/domain/calendar/week.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';

/** As many lines as fit on two screens of a phone. */
const FEW = 20;

let server: TestServer;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
});
afterAll(() => server.stop());

const asServer = (client: Client) =>
	({ post: async (path: string, body: object) => (await client.post(path, body)).body.data }) as unknown as Server;

it.each(['mentor1@example.org', 'mentor2@example.org', 'mentor3@example.org'])(
	'My caseload of %s has few things to do',
	async (email) => {
		const client = asServer(await server.login(email));
		const { mentees, toDos } = await readCaseload(client, {
			...{ name: '', withLeft: false, limit: 200 },
			until: sundayOf(today()),
		});
		expect(mentees.length).toBeGreaterThan(5);
		expect(toDos.length).toBeGreaterThan(0);
		expect(toDos.length).toBeLessThanOrEqual(FEW);
	},
);

it('has a questionnaire with its answers, and requests of the Buyer for samples', async () => {
	const mi = await server.login('mi@example.org');
	const { body } = await mi.get('/items/baseline_surveys?filter[answers][_nnull]=true&fields=answers&limit=1');
	expect(Object.keys(body.data[0].answers)).toHaveLength(3);
	const requests = await mi.get('/items/sample_requests?fields=size,answered_on,sample_items.result&sort=number');
	expect(requests.body.data.length).toBeGreaterThan(1);
	for (const { size, sample_items: items } of requests.body.data) expect(items).toHaveLength(size);
});
