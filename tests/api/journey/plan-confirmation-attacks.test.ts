/** What is tried with links to plans by people who should have none. */
import { connect } from 'node:net';
import knexFrom from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import {
	answer,
	ask,
	begin,
	colleague,
	confirmationsOf,
	end,
	linkTo,
	mentor,
	planned,
	planOf,
	server,
	world,
} from '../../support/scenes/plan-confirmation.ts';

beforeAll(() => begin({ LOG_LEVEL: 'info', UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: '60' }));
afterAll(end);

async function inDatabase(work: (knex: ReturnType<typeof knexFrom>) => Promise<unknown>): Promise<void> {
	const knex = knexFrom({
		client: server.env.DB_CLIENT === 'pg' ? 'pg' : 'sqlite3',
		connection: server.env.DB_CONNECTION_STRING ?? { filename: `${server.data}/database.sqlite` },
		useNullAsDefault: true,
	});
	try {
		await work(knex);
	} finally {
		await knex.destroy();
	}
}

it('of answers at the same moment one counts', async () => {
	const { plan } = await planned();
	const path = await linkTo(plan);
	const answers = await Promise.all(
		['agreed', 'change_asked', 'agreed', 'change_asked', 'agreed'].map((each) =>
			answer(path, { answer: each, asked_change: 'Something else' }),
		),
	);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
	const kept = await confirmationsOf(plan);
	expect(kept.filter((each) => each.answer !== null)).toHaveLength(1);
	const isAgreed = kept[0]!.answer === 'agreed';
	expect((await planOf(plan)).agreed_on).toBe(isAgreed ? today() : null);
});

it('a link that does not work is answered in one way, whatever it lacks, and shows nothing', async () => {
	const [expired, replaced, used, left] = [await planned(), await planned(), await planned(), await planned()];
	const paths = [];
	for (const { plan } of [expired, replaced, used, left]) paths.push(await linkTo(plan));
	await linkTo(replaced.plan);
	await answer(paths[2]!, { answer: 'agreed' });
	const ended = { ended_on: today(), end_reason: 'moved_away', end_reason_detail: 'Moved' };
	expect((await mentor.patch(`/items/mentees/${left.mentee}`, ended)).status).toBe(200);
	await inDatabase((knex) =>
		knex('plan_confirmations')
			.where({ action_plan: expired.plan })
			.update({ expires_on: dayColumn(knex, addDays(today(), -1)) }),
	);
	const unknown = await ask(`/plan-confirmation/${'0'.repeat(40)}`);
	expect(unknown.status).toBe(404);
	const others = [`${paths[0]}0`, '/plan-confirmation/short', `/plan-confirmation/${replaced.plan}`];
	for (const path of [...paths, ...others]) {
		const { status, text } = await ask(path);
		expect([path, status, text]).toEqual([path, 404, unknown.text]);
		expect((await answer(path, { answer: 'agreed' })).text).toBe(unknown.text);
	}
	expect((await mentor.post(`/plan-confirmation/links/${left.plan}`)).status).toBe(400);
});

it('withdrawn consent and an erasure end a link', async () => {
	const [withdrawn, erased] = [await planned({ dwp_customer: 'no' }), await planned()];
	const paths = [await linkTo(withdrawn.plan), await linkTo(erased.plan)];
	const decision = { mentee: withdrawn.mentee, decision: 'withdrawn', decided_on: today() };
	expect((await mentor.post('/items/consents', decision)).status).toBe(200);
	const asked = { referral: erased.referral, requested_on: today(), reason: 'Article 17' };
	expect((await world.admin.post('/items/erasures', asked)).status).toBe(200);
	for (const path of paths) {
		expect((await ask(path)).status).toBe(404);
		expect((await answer(path, { answer: 'agreed' })).status).toBe(404);
	}
	expect((await mentor.post(`/plan-confirmation/links/${withdrawn.plan}`)).status).toBe(400);
	expect((await world.north.manager.post(`/plan-confirmation/links/${withdrawn.plan}`)).status).toBe(403);
	expect(await confirmationsOf(erased.plan)).toMatchObject([{ plan_then: null, asked_change: null }]);
});

it('an erasure takes what somebody answered, and not that they did', async () => {
	const { plan, referral } = await planned();
	await answer(await linkTo(plan), { answer: 'change_asked', asked_change: 'Something of mine' });
	await world.admin.post('/items/erasures', { referral, requested_on: today(), reason: 'Article 17' });
	const kept = JSON.stringify(await confirmationsOf(plan));
	expect(kept).not.toMatch(/Something of mine|kitchen/);
});

