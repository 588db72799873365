/** What a second factor is made of cannot be guessed, and comes from nobody but the platform (5.1). */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, type Client } from '../support/client.ts';
import { admin, administrator, begin, end, knex, made, prove, server } from '../support/scenes/second-factor.ts';
import { enrol, signInWith } from '../support/second-factor.ts';
import { totp } from '../support/totp.ts';
import { PASSWORD } from '../support/world.ts';

beforeAll(begin);
afterAll(end);

const as = async (account: { email: string; password: string }) =>
	clientOf(server.url, (await signInWith(server, account)).body.data.access_token);
/** As secrets and recovery codes are kept. */
const hashOf = (user: string, text: string) => createHash('sha256').update(`${user} ${text}`).digest('base64url');
const newcomer = async (name: string) => {
	await prove(admin, administrator);
	const roles = await admin.get('/roles?filter[name][_eq]=Buyer&fields=id');
	const account = { email: `${name}@example.org`, password: PASSWORD };
	await made(admin, '/users', { ...account, role: roles.body.data[0].id, status: 'active' });
	return account;
};
const idOf = async (email: string): Promise<string> =>
	(await knex('directus_users').where({ email }).first('id')).id as string;

describe('a second factor', () => {
	it('has a secret of 160 bits that the platform made for that account a short while ago, on either way to set it up', async () => {
		const one = await newcomer('one');
		const [who, neighbour] = [await as(one), await as(await newcomer('neighbour'))];
		const start = async (client: Client) => (await client.post('/second-factor', { password: PASSWORD })).body.data;
		const { secret, otpauth_url } = await start(who);
		expect([secret, new URL(otpauth_url).searchParams.get('secret')]).toEqual([
			expect.stringMatching(/^[A-Z2-7]{32}$/),
			secret,
		]);
		const strangers = ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', (await start(neighbour)).secret as string];
		const late = (await start(who)).secret as string;
		await knex('platform_offered_secrets')
			.where({ hash: hashOf(await idOf(one.email), late) })
			.update({ offered_at: Date.now() - 31 * 60_000 });
		for (const path of ['/second-factor', '/users/me/tfa/enable']) {
			for (const foreign of [...strangers, late]) {
				const answer = await who.post(path, { secret: foreign, otp: totp(foreign) });
				expect([path, answer.status]).toEqual([path, 400]);
			}
		}
		expect(await knex('directus_users').where({ email: one.email }).first('tfa_secret')).toEqual({ tfa_secret: null });
		const { secret: own } = (await who.post('/users/me/tfa/generate', { password: PASSWORD })).body.data;
		expect(own).toHaveLength(32);
		expect((await who.post('/second-factor', { secret: own, otp: totp(own) })).status).toBe(200);
		expect(await knex('platform_offered_secrets').where({ user: await idOf(one.email) })).toEqual([]);
	});

	it('lost: a recovery code of 28 letters, or of 16 as they were, signs in', async () => {
		const account = await newcomer('with-codes');
		const { codes } = await enrol(server, account);
		expect(codes[0]).toMatch(/^([a-z2-9]{4}-){6}[a-z2-9]{4}$/);
		const before = 'abcdefghjkmnpqrs';
		const user = await idOf(account.email);
		await knex('platform_recovery_codes').insert({ user, hash: hashOf(user, before) });
		expect((await signInWith(server, account, { otp: before })).status).toBe(200);
	});
});
