/** What Peer Mentors save in their own app, step by step. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMART_ACTION } from '../../support/complete-forms.ts';
import {
	agreed,
	begin,
	byForms,
	bySteps,
	COMPLETION,
	CUSTOMER,
	DROPOUT,
	end,
	inWelsh,
	mentor,
	opened,
	places,
	planned,
	recordsOf,
	referredByStep,
	saved,
	send,
	world,
	type Row,
} from '../../support/scenes/mentor-steps.ts';

beforeAll(begin);
afterAll(end);

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