describe('a link is made', () => {
	it('by nobody whose the plan is not', async () => {
		const { plan } = await planned();
		const { user } = world;
		const referrer = await user('Referrer', 'referrer-plan@example.org');
		const others = [colleague, world.north.mi, world.west.manager, world.west.mentors[0]!.client, world.buyer];
		for (const who of [...others, referrer.client]) {
			expect((await who.post(`/plan-confirmation/links/${plan}`)).status).toBe(403);
		}
		expect((await server.anonymous.post(`/plan-confirmation/links/${plan}`)).status).toBe(401);
		for (const id of ['none', '1', "' or 1=1", world.north.contract]) {
			expect((await mentor.post(`/plan-confirmation/links/${encodeURIComponent(id)}`)).status).toBe(403);
		}
		expect(await confirmationsOf(plan)).toEqual([]);
	});
});

describe('what is sent', () => {
	it('is short, a form or JSON, and names no other plan', async () => {
		const [own, other] = [await planned(), await planned()];
		const path = await linkTo(own.plan);
		const long = 'x'.repeat(30_000);
		expect((await answer(path, { answer: 'change_asked', asked_change: long })).status).toBe(413);
		expect((await server.anonymous.post(path, { answer: 'change_asked', asked_change: long })).status).toBe(413);
		const text = { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } };
		expect((await ask(path, text)).status).toBe(415);
		for (const bad of ['a\0b', 'x'.repeat(2001), '']) {
			expect((await answer(path, { answer: 'change_asked', asked_change: bad })).status).toBe(400);
		}
		for (const body of [[], { answer: ['agreed'] }, { __proto__: { answer: 'agreed' } }, { answer: null }]) {
			expect((await server.anonymous.post(path, body)).status).toBe(400);
		}
		const fields = { action_plan: other.plan, plan: other.plan, id: other.plan, version: 'x', agreed_on: '2020-01-01' };
		expect((await server.anonymous.post(path, { answer: 'agreed', ...fields })).status).toBe(200);
		expect(await planOf(other.plan)).toMatchObject({ agreed_on: null });
		expect(await planOf(own.plan)).toMatchObject({ agreed_on: today() });
		for (const method of ['PUT', 'PATCH', 'DELETE']) {
			expect((await ask(await linkTo(other.plan), { method })).status).toBeGreaterThanOrEqual(400);
		}
	});

	it('harms nobody where it breaks off', async () => {
		const path = await linkTo((await planned()).plan);
		const { hostname, port } = new URL(server.url);
		await new Promise<void>((closed) => {
			const socket = connect(Number(port), hostname, () => {
				socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n`);
				socket.write('Content-Type: application/x-www-form-urlencoded\r\n\r\nanswer=agreed', () =>
					setTimeout(() => socket.destroy(), 200),
				);
			});
			socket
				.on('close', () => closed())
				.on('error', () => undefined)
				.resume();
		});
		expect((await ask(path)).status).toBe(200);
	});
});

it('who guesses is held back, and whoever has a link at the same address is not', async () => {
	const { plan } = await planned();
	const path = await linkTo(plan);
	const guess = (number: number) => ask(`/plan-confirmation/${String(number).padStart(40, '0')}`);
	let status = 404;
	for (let number = 0; status === 404 && number < 80; number++) ({ status } = await guess(number));
	expect(status).toBe(429);
	const held = await server.anonymous.get(`/plan-confirmation/${'9'.repeat(40)}`);
	expect([held.status, held.body.errors[0].extensions.code]).toEqual([429, 'REQUESTS_EXCEEDED']);
	expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(3000);
	expect((await ask(path)).status).toBe(200);
	expect((await answer(path, { answer: 'agreed' })).status).toBe(200);
});

it('the read log knows that a plan was read by a link; no log names the link or the person', async () => {
	const { plan } = await planned();
	const path = await linkTo(plan);
	const token = path.split('/').at(-1)!;
	await ask(path, { headers: { referer: server.url + path } });
	await ask(`/Plan-Confirmation/${token}`, { headers: { referer: server.url + path } });
	await ask(`/${path}`);
	await answer(path, { answer: 'change_asked', asked_change: 'Words of mine' }, { referer: server.url + path });
	const { body } = await world.admin.get('/items/access_log?sort=-at&limit=20&fields=through,keys,user');
	const reads = body.data.filter(({ through }: { through: string }) => through === 'GET /plan-confirmation/:token');
	expect(reads[0]).toMatchObject({ user: null, keys: { action_plans: [plan] } });
	const log = server.output();
	expect(log).toContain('/plan-confirmation/(link)');
	expect(log).not.toContain(token);
	expect(log).not.toMatch(/[0-9a-f]{40}/);
	expect(log).not.toMatch(/Words of mine|kitchen|Test-Mentee/);
});
