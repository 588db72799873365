/** Who is not let in by an organisation's directory, and what of a sign-in with one cannot be forged, turned or read (5.1). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { dayColumn } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { DIRECTORY } from '../support/directory.ts';
import type { Jar } from '../support/jar.ts';
import {
	admin,
	aJar,
	arrive,
	begin,
	CALLBACK,
	change,
	device,
	end,
	enter,
	isSignedIn,
	knex,
	manager,
	MANAGER,
	MENTOR,
	PLATFORM,
	server,
	SESSION,
	setUp,
	SIGN_IN,
	tie,
} from '../support/scenes/directory.ts';
import { codeOf } from '../support/second-factor.ts';

beforeAll(begin);
afterAll(end);

const accounts = async () => Number((await knex('directus_users').count({ number: '*' }).first())?.number);

describe('somebody without', () => {
	it('is refused in words, and no account is made', async () => {
		const before = await accounts();
		const jar = aJar();
		// Who has the address of an account has not the account.
		const refused = await arrive(jar, { sub: 'b9f3c1de-stranger', email: MANAGER });
		expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('no account here for you')]);
		expect([await accounts(), await isSignedIn(jar)]).toEqual([before, false]);
		const welsh = await jar.open(`${refused.address.href}&lang=cy-GB`);
		expect(welsh.text).toContain('Nid ydych wedi mewngofnodi');
	});

	it.each<[string, object]>([
		['that is suspended', { status: 'suspended' }],
		['that is only invited', { status: 'invited' }],
		['of the platform’s own sign-in', { provider: 'default' }],
	])('or with one %s, is refused in the same words', async (_what, values) => {
		const email = 'buyer-test@example.org';
		const person = await tie(email, 'b9f3c1de-buyer');
		expect((await change(email, values)).status).toBe(200);
		const jar = aJar();
		const refused = await arrive(jar, person);
		expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('no account here for you')]);
		expect(await isSignedIn(jar)).toBe(false);
		await change(email, { status: 'active' });
	});

	it('or whose last day has passed, is refused and told why', async () => {
		const email = 'test-1-mentor2@example.org';
		const person = await tie(email, 'b9f3c1de-left');
		const { id } = await knex('directus_users').where({ email }).first('id');
		const leaves_on = dayColumn(knex, addDays(today(), -1));
		await knex('peer_mentors').where({ user: id }).update({ leaves_on });
		const refused = await arrive(aJar(), person);
		expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('last day as a Peer Mentor')]);
	});

	it('cannot take the identifier of somebody else by writing it otherwise', async () => {
		for (const sub of ['B9F3C1DE-MANAGER', `${manager.sub} `]) {
			const jar = aJar();
			expect((await arrive(jar, { sub, email: MANAGER })).status).toBe(403);
			expect(await isSignedIn(jar)).toBe(false);
		}
	});
});

describe('a sign-in leads nowhere else', () => {
	it.each([
		'https://evil.example.org/',
		'//evil.example.org/',
		'/\\evil.example.org',
		'/%2f/..//evil.example.org',
		'http://localhost:8055.evil.example.org/',
		'http://localhost:8055@evil.example.org/',
		'javascript:alert(1)',
		'data:text/html,x',
	])('than to the platform: %s', async (redirect) => {
		const page = await aJar().open(`${SIGN_IN}?redirect=${encodeURIComponent(redirect)}`, { until: () => true });
		const then = page.address.searchParams.get('then') ?? '';
		expect([page.status === 400 || then.startsWith('/'), page.text.includes('evil') && page.status !== 400]).toEqual([
			true,
			false,
		]);
		expect(page.address.host).toBe('localhost:8055');
	});

	it('and may begin at any page of it', async () => {
		for (const redirect of ['/mentor/', `${PLATFORM}/admin/login?continue=`]) {
			const asked = await arrive(aJar(), manager, redirect);
			expect(asked.address.searchParams.get('then')).toBe(redirect.replace(PLATFORM, ''));
		}
	});
});

/** Stops before the platform is told, and changes what it would be told. */
const told = async (jar: Jar, by: (address: URL) => void, onTheWay?: (address: URL) => URL) => {
	const { address } = await arrive(jar, manager, '/admin', {
		until: ({ pathname }) => pathname.endsWith('/callback'),
		...(onTheWay && { onTheWay }),
	});
	expect(address.searchParams.get('code')).not.toBeNull();
	by(address);
	return address.href;
};

const ofAnotherSignIn = ({ searchParams }: URL) => searchParams.set('state', 'x'.repeat(43));
const withAnotherNonce = (to: URL) => {
	if (to.searchParams.has('nonce')) to.searchParams.set('nonce', 'another');
	return to;
};

