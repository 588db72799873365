/** Strangers who guess passwords are slowed down, and the owners are not (5.1). */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, type Answer } from '../support/client.ts';
import { ADMIN } from '../support/platform.ts';
import {
	addresses,
	admin,
	anAddress,
	begin,
	end,
	FIRST,
	FREE,
	LONGEST,
	PASSWORD,
	server,
	signIn,
	somebody,
	statuses,
	type Attempt,
} from '../support/scenes/stranger.ts';

const seconds = ({ headers }: Answer) => Number(headers.get('retry-after'));
const statusOf = async (id: string) => (await admin.get(`/users/${id}?fields=status`)).body.data.status;

async function guess(email: string, times: number, attempt: Attempt): Promise<Answer[]> {
	const answers = [];
	for (let time = 0; time < times; time++) answers.push(await signIn(email, `wrong-${time}`, attempt));
	return answers;
}

beforeAll(begin);
afterAll(end);

describe('a stranger who guesses the password', () => {
	it('of the Administrator and of a mentor is slowed down; the owners work on and sign in again', async () => {
		const stranger = anAddress();
		const mentor = await somebody();
		const session = await signIn(mentor.email, PASSWORD, { from: anAddress() });
		const owner = clientOf(server.url, session.body.data.access_token);
		const ids = [(await admin.get('/users/me?fields=id')).body.data.id, mentor.id];

		for (const email of [ADMIN.email, mentor.email]) {
			const answers = await guess(email, 16, { from: stranger });
			expect(statuses(answers.slice(0, FREE))).toEqual(Array(FREE).fill(401));
			expect(statuses(answers.slice(FREE))).toContain(429);
			expect(statuses(answers).filter((status) => status === 401).length).toBeLessThan(FREE + 4);
		}
		for (const who of [owner, admin]) expect((await who.get('/users/me')).status).toBe(200);
		const { refresh_token } = session.body.data;
		expect((await server.anonymous.post('/auth/refresh', { refresh_token, mode: 'json' })).status).toBe(200);
		for (const id of ids) expect(await statusOf(id)).toBe('active');

		for (const [email, password] of [
			[ADMIN.email, ADMIN.password],
			[mentor.email, PASSWORD],
		] as const) {
			expect((await signIn(email, password, { from: anAddress() })).status).toBe(200);
			// From the stranger's own address too, as soon as it may try again.
			const held = await signIn(email, 'wrong', { from: stranger });
			if (held.status === 429) await sleep(seconds(held) * 1000 + 50);
			else await sleep(LONGEST * 1000);
			expect((await signIn(email, password, { from: stranger })).status).toBe(200);
		}
		for (const id of ids) expect(await statusOf(id)).toBe('active');
	});

	it('waits longer each time, and never longer than the longest delay; what is refused adds nothing', async () => {
		const { email } = await somebody();
		const from = anAddress();
		await guess(email, FREE, { from });
		const waits: number[] = [];
		for (let round = 0; round < 3; round++) {
			const held = await guess(email, 6, { from });
			expect(statuses(held)).toEqual(Array(6).fill(429));
			expect(seconds(held[5]!)).toBeLessThanOrEqual(seconds(held[0]!));
			waits.push(seconds(held[0]!));
			await sleep(seconds(held[5]!) * 1000 + 50);
			expect((await signIn(email, 'wrong', { from })).status).toBe(401);
		}
		expect(waits[0]).toBeLessThanOrEqual(FIRST);
		expect(waits[1]).toBeGreaterThan(FIRST);
		expect(waits[1]).toBeLessThanOrEqual(2 * FIRST);
		expect(waits[2]).toBeGreaterThan(FIRST);
		expect(waits[2]).toBeLessThanOrEqual(LONGEST);
		const held = await signIn(email, PASSWORD, { from });
		expect(held.status).toBe(429);
		await sleep(seconds(held) * 1000 + 50);
		expect((await signIn(email, PASSWORD, { from })).status).toBe(200);
		// And begins anew.
		expect(statuses(await guess(email, FREE, { from }))).toEqual(Array(FREE).fill(401));
	});

	it('gets no more tries by sending them at once, or by writing the address in other letters', async () => {
		const { email } = await somebody();
		const from = anAddress();
		const written = [email, email.toUpperCase(), `${email[0]!.toUpperCase()}${email.slice(1)}`];
		const answers = await Promise.all(
			Array.from({ length: 30 }, (_, index) =>
				signIn(written[index % 3]!, 'wrong', { from, more: { identifier: randomUUID(), mode: 'session' } }),
			),
		);
		expect(statuses(answers).filter((status) => status === 401)).toHaveLength(FREE);
		expect(statuses(answers).filter((status) => status === 429)).toHaveLength(30 - FREE);
	});

	it('gets no more tries from the addresses of one network', async () => {
		const { email } = await somebody();
		const answers = [];
		for (let time = 0; time < 8; time++) {
			answers.push(await signIn(email, 'wrong', { from: `2001:db8:1:${addresses}::${time + 1}` }));
		}
		expect(statuses(answers)).toEqual([...Array(FREE).fill(401), 429, 429, 429]);
	});

	it('learns nothing of whether the account exists, or is suspended', async () => {
		const suspended = await somebody();
		await admin.patch(`/users/${suspended.id}`, { status: 'suspended' });
		const told = [];
		for (const email of [(await somebody()).email, `${randomUUID()}@example.org`, suspended.email]) {
			const answers = await guess(email, FREE + 2, { from: anAddress() });
			const shown = answers.map(({ status, body }) => [status, body.errors[0].message.replace(/\d+/, 'n')]);
			told.push([shown, answers.map(({ body }) => Object.keys(body.errors[0].extensions))]);
		}
		expect(told[1]).toEqual(told[0]);
		expect(told[2]).toEqual(told[0]);
		expect(await statusOf(suspended.id)).toBe('suspended');
	});

	it('reads when to try again, in English or Welsh', async () => {
		const { email } = await somebody();
		const from = anAddress();
		await guess(email, FREE, { from });
		const english = await signIn(email, 'wrong', { from });
		expect(english).toMatchObject({ status: 429, body: { errors: [{ extensions: { code: 'REQUESTS_EXCEEDED' } }] } });
		expect(english.body.errors[0].message).toMatch(/^Too many .* Try again in \d+ seconds?\.$/);
		expect(seconds(english)).toBeGreaterThan(0);
		expect(Date.parse(english.body.errors[0].extensions.reset)).toBeGreaterThan(Date.now() - 1000);
		for (const attempt of [{ language: 'cy' }, { language: 'cy-GB,en;q=0.5' }, { path: '/auth/login?lang=cy-GB' }]) {
			const welsh = await signIn(email, 'wrong', { from, ...attempt });
			expect(welsh.body.errors[0].message).toMatch(/^Gormod .* ymhen \d+ eiliad\.$/);
		}
		const asked = await signIn(email, 'wrong', { from, language: 'cy', path: '/auth/login?lang=en-GB' });
		expect(asked.body.errors[0].message).toMatch(/^Too many/);
	});
});

