/** A step of the mentors' app is written as a whole or not at all, and once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMART_ACTION } from '../../support/complete-forms.ts';
import { databaseOf } from '../../support/database.ts';
import {
	agreed,
	begin,
	colleague,
	countOf,
	CUSTOMER,
	end,
	opened,
	places,
	planned,
	recordsOf,
	referredByStep,
	saved,
	send,
	server,
	sessionsOf,
} from '../../support/scenes/mentor-steps.ts';

beforeAll(begin);
afterAll(end);

const DAY = 24 * 60 * 60 * 1000;

describe('all parts of a step, or none', () => {
	it('nothing is written where the second part is faulty', async () => {
		const about = await agreed();
		const { status, body } = await send('session', about, {
			session: { held_on: '2023-10-16', mode: 'face_to_face', minutes: 60 },
			next: { next_appointment_on: 'tomorrow' },
		});
		expect([status, places(body)]).toEqual([400, ['next.next_appointment_on']]);
		expect(await sessionsOf(about)).toBe(0);
		const clocks = await countOf('service_level_clocks', { referral: { _eq: about }, met_on: { _nnull: true } });
		expect(clocks).toBe(1);
	});

	it('what is wrong with two parts is said at once', async () => {
		const { status, body } = await send('support', await planned(), {
			support: { kind: 'employment' },
			treatment: { status: 'not_in_treatment', since_on: '2099-01-01' },
		});
		expect([status, places(body)]).toEqual([400, ['support.sector', 'treatment.since_on']]);
	});

	it('a plan is changed where it is, and its actions with it', async () => {
		const about = await planned();
		const { values } = await opened('plan', about);
		expect(values.actions).toMatchObject([
			{ what: SMART_ACTION.what, $label: expect.stringContaining(SMART_ACTION.what) },
		]);
		await saved('plan', about, {
			plan: { goal: 'A better job' },
			actions: [
				{ id: values.actions[0].id, status: 'done' },
				{ ...SMART_ACTION, what: 'Call the college' },
			],
		});
		const { action_plans, actions } = await recordsOf(about);
		expect(action_plans).toMatchObject([{ goal: 'A better job', evidence: 'wet', agreed_on: '2023-10-27' }]);
		expect(actions).toHaveLength(2);
		expect(actions).toEqual(
			expect.arrayContaining([expect.objectContaining({ what: SMART_ACTION.what, status: 'done' })]),
		);
	});
});

describe('what is sent twice', () => {
	it('is written once, and answered as the first time', async () => {
		const about = await agreed();
		const values = { session: { held_on: '2023-10-16', mode: 'face_to_face', minutes: 60 } };
		const key = randomUUID();
		const first = await send('session', about, values, { key });
		const second = await send('session', about, values, { key: key.toUpperCase() });
		expect([second.status, second.body]).toEqual([200, first.body]);
		expect(await sessionsOf(about)).toBe(1);
	});

	it('is written once at the same moment, too', async () => {
		const about = await agreed();
		const values = { session: { held_on: '2023-10-16', mode: 'face_to_face', minutes: 60 } };
		const key = randomUUID();
		const answers = await Promise.all([1, 2, 3].map(() => send('session', about, values, { key })));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
		expect(await sessionsOf(about)).toBe(1);
	});

	it('under one key with something else in it is refused', async () => {
		const about = await agreed();
		const key = randomUUID();
		const session = { held_on: '2023-10-16', mode: 'face_to_face', minutes: 60 };
		await send('session', about, { session }, { key });
		const { status, body } = await send('session', about, { session: { ...session, minutes: 30 } }, { key });
		expect([status, body.errors[0].extensions.code]).toEqual([409, 'ALREADY_SUBMITTED']);
		expect(await sessionsOf(about)).toBe(1);
	});

	it('can be put right under the same key where it was refused', async () => {
		const about = await agreed();
		const key = randomUUID();
		expect((await send('session', about, { session: { mode: 'face_to_face' } }, { key })).status).toBe(400);
		const session = { held_on: '2023-10-16', mode: 'face_to_face', minutes: 60 };
		expect((await send('session', about, { session }, { key })).status).toBe(200);
	});

	it('is kept for thirty days, with nothing in it about anybody', async () => {
		const key = randomUUID();
		await send(
			'session',
			await agreed(),
			{ session: { held_on: '2023-10-16', mode: 'face_to_face', note: 'Zwix' } },
			{ key },
		);
		const knex = databaseOf(server);
		const ours = () => knex('mentor_submissions').where('id', 'like', `%${key}`);
		const [row] = await ours();
		expect(JSON.stringify(row)).not.toMatch(/Zwix|Person/);
		await ours().update({ sent_at: Date.now() - 29 * DAY });
		await saved('session', await agreed(), { session: { held_on: '2023-10-16', mode: 'face_to_face' } });
		expect(await ours()).toHaveLength(1);
		await ours().update({ sent_at: Date.now() - 31 * DAY });
		await saved('session', await agreed(), { session: { held_on: '2023-10-16', mode: 'face_to_face' } });
		expect(await ours()).toHaveLength(0);
		await knex.destroy();
	});

	it('is nobody else’s key', async () => {
		const key = randomUUID();
		await send('session', await agreed(), { session: { held_on: '2023-10-16', mode: 'face_to_face' } }, { key });
		const theirs = await referredByStep(CUSTOMER, colleague);
		const { status } = await send(
			'notify-jobcentre',
			theirs,
			{ notification: { told_to: 'work_coach', about: 'taking_part', told_on: '2023-11-01' } },
			{ key, who: colleague },
		);
		expect(status).toBe(200);
	});
});
