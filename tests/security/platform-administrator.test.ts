/** Whoever keeps accounts, flows and settings reads no person (5.1). */
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { ADMIN } from '../support/platform.ts';
import {
	accept,
	accountOf,
	begin,
	end,
	KEEPER,
	keeper,
	OFFICER,
	officer,
	server,
	staff,
	told,
	world,
	type Row,
} from '../support/scenes/platform-administrator.ts';
import { PASSWORD } from '../support/world.ts';

beforeAll(begin);
afterAll(end);

describe('a Platform Administrator', () => {
	it('reads no record of a person, whatever way is tried', async () => {
		const { body } = await world.admin.get('/items/data_dictionary?limit=-1&fields=collection,sensitivity');
		const personal = new Set<string>(
			body.data.filter(({ sensitivity }: Row) => sensitivity !== 'none').map(({ collection }: Row) => collection),
		);
		expect(personal.size).toBeGreaterThan(15);
		// Who asked for whose lost phone to be reset is what they are there for.
		personal.delete('second_factor_resets');
		for (const collection of personal) {
			const answer = await keeper.get(`/items/${collection}?limit=1`);
			const shown = Object.keys(answer.body.data?.[0] ?? {});
			const classes = await world.admin.get(
				`/items/data_dictionary?limit=-1&filter[collection][_eq]=${collection}&filter[sensitivity][_neq]=none&fields=field`,
			);
			const fields = classes.body.data.map(({ field }: Row) => field);
			expect([collection, shown.filter((name) => fields.includes(name))]).toEqual([collection, []]);
		}
		const own = (await keeper.get('/users/me?fields=id')).body.data.id;
		for (const path of ['/activity', '/revisions', '/items/access_log', '/users', '/pmi/PM-CPA9/2023-12', '/flows']) {
			const { status, body: answer } = await keeper.get(path);
			// What they have done themselves is theirs to see.
			const others = status === 403 ? [] : answer.data.filter((row: Row) => row.id !== own && row.user !== own);
			expect([path, others]).toEqual([path, []]);
		}
	});

	it('sees every account, and whose it is', async () => {
		const { accounts, suppliers, roles } = await staff();
		expect(accounts.map(({ email }) => email)).toEqual(
			expect.arrayContaining([
				KEEPER,
				OFFICER,
				ADMIN.email,
				'test-1-mentor1@example.org',
				'test-9-manager@example.org',
			]),
		);
		expect(suppliers.map(({ id }) => id)).toEqual(expect.arrayContaining([world.north.id, world.west.id]));
		expect(roles).toEqual('Peer Mentor,Supplier Manager,Supplier MI,Buyer,Buyer Analyst,Referrer'.split(','));
	});

	it('invites a manager of a Supplier, of which the Data Protection Officer is told', async () => {
		const person = { email: 'new.manager@example.org', first_name: 'New', last_name: 'Manager' };
		const { status, body } = await keeper.post('/staff', {
			...person,
			role: 'Supplier Manager',
			supplier: world.west.id,
		});
		expect([status, body.errors]).toEqual([200, undefined]);
		const theirs = await accept(person.email);
		const seen = (await theirs.get('/staff')).body.data.accounts.map(({ email }: Row) => email);
		expect(seen).toContain('test-1-mentor1@example.org');
		await vi.waitFor(async () => {
			expect(await told()).toContain(`Account made, ${person.email}, Supplier Manager`);
		}, 20_000);
		expect(await told()).toContain(KEEPER);
	});

	it('invites a Peer Mentor with a record of the Supplier, and somebody of the Buyer', async () => {
		const person = { first_name: 'Any', last_name: 'Body' };
		const mentor = { ...person, email: 'pa.mentor@example.org', role: 'Peer Mentor', supplier: world.north.id };
		expect((await keeper.post('/staff', mentor)).status).toBe(200);
		const { body } = await world.north.manager.get('/items/peer_mentors?filter[name][_eq]=Any Body&fields=supplier');
		expect(body.data).toEqual([{ supplier: world.north.id }]);
		const buyer = { ...person, email: 'pa.buyer@example.org', role: 'Buyer', supplier: world.north.id };
		expect((await keeper.post('/staff', buyer)).status).toBe(200);
		expect(await accountOf(buyer.email)).toMatchObject({ role: 'Buyer', supplier: null });
	});

	test.each<[string, object, RegExp]>([
		['an Administrator', { role: 'Administrator' }, /^role: give "Peer Mentor"/],
		['another of their kind', { role: 'Platform Administrator' }, /^role/],
		['who watches over them', { role: 'Data Protection Officer' }, /^role/],
		['a manager of no Supplier', {}, /^supplier: give the key/],
		['a manager of a Supplier that is not there', { supplier: '00000000-0000-4000-8000-000000000000' }, /^supplier/],
	])('does not invite %s', async (_, change, message) => {
		const person = { email: 'refused@example.org', first_name: 'No', last_name: 'Body', role: 'Supplier Manager' };
		const { status, body } = await keeper.post('/staff', { ...person, ...change });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(message)]);
		expect(await accountOf(person.email)).toBeUndefined();
	});

	test.each<[string, string, object, RegExp]>([
		['an Administrator’s account', ADMIN.email, { status: 'suspended' }, /^Accounts of Administrators/],
		['the Data Protection Officer’s', OFFICER, { status: 'suspended' }, /^Accounts of Administrators/],
		['their own', KEEPER, { role: 'Supplier Manager' }, /^This is your own account/],
		['whose a mentor is', 'test-9-mentor1@example.org', { role: 'Buyer' }, /does not become one of the Buyer/],
	])('does not change %s', async (_, email, change, message) => {
		const { id, role, status } = await accountOf(email);
		const answer = await keeper.patch(`/staff/${id}`, change);
		expect([answer.status, answer.body.errors[0].message]).toEqual([400, expect.stringMatching(message)]);
		expect(await accountOf(email)).toMatchObject({ role, status });
	});

	it('sets nobody’s password and address, by no way', async () => {
		const { id } = await accountOf('test-9-manager@example.org');
		for (const change of [{ password: PASSWORD }, { email: 'mine@example.org' }, { token: 'mine' }]) {
			expect((await keeper.patch(`/staff/${id}`, change)).status).toBe(400);
			expect((await keeper.patch(`/users/${id}`, change)).status).toBe(403);
		}
	});

	it('switches a flow off and on, of which the Data Protection Officer is told, and changes nothing else of it', async () => {
		const { body } = await keeper.get('/administration');
		const flow = body.data.flows.find(({ name }: { name: string }) => name.startsWith('Every month'));
		expect(Object.keys(flow).sort()).toEqual(['description', 'id', 'name', 'status', 'watches']);
		const path = `/administration/flows/${flow.id}`;
		expect((await keeper.patch(path, { status: 'inactive' })).body.data.status).toBe('inactive');
		expect((await world.admin.get(`/flows/${flow.id}?fields=status`)).body.data.status).toBe('inactive');
		await vi.waitFor(async () => expect(await told()).toContain('Flow switched on or off'), 20_000);
		expect((await keeper.patch(path, { status: 'active', options: { cron: '* * * * * *' } })).status).toBe(200);
		expect((await world.admin.get(`/flows/${flow.id}?fields=status,options`)).body.data).toMatchObject({
			status: 'active',
			options: { cron: expect.not.stringContaining('* * * * * *') },
		});
		for (const status of ['archived', null, 1]) expect((await keeper.patch(path, { status })).status).toBe(400);
		expect((await keeper.patch('/administration/flows/x', { status: 'active' })).status).toBe(403);
		expect((await keeper.patch(`/flows/${flow.id}`, { status: 'inactive' })).status).toBe(403);
		const telling = body.data.flows.find(({ watches }: { watches: boolean }) => watches);
		expect(telling.name).toMatch(/^Every hour/);
		const silenced = await keeper.patch(`/administration/flows/${telling.id}`, { status: 'inactive' });
		expect([silenced.status, silenced.body.errors[0].message]).toEqual([
			400,
			expect.stringMatching(/^This flow tells/),
		]);
	});

	it('moves nobody who is invited to another Supplier', async () => {
		const person = { email: 'moved@example.org', first_name: 'Mo', last_name: 'Ved', role: 'Peer Mentor' };
		expect((await keeper.post('/staff', { ...person, supplier: world.north.id })).status).toBe(200);
		for (const change of [{ supplier: world.west.id }, { supplier: world.north.id, role: 'Supplier Manager' }]) {
			const { status, body } = await keeper.post('/staff', { ...person, ...change });
			expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(/has an account already/)]);
		}
		expect((await keeper.post('/staff', { ...person, supplier: world.north.id })).status).toBe(200);
	});

	it('says what the sign-in page says, and sets nothing that weakens the platform', async () => {
		const { status, body } = await keeper.patch('/administration/settings', { project_name: 'Mentoring' });
		expect([status, body.data.project_name]).toEqual([200, 'Mentoring']);
		expect((await server.anonymous.get('/server/info')).body.data.project.project_name).toBe('Mentoring');
		for (const change of [
			{},
			{ public_registration: true },
			{ project_name: 'Mentoring', auth_login_attempts: 1 },
			{ project_name: '' },
			{ project_name: 'x'.repeat(101) },
			{ default_language: 'fr-FR' },
			{ project_name: "Mentoring '><img src='https://evil.example/?" },
			{ project_descriptor: '<b>' },
			{ public_note: '[Sign in here](https://evil.example/login)' },
			{ public_note: '[Sign in here](//evil.example)' },
			{ public_note: '[Sign in][1]\n\n[1]: evil.example' },
			{ public_note: '<form>' },
		]) {
			expect([change, (await keeper.patch('/administration/settings', change)).status]).toEqual([change, 400]);
		}
	});

	it('has what asks for them on the first page, and nobody else has their pages', async () => {
		const { body } = await keeper.get('/home');
		expect(body.data.accounts).toMatchObject({ lost: 0, more: expect.any(Number) });
		expect([body.data.manager, body.data.protection]).toEqual([null, null]);
		for (const client of [world.north.manager, world.north.mi, world.buyer, officer]) {
			expect((await client.get('/administration')).status).toBe(403);
			expect((await client.patch('/administration/settings', { project_name: 'x' })).status).toBe(403);
		}
		expect((await server.anonymous.get('/administration')).status).toBe(401);
	});
});
