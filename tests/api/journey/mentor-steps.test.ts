/** What Peer Mentors save in their own app, step by step. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERVIEWED, SMART_ACTION, STARTS } from '../../support/complete-forms.ts';
import {
	begin,
	byForms,
	bySteps,
	colleague,
	COMPLETION,
	DROPOUT,
	end,
	inWelsh,
	mentor,
	opened,
	places,
	recordsOf,
	referredByStep,
	saved,
	send,
	server,
	world,
	type Row,
} from '../../support/scenes/mentor-steps.ts';

beforeAll(begin);
afterAll(end);

const CUSTOMER = { dwp_customer: 'yes' };

/** Somebody who agreed to start, referred by the app. */
async function agreed(more: Row = CUSTOMER): Promise<string> {
	const about = await referredByStep(more);
	await saved('initial-meeting', about, { meeting: { held_on: '2023-10-09', ...STARTS } });
	return about;
}

/** Somebody with an agreed plan. */
async function planned(): Promise<string> {
	const about = await agreed();
	await saved('start', about, { start: { start_on: '2023-10-16' } });
	await saved('plan', about, {
		plan: { goal: 'A job' },
		actions: [SMART_ACTION],
		agreement: { agreed_on: '2023-10-27', evidence: 'wet' },
	});
	return about;
}

const countOf = async (collection: string, filter: object) => {
	const query = { filter, fields: ['id'], limit: -1 };
	return (await world.admin.search(`/items/${collection}`, { query })).body.data.length as number;
};
const sessionsOf = (referral: string) => countOf('sessions', { mentee: { referral: { _eq: referral } } });

describe('a journey by steps alone', () => {
	it.each([
		['a completion', COMPLETION],
		['a Dropout', DROPOUT],
	])('to %s leaves the same records, clocks and stage as the forms', async (_, leaving) => {
		const records = await recordsOf(await bySteps(leaving));
		expect(records).toEqual(await recordsOf(await byForms(leaving)));
		expect(records.mentees![0]).toMatchObject({ stage: 'left', sessions_counted: 4, ...leaving });
		expect(records.service_level_clocks).toHaveLength(7);
		expect(records.actions).toMatchObject([{ status: 'handed_on' }]);
	});
});

