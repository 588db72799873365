import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';

const CALENDARS: Record<string, string> = { EW: 'england-and-wales', SCT: 'scotland', NI: 'northern-ireland' };

const examples = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'deadline_examples.csv'), 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => line.split(','))
	.map(([id, from, , days, calendar, deadline]) => ({ id, from, days, calendar: CALENDARS[calendar ?? ''], deadline }));

let server: TestServer;
let anybody: Client;

beforeAll(async () => {
	server = await startTestServer();
	anybody = await server.admin();
});
afterAll(() => server.stop());

describe('GET /working-days/deadline', () => {
	it.each(examples)('example $id: $days Working Days after $from', async ({ from, days, calendar, deadline }) => {
		const { status, body } = await anybody.get(`/working-days/deadline?from=${from}&days=${days}&calendar=${calendar}`);
		expect({ status, body }).toEqual({ status: 200, body: { data: { deadline } } });
	});

	it.each([
		['from=2024-06-31&days=10', 'from must be a day that exists, written YYYY-MM-DD.'],
		['from=2024-06-03', 'days must be a whole number from 0 to 366.'],
		['from=2024-06-03&days=-1', 'days must be a whole number from 0 to 366.'],
		[
			'from=2024-06-03&days=10&calendar=wales',
			'calendar must be one of england-and-wales, scotland, northern-ireland.',
		],
	])('refuses %s and says what would be right', async (query, message) => {
		const { status, body } = await anybody.get(`/working-days/deadline?${query}`);
		expect(status).toBe(400);
		expect(body.errors[0].message).toBe(message);
	});

	it('does not guess beyond the bank holidays that are known', async () => {
		const { status, body } = await anybody.get('/working-days/deadline?from=2028-12-29&days=10');
		expect(status).toBe(400);
		expect(body.errors[0].message).toMatch(/known from 2022 to 2028 only/);
	});

	it('answers nobody who has not signed in', async () => {
		expect((await server.anonymous.get('/working-days/deadline?from=2024-06-03&days=10')).status).toBe(401);
	});
});

describe('what is asked wrongly', () => {
	it.each([
		['/working-days/deadline?from=2024-06-31&days=10', 'Rhaid i from fod yn ddiwrnod sy’n bod'],
		['/working-days/deadline?from=2024-06-03&days=-1', 'Rhaid i days fod yn rhif cyfan o 0 i 366.'],
		['/working-days/deadline?from=2024-06-03&days=1&calendar=wales', 'Rhaid i calendar fod yn un o england-and-wales'],
		['/working-days/deadline?from=2028-12-29&days=10', 'Ni ellir cyfrifo 10 diwrnod gwaith ar ôl 2028-12-29'],
		['/working-days/nth?month=2024-13&n=5', 'Rhaid i month fod yn fis'],
		['/working-days/nth?month=2024-02&n=23', 'Mae 21 diwrnod gwaith yn 2024-02; gofynnwch am n hyd at 21.'],
		['/pmi/PM-NONE/2024-01', 'Nid oes Contract yn ôl y Galw "PM-NONE" y cewch ei weld.'],
		['/service-levels/clocks?as_at=2999-01-01', 'neu’n gynharach.'],
		['/service-levels/clocks?as_at=2024-06-30&status=late', 'Rhaid i status fod yn un o met, missed, pending.'],
	])('is said in the language of the account: %s', async (path, words) => {
		await anybody.patch('/users/me', { language: 'cy-GB' });
		const { status, body } = await anybody.get(path);
		await anybody.patch('/users/me', { language: null });
		expect(status).toBe(path.includes('NONE') ? 404 : 400);
		expect(body.errors[0].message).toContain(words);
		expect((await anybody.get(path)).body.errors[0].message).not.toContain(words);
	});
});

describe('GET /working-days/nth', () => {
	it.each([
		['2023-12', 'england-and-wales', '2023-12-07'],
		['2024-01', 'england-and-wales', '2024-01-08'],
		['2024-01', 'scotland', '2024-01-09'],
	])('the fifth Working Day of %s in %s is %s', async (month, calendar, date) => {
		const { body } = await anybody.get(`/working-days/nth?month=${month}&n=5&calendar=${calendar}`);
		expect(body).toEqual({ data: { date } });
	});

	it('refuses a month that does not exist', async () => {
		expect((await anybody.get('/working-days/nth?month=2024-13&n=5')).status).toBe(400);
	});
});