describe('strangers at many addresses', () => {
	it('slow one account down for a short time, and not for an address where it has signed in', async () => {
		const { email } = await somebody();
		const home = anAddress();
		expect((await signIn(email, PASSWORD, { from: home })).status).toBe(200);
		const answers = [];
		for (let stranger = 0; stranger < 8; stranger++) answers.push(...(await guess(email, 2, { from: anAddress() })));
		expect(statuses(answers).filter((status) => status === 401).length).toBeLessThan(15);
		const elsewhere = await signIn(email, PASSWORD, { from: anAddress() });
		expect(elsewhere.status).toBe(429);
		expect(seconds(elsewhere)).toBeLessThanOrEqual(3);
		expect((await signIn(email, PASSWORD, { from: home })).status).toBe(200);
		await sleep(seconds(elsewhere) * 1000 + 50);
		expect((await signIn(email, PASSWORD, { from: anAddress() })).status).toBe(200);
	});

	it('cannot try one password on many accounts from one address', async () => {
		const from = anAddress();
		const [{ email }, newcomer] = [await somebody(), await somebody()];
		expect((await signIn(email, PASSWORD, { from })).status).toBe(200);
		const answers = await Promise.all(
			Array.from({ length: 40 }, () => signIn(`${randomUUID()}@example.org`, 'Password1', { from })),
		);
		expect(statuses(answers).filter((status) => status === 401)).toHaveLength(15);
		expect((await signIn(newcomer.email, PASSWORD, { from })).status).toBe(429);
		// Whoever has signed in there before is not held up by them.
		expect((await signIn(email, PASSWORD, { from })).status).toBe(200);
	});
});