describe('what comes back from the directory', () => {
	it.each<[string, (address: URL) => void]>([
		['of another sign-in (state)', ofAnotherSignIn],
		['of none (state)', ({ searchParams }) => searchParams.delete('state')],
		['of another directory (iss)', ({ searchParams }) => searchParams.set('iss', 'https://evil.example.org')],
		['without a directory’s name (iss)', ({ searchParams }) => searchParams.delete('iss')],
		[
			'as an error',
			({ searchParams }) => {
				searchParams.delete('code');
				searchParams.set('error', 'access_denied');
			},
		],
	])('%s signs nobody in', async (_what, by) => {
		const jar = aJar();
		const page = await jar.open(await told(jar, by));
		expect([page.status, page.address.pathname]).toEqual([403, '/second-factor/next']);
		expect(jar.cookie(PLATFORM, SESSION)).toBeUndefined();
	});

	it('with another nonce signs nobody in', async () => {
		const jar = aJar();
		const address = await told(jar, () => undefined, withAnotherNonce);
		expect((await jar.open(address)).status).toBe(403);
		expect(jar.cookie(PLATFORM, SESSION)).toBeUndefined();
	});

	it('in another browser than the one that began signs nobody in', async () => {
		const address = await told(aJar(), () => undefined);
		const victim = aJar();
		const page = await victim.open(address, { until: () => true });
		expect([page.address.pathname, victim.cookie(PLATFORM, SESSION)]).toEqual(['/admin/login', undefined]);
		// In one that has begun a sign-in of its own, neither.
		await told(victim, () => undefined);
		await victim.open(address);
		expect(victim.cookie(PLATFORM, SESSION)).toBeUndefined();
	});

	it('works once', async () => {
		const jar = aJar();
		const address = await told(jar, () => undefined);
		const kept = jar.cookie(PLATFORM, `openid.${DIRECTORY}`);
		expect((await jar.open(address)).status).toBe(200);
		const again = await fetch(address.replace(PLATFORM, server.url), {
			headers: { cookie: `openid.${DIRECTORY}=${kept}` },
			redirect: 'manual',
		});
		expect(again.headers.getSetCookie().join()).not.toContain(`${SESSION}=ey`);
	});
});

describe('an Administrator', () => {
	it('ties an account to one person of a directory that there is, by no address, and shows who they are for it', async () => {
		const refusal = async (values: object) => {
			const { status, body } = await change(MENTOR, values);
			return [status, body.errors[0].extensions.field];
		};
		expect(await refusal({ provider: 'elsewhere', external_identifier: 'x' })).toEqual([400, 'provider']);
		for (const external_identifier of ['', null, 'gwen@example.org']) {
			expect(await refusal({ provider: DIRECTORY, external_identifier })).toEqual([400, 'external_identifier']);
		}
		const taken = { provider: DIRECTORY, external_identifier: ' B9F3C1DE-manager ' };
		expect(await refusal(taken)).toEqual([400, 'external_identifier']);
		await knex('platform_sessions').update({ code_at: null });
		const { id } = await knex('directus_users').where({ email: MENTOR }).first('id');
		for (const values of [{ provider: 'default' }, { external_identifier: 'x' }]) {
			expect(codeOf(await admin.patch(`/users/${id}`, values))).toBe('FRESH_PROOF_REQUIRED');
		}
	});

	it('ends every session of an account by tying it, and a manager ties none', async () => {
		const email = 'test-1-manager@example.org';
		const person = await tie(email, 'b9f3c1de-west');
		const { secret } = await setUp(aJar(), person);
		const jar = await enter(person, secret);
		await tie(email, 'b9f3c1de-other');
		await expect.poll(() => isSignedIn(jar), { timeout: 8000 }).toBe(false);
		const own = await enter(manager, device.secret);
		const { id } = await knex('directus_users').where({ email: MANAGER }).first('id');
		const answer = await fetch(`${server.url}/users/${id}`, {
			method: 'PATCH',
			headers: { cookie: `${SESSION}=${own.cookie(PLATFORM, SESSION)}`, 'content-type': 'application/json' },
			body: JSON.stringify({ external_identifier: 'b9f3c1de-stranger' }),
		});
		expect(answer.status).toBe(403);
	});
});

it('nothing that the directory has sent stands in the log, in an address of ours or in the database', async () => {
	const jar = await enter(manager, device.secret);
	const codes = jar.addresses.flatMap((address) => new URL(address).searchParams.get('code') ?? []);
	expect(codes.length).toBe(1);
	const refused = [
		[ofAnotherSignIn, undefined],
		[() => undefined, withAnotherNonce],
	] as const;
	for (const [by, onTheWay] of refused) {
		const other = aJar();
		await other.open(await told(other, by, onTheWay));
	}
	await expect.poll(() => server.output()).toMatch(/nonce mismatch/);
	const log = server.output();
	expect(log).toContain('/auth/login/directory/callback');
	expect(log).toMatch(/state mismatch/);
	for (const what of [...codes, 'eyJ', 'code_verifier', 'id_token', MANAGER])
		expect([what, log.includes(what)]).toEqual([what, false]);
	const ours = jar.addresses.filter((address) => address.startsWith(PLATFORM) && !address.startsWith(CALLBACK));
	expect(ours.join(' ')).not.toMatch(/token|eyJ|[?&]code=/);
	expect(await knex('directus_users').whereNotNull('auth_data')).toEqual([]);
	const rows = await knex('directus_users').where({ email: MANAGER }).first('first_name', 'last_name');
	expect(Object.values(rows)).not.toContain('Directory');
});