describe('every step', () => {
	it.each<[string, Row, string[]]>([
		[
			'add-referral',
			{ referral: { first_name: 'Test' } },
			['referral.last_name', 'referral.route', 'referral.received_on'],
		],
		[
			'add-referral',
			{ referral: { first_name: 'Test', last_name: 'Person', received_on: '2023-10-02', route: 'third_party' } },
			['referral.permission_obtained'],
		],
		[
			'add-referral',
			{ referral: { first_name: 'Test', last_name: 'Person', received_on: '2023-10-02', route: 'pigeon' } },
			['referral.route'],
		],
		[
			'jobcentre-visit',
			{ visit: { visited_on: '2023-10-02' } },
			['visit.jobcentre_office', 'visit.arrived_at', 'visit.left_at'],
		],
	])('about nobody says what is missing: %s', async (step, values, refused) => {
		const { status, body } = await send(step, null, values as Record<string, Row>);
		expect([status, places(body)]).toEqual([400, refused]);
	});

	it('about somebody says what is missing, beside the field and by its label', async () => {
		const about = await planned();
		for (const [step, values, refused] of [
			['start', { consent: { decision: 'given' } }, ['consent.statement_version', 'consent.language']],
			['diagnostic-interview', { interview: {} }, ['interview.held_on']],
			['plan', { actions: [] }, ['actions']],
			['plan', { actions: [SMART_ACTION, { what: 'Walk', due_on: 'soon' }] }, ['actions.1.due_on']],
			['session', { session: { mode: 'face_to_face' } }, ['session.held_on']],
			['missed-session', { session: { held_on: '2023-11-01', mode: 'face_to_face' } }, ['session.attendance']],
			['review', { review: { reviewed_on: '2023-11-01', summary: 'Went well' } }, ['review.result']],
			['support', { support: { kind: 'training' } }, ['support.training_type']],
			['leaving', { leaving: { ended_on: '2024-01-15' } }, ['leaving.end_reason']],
			['leaving', { leaving: { ended_on: '2024-01-15', end_reason: 'completed' } }, ['leaving.final_review_on']],
			['leaving', { leaving: { ended_on: '2024-01-15', end_reason: 'dropout' } }, ['leaving.end_reason_detail']],
			[
				'travel-claim',
				{ claim: { travelled_to: 'interview', travelled_on: '2023-11-01' } },
				['claim.interview', 'claim.amount_pence'],
			],
			['notify-jobcentre', { notification: { told_to: 'work_coach', told_on: '2023-11-01' } }, ['notification.about']],
		] as [string, Record<string, Row>, string[]][]) {
			const { status, body } = await send(step, about, values);
			expect([step, status, places(body)]).toEqual([step, 400, refused]);
			for (const { message, extensions } of body.errors) {
				expect(message).not.toMatch(/_|null|undefined|\{|\bfield\b/);
				if (extensions.field) expect(extensions.label).not.toBe(extensions.field);
			}
		}
	});

	it('that is right is on record with what was said', async () => {
		const about = await planned();
		const { values } = await opened('session', about);
		expect((await send('session', about, { session: values.session })).body.data.said).toBe('Session recorded.');
		await saved('missed-session', about, { session: (await opened('missed-session', about)).values.session });
		await saved('review', about, { review: { reviewed_on: '2023-11-20', summary: 'Well', result: 'unchanged' } });
		await saved('support', about, {
			support: { kind: 'training', training_type: 'basic_skills', referred_on: '2023-11-01' },
			treatment: { status: 'not_in_treatment', since_on: '2023-11-01' },
		});
		const [session] = (await opened('travel-claim', about)).picks['claim.session'];
		await saved('travel-claim', about, {
			claim: {
				travelled_to: 'session',
				session: session.value,
				travelled_on: values.session.held_on,
				amount_pence: 420,
			},
		});
		await saved('notify-jobcentre', about, {
			notification: { told_to: 'work_coach', about: 'taking_part', told_on: '2023-11-01', method: 'phone' },
		});
		const [office] = (await opened('jobcentre-visit')).picks['visit.jobcentre_office'];
		const { visit } = await saved('jobcentre-visit', null, {
			visit: { jobcentre_office: office.value, visited_on: '2023-11-01', arrived_at: '09:00', left_at: '12:00' },
		});
		const { body } = await mentor.get(`/items/office_visits/${visit}?fields=peer_mentor`);
		expect(body.data.peer_mentor).toBe(world.north.mentors[0]!.id);
		const rows = await recordsOf(about);
		expect(rows.sessions).toMatchObject([{ attendance: 'attended' }, { attendance: 'missed', minutes: null }]);
	});

	it('begins with today, the usual length, the place of last time and the language of the person', async () => {
		const about = await agreed({ ...CUSTOMER, preferred_language: 'cy-GB' });
		const place = await world.admin.post('/items/session_places', {
			...{ contract: world.north.contract, name: 'Library', approved_by: 'Buyer', approved_on: '2023-04-03' },
		});
		await world.admin.patch(`/items/call_off_contracts/${world.north.contract}`, { minimum_session_minutes: 75 });
		const today = (await opened('session', about)).values.session.held_on;
		await saved('session', about, {
			session: { held_on: today, mode: 'face_to_face', minutes: 75, place: place.body.data.id },
		});
		expect((await opened('session', about)).values.session).toMatchObject({
			...{ held_on: today, mode: 'face_to_face', minutes: 75, place: place.body.data.id, one_to_one: true },
		});
		await world.admin.patch(`/items/call_off_contracts/${world.north.contract}`, { minimum_session_minutes: null });
		const start = await opened('start', about);
		expect([start.values.consent.language, start.values.start.start_on]).toEqual(['cy-GB', today]);
		expect(start.begun.start).toContain('start_on');
		expect(start.name).toBe('Test Person');
	});
});

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

describe('in Welsh', () => {
	it('what is refused and what is said is Welsh, with the Welsh names of fields', async () => {
		const who = await inWelsh();
		const about = await referredByStep(CUSTOMER, who);
		const missing = await send('add-referral', null, { referral: { last_name: 'Evans' } }, { who });
		expect(missing.body.errors[0]).toMatchObject({
			message: 'Atebwch “Enw cyntaf”: ni ellir ei adael yn wag.',
			extensions: { label: 'Enw cyntaf' },
		});
		const wrong = await send(
			'initial-meeting',
			about,
			{ meeting: { held_on: '2023-10-01', outcome: 'declined' } },
			{ who },
		);
		expect(wrong.body.errors[0].message).toMatch(/^Mae /);
		const right = await send(
			'initial-meeting',
			about,
			{ meeting: { held_on: '2023-10-09', outcome: 'declined' } },
			{ who },
		);
		expect(right.body.data.said).toBe('Cofnodwyd y cyfarfod cychwynnol.');
		const { body } = await who.get('/mentor/api/model');
		expect(body.data.language).toBe('cy-GB');
	});
});

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
