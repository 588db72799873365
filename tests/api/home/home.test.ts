/** The first screens: each role has its own, of its own Supplier, and every count is the list that it opens. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays, addMonths, monthOf } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	filterOf,
	LISTS,
	type ListName,
	type Narrowing,
} from '../../../extensions/peer-mentoring/src/domain/home/lists.ts';
import { momentColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { releaseResults } from '../../../extensions/peer-mentoring/src/storage/service-levels/released-results.ts';
import { STARTS } from '../../support/complete-forms.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;
let dpo: Client;
const LONG_AGO = addDays(today(), -60);

async function made(client: Client, collection: string, record: object): Promise<string> {
	const { status, body } = await client.post(`/items/${collection}?fields=id`, record);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data.id;
}

/** Somebody referred; with `started`, who agreed to start and was not met since. */
async function person(client: Client, more: object = {}, started = true): Promise<string> {
	const referral = { first_name: 'Test', last_name: 'Person', received_on: LONG_AGO, route: 'jobcentre_plus' };
	const id = await made(client, 'referrals', { ...referral, dwp_customer: 'yes', ...more });
	if (!started) return id;
	await made(client, 'initial_meetings', { referral: id, held_on: addDays(LONG_AGO, 2), ...STARTS });
	const { body } = await client.get(`/items/mentees?filter[referral][_eq]=${id}&fields=id`);
	const [mentee] = body.data;
	await client.patch(`/items/mentees/${mentee.id}`, { start_on: addDays(LONG_AGO, 2) });
	return mentee.id;
}

