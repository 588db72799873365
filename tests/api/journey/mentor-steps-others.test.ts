/** The mentors' app is for Peer Mentors, each about their own people. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERVIEWED } from '../../support/complete-forms.ts';
import {
	agreed,
	begin,
	colleague,
	end,
	mentor,
	opened,
	places,
	planned,
	recordsOf,
	send,
	server,
	sessionsOf,
	world,
	type Row,
} from '../../support/scenes/mentor-steps.ts';

beforeAll(begin);
afterAll(end);

describe('nobody else', () => {
	const SESSION = { session: { held_on: '2023-10-16', mode: 'face_to_face' } };

	it('opens or saves a step about another mentor’s person, and learns nothing of them', async () => {
		const about = await agreed();
		const theirs = { who: world.west.mentors[0]!.client };
		const missing = await send('session', randomUUID(), SESSION);
		for (const who of [colleague, theirs.who]) {
			const { status, body } = await send('session', about, SESSION, { who });
			expect([status, Object.keys(body)]).toEqual([403, ['errors']]);
			expect((await who.get(`/mentor/api/steps/session/${about}`)).status).toBe(403);
		}
		expect([missing.status, missing.body.errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
		expect(await sessionsOf(about)).toBe(0);
	});

	it('writes to a row of another person', async () => {
		const [one, other] = [await planned(), await planned()];
		const [{ id }] = (await opened('plan', other)).values.actions;
		const { status } = await send('plan', one, { actions: [{ id, status: 'done' }] });
		expect(status).toBe(403);
		expect((await recordsOf(other)).actions).toMatchObject([{ status: 'open' }]);
	});

	it('uses it: no manager, no Buyer, no Administrator, nobody who has not signed in', async () => {
		const about = await agreed();
		for (const who of [world.north.manager, world.north.mi, world.buyer, world.admin]) {
			expect((await who.get('/mentor/api/model')).status).toBe(403);
			expect((await who.get(`/mentor/api/steps/session/${about}`)).status).toBe(403);
			expect((await send('session', about, SESSION, { who })).status).toBe(403);
		}
		const { anonymous } = server;
		expect((await anonymous.get('/mentor/api/model')).status).toBe(401);
		expect((await send('session', about, SESSION, { who: anonymous })).status).toBe(401);
	});

	it.each<[string, unknown]>([
		['no key', { values: {} }],
		['a key that is none', { key: 'mine', values: {} }],
		['no values', { key: randomUUID() }],
		['values that are none', { key: randomUUID(), values: [] }],
		['a part that there is not', { key: randomUUID(), values: { strange: {} } }],
	])('sends %s', async (_, body) => {
		expect((await mentor.post('/mentor/api/steps/jobcentre-visit', body)).status).toBe(400);
	});

	it.each<[string, Row, string]>([
		['a choice as a list', { mode: ['digital'] }, 'session.mode'],
		['a choice that there is not', { mode: 'pigeon' }, 'session.mode'],
		['a record made along with it', { place: { name: 'Theirs' } }, 'session.place'],
		['a place of another contract', { place: randomUUID() }, 'session.place'],
		['a day that does not exist', { held_on: '2023-02-31' }, 'session.held_on'],
		['a number in words', { minutes: 'sixty' }, 'session.minutes'],
		['text without end', { place_other: 'x'.repeat(300) }, 'session.place_other'],
	])('stores %s, and everybody is told in words', async (_, more, place) => {
		const about = await agreed();
		const { status, body } = await send('session', about, { session: { ...SESSION.session, ...more } });
		expect([status, places(body)]).toEqual([400, [place]]);
		expect(body.errors[0].message).toMatch(/^“?\p{Lu}[^_]+\.$/u);
		expect(body.errors[0].message).not.toContain('face_to_face');
		expect(await sessionsOf(about)).toBe(0);
	});

	it('sends a field that is not asked, or a step that there is not', async () => {
		const { body } = await send('session', await agreed(), {
			session: { ...SESSION.session, supplier: world.west.id },
		});
		expect(places(body)).toEqual(['session.supplier']);
		expect((await send('nothing', null, {})).status).toBe(404);
	});

	it('writes an interview under the name of a step that has none', async () => {
		const about = await agreed();
		const { status } = await send('session', about, { interview: { held_on: '2023-10-16', ...INTERVIEWED } });
		expect(status).toBe(400);
	});
});

describe('nothing is said to be done that is not', () => {
	it.each(['leaving', 'start'])('%s without an answer', async (step) => {
		const about = await agreed();
		const { status, body } = await send(step, about, {});
		expect(status).toBe(400);
		expect(body.errors.length).toBeGreaterThan(0);
	});

	it('a missed session that was attended is not offered', async () => {
		const about = await agreed();
		const missed = { session: { held_on: '2023-10-16', attendance: 'attended', mode: 'face_to_face' } };
		expect((await send('missed-session', about, missed)).status).toBe(400);
		expect(await sessionsOf(about)).toBe(0);
	});
});

describe('however the address is written', () => {
	it.each(['/mentor/API/caseload', '/mentor//api/caseload', '/mentor/Api/model'])(
		'%s stays in no cache',
		async (path) => {
			const response = await fetch(new URL(path, server.url), { headers: { Authorization: `Bearer ${mentor.token}` } });
			await response.text();
			expect(response.headers.get('cache-control')).toContain('no-store');
		},
	);

	it('a name longer than a file can have is not found', async () => {
		expect((await fetch(new URL(`/mentor/assets/${'a'.repeat(300)}.js`, server.url))).status).toBe(404);
	});
});
