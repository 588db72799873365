/** A Supplier Manager keeps the accounts of their own people without an Administrator, and of nobody else's. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Client } from '../../support/client.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { letterTo, startMailServer, type TestMailServer } from '../../support/smtp.ts';
import { PASSWORD, worldOf, type World } from '../../support/world.ts';

let post: TestMailServer;
let server: TestServer;
let world: World;
let manager: Client;
beforeAll(async () => {
	post = await startMailServer();
	server = await startTestServer({ seed: 'world', env: post.env });
	world = await worldOf(server);
	({ manager } = world.north);
});
afterAll(async () => {
	await server.stop();
	await post.stop();
});

const person = { email: 'new.mentor@example.org', first_name: 'New', last_name: 'Mentor', role: 'Peer Mentor' };
const accounts = async () => (await manager.get('/staff')).body.data.accounts as Record<string, unknown>[];
const accountOf = async (email: string) => (await accounts()).find((each) => each.email === email);
const signIn = async (email: string, password = PASSWORD) =>
	(await server.anonymous.post('/auth/login', { email, password })).status;

describe('GET /staff', () => {
	it('shows the people of the own Supplier, and no other', async () => {
		const emails = (await accounts()).map(({ email }) => email);
		expect(emails).toEqual(expect.arrayContaining(['test-9-mentor1@example.org', 'test-9-manager@example.org']));
		expect(emails.filter((email) => String(email).startsWith('test-1-'))).toEqual([]);
		expect(await accountOf('test-9-mentor1@example.org')).toMatchObject({
			role: 'Peer Mentor',
			status: 'active',
			language: 'en-GB',
			peer_mentor: world.north.mentors[0]!.id,
		});
		expect(Object.keys((await accounts())[0]!).sort()).toEqual(
			'email first_name id language last_name last_on mentees peer_mentor role status supplier'.split(' '),
		);
	});

	it('is a manager’s alone', async () => {
		const others = [world.north.mi, world.north.mentors[0]!.client, world.buyer, world.admin];
		for (const client of others) expect((await client.get('/staff')).status).toBe(403);
		expect((await server.anonymous.get('/staff')).status).toBe(401);
	});
});

describe('POST /staff', () => {
	it('invites a Peer Mentor in their language, with a record of their own', async () => {
		const { status, body } = await manager.post('/staff', { ...person, language: 'cy-GB' });
		expect([status, body.errors]).toEqual([200, undefined]);
		const letter = await letterTo(post, person.email);
		expect(letter).toContain('Mae cyfrif wedi');
		expect(await accountOf(person.email)).toMatchObject({ status: 'invited', role: 'Peer Mentor', language: 'cy-GB' });
		const query = `/items/peer_mentors?filter[user][_eq]=${body.data.id}&fields=name,supplier`;
		expect((await manager.get(query)).body.data).toEqual([{ name: 'New Mentor', supplier: world.north.id }]);
		const token = /token=([\w.-]+)/.exec(letter)?.[1];
		expect((await manager.patch(`/staff/${body.data.id}`, { status: 'active' })).status).toBe(400);
		await server.anonymous.post('/users/invite/accept', { token, password: PASSWORD });
		expect(await signIn(person.email)).toBe(200);
		const { body: trail } = await world.admin.get(
			`/activity?filter[item][_eq]=${body.data.id}&filter[action][_eq]=create&fields=user.email`,
		);
		expect(trail.data).toEqual([{ user: { email: 'test-9-manager@example.org' } }]);
	});

	it('sends an invitation again, and makes no second record', async () => {
		const again = { ...person, email: 'twice@example.org' };
		for (const role of ['Peer Mentor', 'Peer Mentor']) {
			expect((await manager.post('/staff', { ...again, role })).status).toBe(200);
		}
		expect((await accounts()).filter(({ email }) => email === again.email)).toHaveLength(1);
	});

	it('gives a login to a record that has none', async () => {
		const mentor = await world.mentor(world.north.id);
		expect((await manager.get('/staff')).body.data.without_login).toContainEqual({
			id: mentor,
			name: 'Test Mentor-more',
		});
		const asked = { ...person, email: 'linked@example.org', peer_mentor: mentor };
		expect((await manager.post('/staff', asked)).status).toBe(200);
		expect(await accountOf(asked.email)).toMatchObject({ peer_mentor: mentor });
	});

	test.each<[string, object, RegExp]>([
		['no address', { email: 'nobody' }, /^email: give one/],
		['no name', { first_name: ' ' }, /^first_name, last_name/],
		['a role beside theirs', { role: 'Supplier Manager' }, /^role: give "Peer Mentor"/],
		['a role above theirs', { role: 'Administrator' }, /^role/],
		['a language that is not there', { language: 'fr-FR' }, /^language/],
		['no key of a Peer Mentor', { peer_mentor: 'x' }, /^peer_mentor/],
		['a Peer Mentor of another Supplier', { peer_mentor: 'west' }, /^peer_mentor/],
		['somebody who has an account', { email: 'TEST-1-mentor1@example.org' }, /has an account already/],
	])('refuses %s, and makes nobody', async (_, change, message) => {
		const asked = { ...person, email: 'refused@example.org', ...change };
		if ('peer_mentor' in asked && asked.peer_mentor === 'west') asked.peer_mentor = await world.mentor(world.west.id);
		const { status, body } = await manager.post('/staff', asked);
		expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(message)]);
		expect(await accountOf('refused@example.org')).toBeUndefined();
	});

	it('takes no account of another Supplier, though it waits for its password', async () => {
		const waits = { ...person, email: 'waits@example.org' };
		expect((await world.west.manager.post('/staff', waits)).status).toBe(200);
		expect((await manager.post('/staff', waits)).body.errors[0].message).toMatch(/has an account already/);
	});
});

describe('PATCH /staff/:id', () => {
	it('suspends somebody, who is out at once, and lets them in again', async () => {
		const { user, email } = world.north.mentors[1]!;
		const theirs = (await server.login(email, PASSWORD)) as Client;
		const { status, body } = await manager.patch(`/staff/${user}`, { status: 'suspended' });
		expect([status, body.data.status]).toEqual([200, 'suspended']);
		expect((await theirs.get('/users/me')).status).toBeGreaterThanOrEqual(401);
		expect(await signIn(email)).toBe(401);
		expect((await manager.patch(`/staff/${user}`, { status: 'active', language: 'cy-GB' })).status).toBe(200);
		expect(await signIn(email)).toBe(200);
		expect(await accountOf(email)).toMatchObject({ status: 'active', language: 'cy-GB' });
	});

	test.each<[string, () => string, object, number]>([
		['an account of another Supplier', () => world.west.mentors[0]!.user, { status: 'suspended' }, 403],
		['what is no key', () => 'x', { status: 'suspended' }, 403],
		['nobody', () => '00000000-0000-4000-8000-000000000000', { status: 'suspended' }, 403],
		['nothing', () => world.north.mentors[0]!.user, {}, 400],
		['a status of its own', () => world.north.mentors[0]!.user, { status: 'archived' }, 400],
		['a password', () => world.north.mentors[0]!.user, { password: PASSWORD }, 400],
	])('changes nothing of %s', async (_, key, change, status) => {
		expect((await manager.patch(`/staff/${key()}`, change)).status).toBe(status);
		expect(await signIn('test-1-mentor1@example.org')).toBe(200);
	});

	it('changes neither a manager’s account, nor one’s own, in the reader’s language', async () => {
		await world.user('Supplier Manager', 'second-manager@example.org', world.north.id, 'cy-GB');
		const other = await accountOf('second-manager@example.org');
		const refused = await manager.patch(`/staff/${other!.id}`, { status: 'suspended' });
		expect([refused.status, refused.body.errors[0].message]).toEqual([400, expect.stringMatching(/^Only accounts of/)]);
		const theirs = await server.login('second-manager@example.org', PASSWORD);
		const own = await theirs.patch(`/staff/${other!.id}`, { language: 'en-GB' });
		expect([own.status, own.body.errors[0].message]).toEqual([400, expect.stringMatching(/^Eich cyfrif/)]);
	});
});
