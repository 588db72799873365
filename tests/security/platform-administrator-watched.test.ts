/** What whoever administers does is told to the Data Protection Officer, and nobody gets round that (5.1). */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clientOf } from '../support/client.ts';
import { ADMIN } from '../support/platform.ts';
import {
	accept,
	accountOf,
	begin,
	end,
	inDatabase,
	keeper,
	officer,
	server,
	told,
	world,
} from '../support/scenes/platform-administrator.ts';
import { PASSWORD } from '../support/world.ts';

beforeAll(begin);
afterAll(end);

describe('a Platform Administrator', () => {
	it('hides nothing behind many changes, and a change that changes nothing is none', async () => {
		const { id } = await accountOf('test-1-mentor2@example.org');
		const entries = async () =>
			(await world.admin.get(`/activity?filter[item][_eq]=${id}&aggregate[count]=id`)).body.data[0].count.id;
		const before = Number(await entries());
		expect((await keeper.patch(`/staff/${id}`, { language: 'en-GB', status: 'active' })).status).toBe(200);
		expect(Number(await entries())).toBe(before);
		for (let time = 0; time < 24; time++) {
			const language = time % 2 === 0 ? 'cy-GB' : 'en-GB';
			expect((await keeper.patch(`/staff/${id}`, { language })).status).toBe(200);
		}
		const person = { email: 'behind@example.org', first_name: 'Be', last_name: 'Hind', role: 'Supplier Manager' };
		expect((await keeper.post('/staff', { ...person, supplier: world.north.id })).status).toBe(200);
		await vi.waitFor(async () => expect(await told()).toContain('Account made, behind@example.org'), 30_000);
		expect(await told()).toContain('Account changed, test-1-mentor2@example.org, Peer Mentor, language');
	});

	it('is the second of the two people who reset a lost phone, and not both of them', async () => {
		const email = 'test-9-mentor2@example.org';
		await inDatabase((knex) => knex('directus_users').where({ email }).update({ tfa_secret: 'JBSWY3DPEHPK3PXP' }));
		const puppet = { email: 'puppet@example.org', first_name: 'Pup', last_name: 'Pet', role: 'Supplier Manager' };
		expect((await keeper.post('/staff', { ...puppet, supplier: world.north.id })).status).toBe(200);
		const theirs = await accept(puppet.email);
		const own = await theirs.post('/items/second_factor_resets', { email, checked_how: 'phoned' });
		const alone = await keeper.patch(`/items/second_factor_resets/${own.body.data.id}`, { reset: true });
		expect([alone.status, alone.body.errors[0].message]).toEqual([
			400,
			expect.stringMatching(/^You have made or changed/),
		]);
		const asked = await world.north.manager.post('/items/second_factor_resets', { email, checked_how: 'In person' });
		const request = `/items/second_factor_resets/${asked.body.data.id}`;
		expect((await keeper.get(`${request}?fields=email`)).body.data.email).toBe(email);
		expect((await world.north.manager.patch(request, { reset: true })).status).toBeGreaterThanOrEqual(400);
		expect((await keeper.patch(request, { reset: true })).status).toBe(200);
		const { tfa_secret } = await inDatabase((knex) => knex('directus_users').where({ email }).first('tfa_secret'));
		expect(tfa_secret).toBeNull();
	});
});

it('the Data Protection Officer is told at once that an account was used that may do everything', async () => {
	await server.admin();
	await vi.waitFor(async () => {
		expect(await told()).toMatch(new RegExp(`An Administrator’s account was used[^]*${ADMIN.email}`));
	}, 20_000);
	const before = await told();
	await server.admin();
	await world.west.manager.get('/users/me');
	expect(await told()).toBe(before);
});

describe('an Administrator', () => {
	it('puts no markup into letters by the name of the platform', async () => {
		const { status } = await world.admin.patch('/settings', { project_name: '<img src=x>' });
		expect(status).toBe(400);
	});

	it('neither says that something was told, nor takes away what was', async () => {
		const [notice] = (await officer.get('/notifications?limit=1&fields=id')).body.data;
		const [reminder] = (await world.admin.get('/items/reminders?limit=1&fields=id')).body.data;
		const forged = { reminder: reminder.id, key: 'somebody administrator_used somebody 2030-01-01' };
		expect((await world.admin.post('/items/reminded_matters', forged)).status).toBe(403);
		expect((await world.admin.delete(`/items/reminders/${reminder.id}`)).status).toBe(403);
		expect((await world.admin.delete(`/notifications/${notice.id}`)).status).toBe(403);
		expect((await world.admin.patch(`/notifications/${notice.id}`, { status: 'archived' })).status).toBe(403);
		expect((await officer.patch(`/notifications/${notice.id}`, { status: 'archived' })).status).toBe(200);
	});

	it('is told of whose role is below that of an Administrator', async () => {
		const { body: me } = await world.admin.get('/users/me?fields=role');
		const { body: role } = await world.admin.post('/roles', { name: 'Helper', parent: me.data.role });
		const account = { email: 'helper@example.org', password: PASSWORD, role: role.data.id };
		expect((await world.admin.post('/users', account)).status).toBe(200);
		await server.login(account.email, PASSWORD);
		await vi.waitFor(async () => expect(await told()).toContain(account.email), 20_000);
	});

	it('is told of who only uses a token', async () => {
		const { body: me } = await world.admin.get('/users/me?fields=role');
		const token = 'a-token-of-an-administrator-for-tests';
		const account = { email: 'program@example.org', password: PASSWORD, role: me.data.role, token };
		expect((await world.admin.post('/users', account)).status).toBe(200);
		expect((await clientOf(server.url, token).get('/users?limit=1')).status).toBe(200);
		await vi.waitFor(async () => expect(await told()).toContain(account.email), 20_000);
	});
});
