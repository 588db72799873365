import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';
import { STARTS, INTERVIEWED, PLANNED } from '../../support/complete-forms.ts';

let server: TestServer;
let world: World;
let mentor: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mentor = (world.north.mentors[0] as { client: Client }).client;
});
afterAll(() => server.stop());

const PERSON = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', dwp_customer: 'yes' };

async function refer(more: object = {}, client = mentor) {
	return client.post('/items/referrals?fields=*', { ...PERSON, received_on: '2023-10-02', ...more });
}

async function clocks(referral: string): Promise<Record<string, string[]>> {
	const { body } = await mentor.get(
		`/items/service_level_clocks?filter[referral][_eq]=${referral}&fields=service_level,started_on,due_on,met_on,status`,
	);
	return Object.fromEntries(
		body.data.map((clock: Record<string, string>) => [
			clock.service_level,
			[clock.started_on, clock.due_on, clock.met_on, clock.status],
		]),
	);
}

async function started(more: object = {}) {
	const { body } = await refer(more);
	const referral = body.data.id as string;
	await mentor.post('/items/initial_meetings', { referral, held_on: '2023-10-09', ...STARTS });
	const found = await mentor.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=*`);
	return { referral, mentee: found.body.data[0] };
}

describe('a referral made by a Peer Mentor', () => {
	it('is theirs, in their contract and area, with a reference, without typing an id', async () => {
		const { status, body } = await refer();
		expect(status).toBe(200);
		expect(body.data).toMatchObject({
			name: 'Gwen Test-Evans',
			contract: world.north.contract,
			cpa: 9,
			supplier: world.north.id,
			mentor_user: world.north.mentors[0]?.user,
		});
		expect(body.data.reference).toMatch(/^R-[2-9A-Z]{6}$/);
	});

	it('starts the clock of the initial meeting at once', async () => {
		const { body } = await refer();
		expect(await clocks(body.data.id)).toEqual({
			initial_meeting: ['2023-10-02', '2023-10-16', null, 'missed'],
		});
	});
});

describe('the clocks of a journey', () => {
	it('follow each record as it is saved', async () => {
		const { referral, mentee } = await started();
		expect(mentee).toMatchObject({ name: 'Gwen Test-Evans', stage: 'met', next_due_on: '2023-10-23' });
		await mentor.patch(`/items/mentees/${mentee.id}`, { start_on: '2023-10-16' });
		await mentor.post('/items/diagnostic_interviews', { mentee: mentee.id, held_on: '2023-10-16', ...INTERVIEWED });
		await mentor.post('/items/action_plans', {
			mentee: mentee.id,
			agreed_on: '2023-10-27',
			evidence: 'electronic',
			...PLANNED,
		});
		await mentor.post('/items/baseline_surveys', { mentee: mentee.id, completed_on: '2023-10-17' });
		expect(await clocks(referral)).toEqual({
			initial_meeting: ['2023-10-02', '2023-10-16', '2023-10-09', 'met'],
			diagnostic_interview: ['2023-10-09', '2023-10-23', '2023-10-16', 'met'],
			smart_action_plan: ['2023-10-16', '2023-10-30', '2023-10-27', 'met'],
			four_sessions: ['2023-10-16', '2023-11-27', null, 'missed'],
			baseline_survey: ['2023-10-16', '2023-10-16', '2023-10-17', 'missed'],
			survey_six_months: ['2023-10-17', '2024-04-17', null, 'missed'],
			survey_twelve_months: ['2023-10-17', '2024-10-17', null, 'missed'],
		});
	});

	it('count sessions of a batch, a change and a deletion', async () => {
		const { referral, mentee } = await started();
		await mentor.patch(`/items/mentees/${mentee.id}`, { start_on: '2023-10-16' });
		const days = ['2023-10-16', '2023-10-23', '2023-10-30', '2023-11-06'];
		const batch = await mentor.post(
			'/items/sessions',
			days.map((held_on) => ({
				mentee: mentee.id,
				held_on,
				minutes: 60,
				mode: 'face_to_face',
				attendance: 'attended',
			})),
		);
		expect(batch.status).toBe(200);
		expect((await clocks(referral)).four_sessions).toEqual(['2023-10-16', '2023-11-27', '2023-11-06', 'met']);
		const fourth = batch.body.data[3].id;
		await mentor.patch(`/items/sessions/${fourth}`, { minutes: 45 });
		expect((await clocks(referral)).four_sessions).toEqual(['2023-10-16', '2023-11-27', null, 'missed']);
		await mentor.patch('/items/sessions', [{ id: fourth, minutes: 60 }]);
		expect((await clocks(referral)).four_sessions?.[2]).toBe('2023-11-06');
		expect((await world.north.manager.delete(`/items/sessions/${fourth}`)).status).toBe(204);
		expect((await clocks(referral)).four_sessions?.[2]).toBe(null);
	});

	it('are right after one nested write of a whole journey', async () => {
		const { body } = await refer({
			initial_meetings: { create: [{ held_on: '2023-10-09', ...STARTS }], update: [], delete: [] },
		});
		expect((await clocks(body.data.id)).diagnostic_interview).toEqual(['2023-10-09', '2023-10-23', null, 'missed']);
	});

	it('move when a bank holiday is added, and back when it is taken away', async () => {
		const { body } = await refer();
		const holiday = await world.admin.post('/items/bank_holidays', {
			calendar: 'england-and-wales',
			day: '2023-10-05',
		});
		expect((await clocks(body.data.id)).initial_meeting?.[1]).toBe('2023-10-17');
		await world.admin.delete(`/items/bank_holidays/${holiday.body.data.id}`);
		expect((await clocks(body.data.id)).initial_meeting?.[1]).toBe('2023-10-16');
	});
});

describe('a record that cannot be', () => {
	it.each([
		['a day that does not exist', { received_on: '2023-06-31' }, 'received_on'],
		['a day in the future', { received_on: '2027-12-01' }, 'received_on'],
		['a choice that is not on the list', { route: 'pigeon' }, 'route'],
		['a Contract Package Area of somebody else', { cpa: 1 }, 'contract'],
	])('%s is refused by name', async (_, change, field) => {
		const { status, body } = await refer(change);
		expect(status).toBe(400);
		expect(body.errors[0].extensions).toMatchObject({ code: 'FAILED_VALIDATION', collection: 'referrals', field });
		expect(body.errors[0].message).not.toMatch(/sql|constraint|undefined/i);
	});

	it('is refused in the reader’s language', async () => {
		const { id, client } = await world.user('Peer Mentor', 'cymraeg@example.org', world.north.id, 'cy-GB');
		await world.admin.post('/items/peer_mentors', {
			first_name: 'T',
			last_name: 'T',
			supplier: world.north.id,
			user: id,
		});
		const { body } = await refer({ received_on: '2027-12-01' }, client);
		expect(body.errors[0].message).toMatch(/dyfodol|heddiw/);
	});

	it.each([
		['an initial meeting before the referral', 'initial_meetings', { held_on: '2023-09-29', ...STARTS }, 'held_on'],
	])('%s', async (_, collection, record, field) => {
		const { body } = await refer();
		const refusal = await mentor.post(`/items/${collection}`, { referral: body.data.id, ...record });
		expect(refusal.status).toBe(400);
		expect(refusal.body.errors[0].extensions.field).toBe(field);
	});

	it.each([
		['a NINO of the wrong form', { nino: '12345' }, 'nino'],
		['a NINO of somebody who is no DWP customer', { nino: 'QQ123456C', dwp_customer: 'no' }, 'nino'],
		['a start before the initial meeting', { start_on: '2023-10-01' }, 'start_on'],
		['an end before the start', { start_on: '2023-10-16', ended_on: '2023-10-10' }, 'ended_on'],
		['a stage written by hand', { stage: 'left' }, undefined],
		['a reference that changes', { reference: 'OTHER' }, undefined],
	])('%s is refused and changes nothing', async (_, change, field) => {
		const { mentee } = await started();
		const { status, body } = await mentor.patch(`/items/mentees/${mentee.id}`, change);
		expect([400, 403]).toContain(status);
		if (field) expect(body.errors[0].extensions.field).toBe(field);
		const after = await mentor.get(`/items/mentees/${mentee.id}?fields=*`);
		expect(after.body.data).toEqual(mentee);
	});

	it('is said by the name that the form has for the field', async () => {
		const { id } = (await refer()).body.data;
		const { mentee } = await started();
		for (const [language, fixed, workedOut] of [
			['en-GB', 'Call-Off Contract cannot be changed', 'is worked out by the platform'],
			['cy-GB', 'Ni ellir newid Contract yn ôl y galw', 'Y platfform sy’n cyfrifo'],
		] as const) {
			expect((await mentor.patch('/users/me', { language })).status).toBe(200);
			const moved = await mentor.patch(`/items/referrals/${id}`, { contract: world.west.contract });
			expect([moved.status, moved.body.errors[0].message]).toEqual([400, expect.stringContaining(fixed)]);
			const forged = await mentor.patch(`/items/mentees/${mentee.id}`, { mentor_user: mentee.id });
			expect([forged.status, forged.body.errors[0].message]).toEqual([400, expect.stringContaining(workedOut)]);
			expect(forged.body.errors[0].message).not.toContain('mentor_user');
		}
		await mentor.patch('/users/me', { language: 'en-GB' });
	});

	it('a refused child takes the whole nested write with it', async () => {
		const before = await mentor.get('/items/referrals?aggregate[count]=id');
		const { status } = await refer({
			initial_meetings: { create: [{ held_on: '2023-09-01', ...STARTS }], update: [], delete: [] },
		});
		expect(status).toBe(400);
		expect((await mentor.get('/items/referrals?aggregate[count]=id')).body).toEqual(before.body);
	});

	it('a NINO is kept in one form', async () => {
		const { mentee } = await started();
		await mentor.patch(`/items/mentees/${mentee.id}`, { nino: 'qq 12 34 56 c' });
		expect((await mentor.get(`/items/mentees/${mentee.id}?fields=nino`)).body.data.nino).toBe('QQ123456C');
	});
});