async function listed(client: Client, name: ListName, narrowing: Narrowing = {}): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify(filterOf(name, today(), narrowing)));
	const { status, body } = await client.get(`/items/${LISTS[name].collection}?fields=id&limit=-1&filter=${filter}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.length;
}

const home = async (client: Client) => {
	const { status, body } = await client.get('/home');
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
};
const mentor = (index = 0) => world.north.mentors[index]!;
const held: string[] = [];

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	dpo = (await world.user('Data Protection Officer', 'dpo-test@example.org')).client;
	held.push(await person(mentor().client, { preferred_language: 'cy-GB' }));
	held.push(await person(mentor().client));
	await person(world.north.manager, { cpa: 9, contract: world.north.contract }, false);
	await made(world.north.manager, 'complaints', {
		mentee: held[0],
		about: 'service',
		received_on: today(),
		complaint: 'Late',
	});
});
afterAll(() => server.stop());

describe('who has which screen', () => {
	test.each<[string, () => Client, string[]]>([
		['a manager', () => world.north.manager, ['manager']],
		['Supplier MI', () => world.north.mi, ['returns']],
		['the Buyer', () => world.buyer, ['performance']],
		['the Data Protection Officer', () => dpo, ['protection']],
		['an Administrator', () => world.admin, ['manager', 'returns', 'performance', 'protection', 'accounts']],
	])('%s', async (_, client, sections) => {
		const data = await home(client());
		expect(data.today).toBe(today());
		const names = ['manager', 'returns', 'performance', 'protection', 'accounts'];
		expect(names.filter((name) => data[name] !== null)).toEqual(sections);
	});

	it('an Administrator finds there who has not been here for 90 days, and never', async () => {
		const unused = async () =>
			(await home(world.admin)).accounts.unused.map(({ email }: { email: string }) => email) as string[];
		expect(await unused()).toEqual([]);
		const { id } = await world.user('Buyer', 'unused@example.org');
		const knex = databaseOf(server);
		const role = (await knex('directus_roles').where({ name: 'Buyer' }).first('id')).id;
		await world.admin.post('/users', { email: 'never@example.org', role, status: 'active' });
		const lastHere = (days: number) =>
			knex('directus_users')
				.where({ id })
				.update({ last_access: momentColumn(knex, new Date(Date.now() - days * 86_400_000)) });
		await lastHere(89);
		expect(await unused()).toEqual(['never@example.org']);
		await lastHere(92);
		expect((await unused()).sort()).toEqual(['never@example.org', 'unused@example.org']);
		await knex.destroy();
	});

	it('nobody else has any', async () => {
		const others = ['Referrer', 'Buyer Analyst'].map((role, index) => world.user(role, `other${index}@example.org`));
		const clients = (await Promise.all(others)).map(({ client }) => client);
		for (const client of [mentor().client, ...clients]) expect((await client.get('/home')).status).toBe(403);
		expect((await server.anonymous.get('/home')).status).toBe(401);
	});
});

describe('a manager', () => {
	it('reads what slips, by Peer Mentor and area, and each count is the list behind it', async () => {
		const { manager } = await home(world.north.manager);
		const slips = ['overdue', 'due_this_week', 'not_met', 'no_appointment'] as const;
		for (const name of slips) expect(manager.slips.total[name]).toBe(await listed(world.north.manager, name));
		expect(manager.slips.total).toMatchObject({ not_met: 2, no_appointment: 2 });
		const own = manager.slips.mentors.find((each: { mentor: string }) => each.mentor === mentor().user);
		expect(own).toMatchObject({ name: 'Test Mentor-1', counts: { not_met: 2, no_appointment: 2 } });
		expect(own.counts.overdue).toBe(await listed(world.north.manager, 'overdue', { mentor: mentor().user }));
		const [area] = manager.slips.areas;
		expect(area).toMatchObject({ cpa: 9, counts: { not_met: 2 } });
		expect(area.counts.overdue).toBe(await listed(world.north.manager, 'overdue', { cpa: 9 }));
	});

	it('reads what waits, and how much FTE is missing', async () => {
		const { manager } = await home(world.north.manager);
		for (const { list, count } of manager.waiting) expect(count).toBe(await listed(world.north.manager, list));
		const counts = Object.fromEntries(
			manager.waiting.map(({ list, count }: { list: string; count: number }) => [list, count]),
		);
		expect(counts).toMatchObject({ without_mentor: 1, without_welsh: 1, complaints_open: 1, safeguarding_open: 0 });
		expect(manager.fte).toEqual([
			expect.objectContaining({
				reference: 'TEST-9',
				cpa: 9,
				from: today(),
				fte_in_post: 2,
				minimum: 3,
				gap: 1,
				goes_on: true,
			}),
		]);
		expect(manager.incomplete).toHaveLength(2);
		expect(await listed(world.north.manager, 'mentors_incomplete')).toBe(2);
	});

	it('of another Supplier reads nothing of it', async () => {
		const { manager } = await home(world.west.manager);
		expect(manager.slips).toMatchObject({ total: { not_met: 0, no_appointment: 0 } });
		expect(manager.waiting.filter(({ list }: { list: string }) => list !== 'plans_to_write')).toSatisfy(
			(rows: { count: number }[]) => rows.every(({ count }) => count === 0),
		);
		expect(JSON.stringify(manager)).not.toMatch(/TEST-9|"CPA":9/);
		expect(manager.fte).toEqual([]);
	});

	it('has no Welsh-speaking mentor missing once the mentor works in Welsh', async () => {
		const path = `/items/peer_mentors/${mentor().id}`;
		const missing = () => listed(world.north.manager, 'without_welsh');
		for (const [works, count] of [
			['no', 1],
			['not_known', 1],
			['yes', 0],
			[null, 1],
		] as const) {
			await world.north.manager.patch(path, { works_in_welsh: works });
			expect([works, await missing()]).toEqual([works, count]);
		}
	});
});

describe('Supplier MI and the Buyer', () => {
	it('MI reads the returns of its own contracts, what is missing, and what comes', async () => {
		const { returns } = await home(world.north.mi);
		expect(returns.missing).toBe(await listed(world.north.mi, 'returns_missing'));
		expect(returns.missing).toBeGreaterThan(0);
		const contracts = (rows: { contract: string }[]) => [...new Set(rows.map(({ contract }) => contract))];
		expect(contracts([...returns.entries, ...returns.coming])).toEqual(['TEST-9']);
		expect(returns.entries.map(({ part }: { part: string }) => part)).toEqual(
			expect.arrayContaining(['pmi', 'mentee_tracker']),
		);
	});

	it('the Buyer reads months that were submitted, no person, and no live figure', async () => {
		const before = await home(world.buyer);
		const performance = (data: typeof before) =>
			data.performance.contracts.find(({ reference }: { reference: string }) => reference === 'TEST-9');
		expect(before.performance.months).toHaveLength(6);
		expect(performance(before).whole).toEqual(Array(6).fill(null));
		const month = addMonths(monthOf(today()), -3);
		const { body } = await world.admin.get(
			`/items/mi_returns?filter[month][_eq]=${month}&filter[contract][_eq]=${world.north.contract}&fields=id`,
		);
		const knex = databaseOf(server);
		await knex('mi_returns').where({ id: body.data[0].id }).update({ status: 'submitted' });
		await releaseResults(knex, [world.north.contract]);
		await knex.destroy();
		const after = performance(await home(world.buyer));
		expect(after.whole.map((cell: { month: string } | null) => cell?.month ?? null)).toEqual([
			null,
			null,
			null,
			month,
			null,
			null,
		]);
		expect(after.areas[0].cells[3].fte).toEqual({ lowest: 2, minimum: 3 });
		const text = JSON.stringify(await home(world.buyer));
		for (const personal of [...held, mentor().user, 'Test Mentor']) expect(text).not.toContain(personal);
	});
});

it('the Data Protection Officer reads requests with their days, withdrawals, and who exported most', async () => {
	await made(world.north.manager, 'information_requests', {
		contract: world.north.contract,
		kind: 'data_protection_rights',
		requested_on: today(),
		request: 'A copy',
	});
	await made(mentor().client, 'consents', { mentee: held[1], decision: 'withdrawn', decided_on: today() });
	const month = addMonths(monthOf(today()), -1);
	const file = await world.north.mi.post(`/mentee-tracker/TEST-9/${month}.xlsx`, {
		password: 'a long tests-only password',
	});
	expect(file.status).toBe(200);
	const { protection } = await home(dpo);
	expect(protection.requests).toEqual([
		expect.objectContaining({ kind: 'data_protection_rights', contract: 'TEST-9' }),
	]);
	expect(protection.requests[0].days_left).toBeGreaterThan(27);
	expect(protection).toMatchObject({ withdrawn: 1, erased: 0, kept_unused: 1 });
	// Every read counts, and the tracker is one.
	const exporter = protection.readers.find(({ name }: { name: string }) => name === 'test-9-mi@example.org');
	expect(exporter.times).toBeGreaterThan(0);
	expect(await listed(dpo, 'read_by', { user: exporter.user })).toBe(exporter.times);
	expect(await listed(dpo, 'kept_unused')).toBe(1);
});
