import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { statusOn } from '../../../extensions/peer-mentoring/src/domain/service-levels/clock.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn, nowColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { makeWorld, type World } from '../../support/world.ts';

type Row = Record<string, unknown>;

let server: TestServer;
let world: World;
let mentor: Client;
let manager: Client;
let contract: string;
let knex: Knex;

beforeAll(async () => {
	server = await startTestServer();
	world = await makeWorld(server);
	mentor = (world.north.mentors[0] as { client: Client }).client;
	({ manager, contract } = world.north);
	knex = databaseOf(server);
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

async function refer(received_on: string, more: object = {}): Promise<string> {
	const person = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', received_on, ...more };
	const { status, body } = await mentor.post('/items/referrals', person);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.id;
}

async function meet(referral: string, held_on: string, outcome = 'declined'): Promise<string> {
	const { status, body } = await mentor.post('/items/initial_meetings', { referral, held_on, outcome });
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.id;
}

async function rows(client: Client, collection: string, query: string): Promise<Row[]> {
	const { status, body } = await client.get(`/items/${collection}?limit=500&${query}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
}

async function result(month: string, level: string, client = manager, cpa: number | null = null): Promise<Row> {
	const area = cpa === null ? 'filter[cpa][_null]=true' : `filter[cpa][_eq]=${cpa}`;
	const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=${month}&filter[service_level][_eq]=${level}`;
	const found = await rows(client, 'service_level_results', `${filter}&${area}&fields=*`);
	expect(found.length).toBeLessThan(2);
	return found[0] ?? {};
}

async function plans(level: string, client = manager): Promise<Row[]> {
	const filter = `filter[contract][_eq]=${contract}&filter[service_level][_eq]=${level}`;
	return rows(client, 'performance_improvement_plans', `${filter}&sort=month&fields=*`);
}

async function clock(referral: string, level = 'initial_meeting'): Promise<Row> {
	const query = `filter[referral][_eq]=${referral}&filter[service_level][_eq]=${level}&fields=due_on,met_on,status,month`;
	return (await rows(mentor, 'service_level_clocks', query))[0] ?? {};
}

describe('the service level of a month', () => {
	it('counts each clock in the month of its due day, for the area and for the contract', async () => {
		await meet(await refer('2024-03-01'), '2024-03-04');
		await meet(await refer('2024-03-04'), '2024-03-05');
		for (const cpa of [null, 9]) {
			expect(await result('2024-03', 'initial_meeting', manager, cpa)).toMatchObject({
				met: 2,
				missed: 0,
				pending: 0,
				status: 'met',
			});
		}
		expect(await plans('initial_meeting')).toEqual([]);
	});

	it('is missed with the first one missed, and counts nobody who has withdrawn consent', async () => {
		const late = await refer('2024-04-02', { route: 'third_party', permission_obtained: true, dwp_customer: 'no' });
		expect(await result('2024-04', 'initial_meeting')).toMatchObject({ met: 0, missed: 1, status: 'missed' });
		await mentor.post('/items/consents', { referral: late, decision: 'given', decided_on: '2024-04-02' });
		await mentor.post('/items/consents', { referral: late, decision: 'withdrawn', decided_on: '2024-04-03' });
		expect(await result('2024-04', 'initial_meeting')).toEqual({});
	});

	it('follows the share that the Order Form asks for', async () => {
		for (const received of ['2024-08-01', '2024-08-02', '2024-08-05']) await meet(await refer(received), '2024-08-06');
		await refer('2024-08-07');
		expect(await result('2024-08', 'initial_meeting')).toMatchObject({ met: 3, missed: 1, status: 'missed' });
		await world.admin.patch(`/items/call_off_contracts/${contract}`, { service_level_percent: 75 });
		expect(await result('2024-08', 'initial_meeting')).toMatchObject({ met: 3, missed: 1, status: 'met' });
		await world.admin.patch(`/items/call_off_contracts/${contract}`, { service_level_percent: 100 });
		const wrong = await world.admin.patch(`/items/call_off_contracts/${contract}`, { service_level_percent: 101 });
		expect([wrong.status, wrong.body.errors[0].extensions.field]).toEqual([400, 'service_level_percent']);
	});

	it('for FTE is that of the lowest day, with the days below and the gap', async () => {
		// CPA 9 asks for three FTE; the world has two from 3 April 2023.
		const areas = await knex('contract_package_areas').where({ id: 9 }).first('minimum_fte');
		const minimum = Number(areas.minimum_fte);
		expect(await result('2023-04', 'fte')).toMatchObject({ status: 'missed', days_below: 30, missed: 30 });
		expect(Number((await result('2023-04', 'fte')).lowest_fte)).toBe(0);
		const [assignment] = await rows(manager, 'fte_assignments', `filter[contract][_eq]=${contract}&fields=*`);
		const more = {
			peer_mentor: assignment!.peer_mentor,
			contract,
			delivery_area: assignment!.delivery_area,
			weekly_hours: 40 * (minimum - 2),
			starts_on: '2024-02-15',
		};
		expect((await manager.post('/items/fte_assignments', more)).status).toBe(200);
		expect(await result('2024-02', 'fte', manager, 9)).toMatchObject({ status: 'missed', days_below: 14, met: 15 });
		expect(Number((await result('2024-02', 'fte')).fte_gap)).toBe(minimum - 2);
		expect(await result('2024-03', 'fte')).toMatchObject({ status: 'met', days_below: 0 });
		expect(await result('2023-03', 'fte')).toEqual({});
	});

	it('for the returns is of the month that they report, and a sent tracker meets its own', async () => {
		const [found] = await rows(manager, 'mi_returns', `filter[month][_eq]=2024-05&fields=id`);
		expect(await result('2024-05', 'mentee_tracker')).toMatchObject({ missed: 1, status: 'missed' });
		await world.north.mi.patch(`/items/mi_returns/${found!.id}`, { tracker_sent_on: '2024-06-07' });
		expect(await result('2024-05', 'mentee_tracker')).toMatchObject({ met: 1, missed: 0, status: 'met' });
		expect(await result('2024-05', 'pmi')).toMatchObject({ missed: 1, status: 'missed' });
		const forged = await world.north.mi.patch(`/items/mi_returns/${found!.id}`, { status: 'submitted' });
		expect(forged.status).toBe(400);
	});

	it('is the Buyer’s to read, without a person in it, and nobody’s to write', async () => {
		expect(await result('2024-03', 'initial_meeting', world.buyer)).toMatchObject({ met: 2 });
		const deadlines = await rows(world.buyer, 'service_level_clocks', 'fields=service_level,due_on');
		expect(deadlines.length).toBeGreaterThan(0);
		expect(deadlines.map((row) => row.service_level)).not.toContain('initial_meeting');
		expect((await world.buyer.get('/items/service_level_clocks?fields=referral')).status).toBe(403);
		const { id } = await result('2024-03', 'initial_meeting');
		for (const client of [world.buyer, manager, world.north.mi, mentor]) {
			expect((await client.patch(`/items/service_level_results/${id as string}`, { missed: 0 })).status).toBe(403);
		}
		expect((await mentor.get('/items/service_level_results')).status).toBe(403);
		expect(
			await rows(world.west.manager, 'service_level_results', `filter[contract][_eq]=${contract}&fields=id`),
		).toEqual([]);
	});
});

async function lastSession(mentee: string): Promise<Row> {
	return (await rows(mentor, 'sessions', `filter[mentee][_eq]=${mentee}&sort=-held_on&fields=id`))[0] ?? {};
}

describe('a Performance Improvement Plan', () => {
	it('is opened by the first month missed, and flagged when the level is missed again while it is open', async () => {
		await refer('2025-01-06');
		const [opened] = await plans('initial_meeting');
		expect(opened).toMatchObject({
			month: '2024-08',
			status: 'to_be_written',
			missed_again: '2025-01',
			critical: true,
		});
		expect((await plans('initial_meeting', world.buyer))[0]).toMatchObject({ month: '2024-08', critical: true });
	});

	it('of the PMI is critical at once (Table A), one of another level is not', async () => {
		expect((await plans('pmi'))[0]).toMatchObject({ critical: true });
		expect(await plans('interventions')).toEqual([]);
		const { mentee } = await supported('2025-02-03');
		await mentor.patch(`/items/mentees/${mentee}`, { start_on: '2025-02-05' });
		expect(await plans('interventions')).toMatchObject([{ month: '2025-03', critical: false, missed_again: null }]);
	});

	it('is not needed once the records show that nothing was missed', async () => {
		const [plan] = await plans('interventions');
		const [mentee] = await rows(mentor, 'mentees', 'filter[start_on][_eq]=2025-02-05&fields=id');
		const held = ['2025-02-05', '2025-02-12', '2025-02-19', '2025-02-26'].map((held_on) => ({
			...{ mentee: mentee!.id, held_on, minutes: 60, mode: 'face_to_face', attendance: 'attended' },
		}));
		expect((await mentor.post('/items/sessions', held)).status).toBe(200);
		expect(await plans('interventions')).toEqual([]);
		// One that has stood for a day stays, and says that it is not needed.
		await mentor.patch(`/items/sessions/${(await lastSession(mentee!.id as string)).id as string}`, { minutes: 30 });
		await knex('performance_improvement_plans')
			.where({ service_level: 'interventions' })
			.update({ opened_on: dayColumn(knex, day('2026-01-05')) });
		await mentor.patch(`/items/sessions/${(await lastSession(mentee!.id as string)).id as string}`, { minutes: 60 });
		expect(await plans('interventions')).toMatchObject([{ month: plan!.month, status: 'not_needed' }]);
	});

	it('is submitted with who answers for it, what is done and by when, or refused', async () => {
		const [plan] = await plans('pmi');
		const empty = await manager.patch(`/items/performance_improvement_plans/${plan!.id as string}`, {
			status: 'submitted',
		});
		expect(empty.status).toBe(400);
		expect(empty.body.errors[0].extensions.field).toBe('responsible');
		const written = {
			status: 'submitted',
			responsible: 'Operations lead',
			due_on: '2026-12-31',
			actions: 'Send every return on the third Working Day',
			submitted_on: '2026-11-01',
			opened_on: '2026-10-01',
		};
		const sent = await manager.patch(`/items/performance_improvement_plans/${plan!.id as string}`, written);
		expect([sent.status, sent.body.errors]).toEqual([200, undefined]);
		for (const [field, value] of [
			['critical', false],
			['missed_again', null],
		]) {
			const forged = await manager.patch(`/items/performance_improvement_plans/${plan!.id as string}`, {
				[field as string]: value,
			});
			expect([forged.status, forged.body.errors?.[0].extensions.field]).toEqual([400, field]);
		}
	});

	it('that is completed is closed that day; the months missed before it belong to it', async () => {
		const [plan] = await plans('pmi');
		const done = await manager.patch(`/items/performance_improvement_plans/${plan!.id as string}`, {
			status: 'completed',
		});
		expect([done.status, done.body.errors]).toEqual([200, undefined]);
		expect(done.body.data.closed_on).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(await plans('pmi')).toHaveLength(1);
	});
});

async function supported(received_on: string): Promise<{ referral: string; mentee: string }> {
	const referral = await refer(received_on);
	await meet(referral, received_on, 'start');
	const [mentee] = await rows(mentor, 'mentees', `filter[referral][_eq]=${referral}&fields=id`);
	return { referral, mentee: mentee!.id as string };
}

describe('eight sessions', () => {
	it('are judged at the end alone, and not where shorter support is explained', async () => {
		const { referral, mentee } = await supported('2025-04-07');
		await mentor.patch(`/items/mentees/${mentee}`, { start_on: '2025-04-08' });
		expect(await clock(referral, 'eight_sessions')).toEqual({});
		const end = { ended_on: '2025-06-30', end_reason: 'completed', final_review_on: '2025-06-30', next_steps: 'None' };
		const ended = await mentor.patch(`/items/mentees/${mentee}`, end);
		expect([ended.status, ended.body.errors]).toEqual([200, undefined]);
		expect(await clock(referral, 'eight_sessions')).toMatchObject({ due_on: '2025-06-30', status: 'missed' });
		await mentor.patch(`/items/mentees/${mentee}`, { shorter_support_reason: 'In work and content with it' });
		expect(await clock(referral, 'eight_sessions')).toEqual({});
	});
});

describe('a contract’s own deadlines', () => {
	const own = async (level: string) =>
		rows(
			manager,
			'service_level_clocks',
			`filter[contract][_eq]=${contract}&filter[service_level][_eq]=${level}&fields=started_on,due_on,met_on,status,referral`,
		);

	it('have their clocks: milestones, plan, amendment, requests', async () => {
		expect(await own('milestone_start_up_meeting')).toMatchObject([{ due_on: '2023-01-16', status: 'missed' }]);
		expect(await own('implementation_plan')).toMatchObject([{ due_on: '2023-01-19', met_on: null, status: 'missed' }]);
		const plan = await manager.post('/items/implementation_plans', { contract, submitted_on: '2023-01-18' });
		expect([plan.status, plan.body.errors]).toEqual([200, undefined]);
		expect(await own('implementation_plan')).toMatchObject([{ met_on: '2023-01-18', status: 'met', referral: null }]);
		await manager.patch(`/items/implementation_plans/${plan.body.data.id}`, { amendment_requested_on: '2023-01-25' });
		expect(await own('plan_amendment')).toMatchObject([{ due_on: '2023-01-30', status: 'missed' }]);
		await manager.post('/items/implementation_plans', { contract, submitted_on: '2023-01-27' });
		expect(await own('plan_amendment')).toMatchObject([{ met_on: '2023-01-27', status: 'met' }]);
		const request = { contract, kind: 'security_questionnaire', requested_on: '2024-01-31', request: 'Annual' };
		const asked = await manager.post('/items/information_requests', request);
		expect(await own('request_security_questionnaire')).toMatchObject([{ due_on: '2024-02-29', status: 'missed' }]);
		await manager.patch(`/items/information_requests/${asked.body.data.id}`, { answered_on: '2024-02-29' });
		expect(await own('request_security_questionnaire')).toMatchObject([{ met_on: '2024-02-29', status: 'met' }]);
		expect((await world.admin.delete(`/items/information_requests/${asked.body.data.id}`)).status).toBe(204);
		expect(await own('request_security_questionnaire')).toEqual([]);
	});

	it('have one for the invoices where a last day is known', async () => {
		expect(await own('invoices')).toEqual([]);
		await world.admin.patch(`/items/call_off_contracts/${contract}`, { invoices_by: '2028-01-31' });
		expect(await own('invoices')).toMatchObject([{ due_on: '2028-01-31', status: 'pending' }]);
	});
});

describe('a change of bank holidays', () => {
	const holiday = { calendar: 'england-and-wales', day: '2025-05-13' };
	let before: string;
	let frozen: string;

	it('moves every due day that counts across it, and says so', async () => {
		frozen = await refer('2025-05-09');
		before = await refer('2025-05-12');
		expect([await clock(frozen), await clock(before)]).toMatchObject([
			{ due_on: '2025-05-23', month: '2025-05' },
			{ due_on: '2025-05-27', month: '2025-05' },
		]);
		const foi = { contract, kind: 'freedom_of_information', requested_on: '2025-05-12', request: 'A question' };
		const asked = (await manager.post('/items/information_requests', foi)).body.data;
		expect(asked.due_on).toBe('2025-06-10');
		const later = await refer('2025-05-29');
		expect(await clock(later)).toMatchObject({ due_on: '2025-06-12', month: '2025-06' });
		expect((await world.admin.post('/items/bank_holidays', holiday)).status).toBe(200);
		expect(await clock(before)).toMatchObject({ due_on: '2025-05-28' });
		expect(await clock(later)).toMatchObject({ due_on: '2025-06-12' });
		expect((await manager.get(`/items/information_requests/${asked.id}`)).body.data.due_on).toBe('2025-06-11');
		const [report] = await rows(manager, 'clock_recomputations', `sort=-date_created&fields=*`);
		expect(report).toMatchObject({ cause: 'bank_holiday', calendar: 'england-and-wales', now_met: 0, now_missed: 0 });
		expect(report!.referrals_done).toBe(report!.referrals_total);
		// With them the first four sessions of whoever started on 8 April.
		expect(report!.due_dates_moved).toBe(3);
		expect(report!.finished_at).not.toBeNull();
	});

	it('leaves the clocks of a month alone whose return has been submitted', async () => {
		await knex('mi_returns')
			.where({ contract, month: '2025-05' })
			.update({ status: 'submitted', submitted_at: nowColumn(knex) });
		const [added] = await rows(world.admin, 'bank_holidays', `filter[day][_eq]=2025-05-13&fields=id`);
		await world.admin.delete(`/items/bank_holidays/${added!.id as string}`);
		expect(await clock(before)).toMatchObject({ due_on: '2025-05-28' });
		const [report] = await rows(manager, 'clock_recomputations', `sort=-date_created&fields=*`);
		expect(report!.due_dates_moved).toBe(0);
		expect(report!.frozen).toBeGreaterThan(1);
		// What is recorded later still counts, under the terms that were reported.
		await meet(before, '2025-05-28');
		expect(await clock(before)).toMatchObject({ due_on: '2025-05-28', met_on: '2025-05-28', status: 'met' });
		// A corrected starting day is another clock: its due day is worked out anew.
		await mentor.patch(`/items/referrals/${frozen}`, { received_on: '2025-05-08' });
		expect(await clock(frozen)).toMatchObject({ due_on: '2025-05-22' });
	});
});

describe('GET /service-levels/clocks', () => {
	const ask = (client: Client, query: string) => client.get(`/service-levels/clocks?${query}`);

	it('answers how each clock stood at the end of any day', async () => {
		const { body } = await ask(manager, 'as_at=2025-05-28&service_level=initial_meeting&limit=500');
		const stored = await rows(
			manager,
			'service_level_clocks',
			'filter[service_level][_eq]=initial_meeting&fields=started_on,due_on,met_on',
		);
		for (const asked of ['2024-03-04', '2024-08-05', '2024-08-21', '2025-01-20', '2025-01-21', '2025-05-28']) {
			const on = day(asked);
			const then = { met: 0, missed: 0, pending: 0 };
			for (const { started_on, due_on, met_on } of stored as { started_on: string; due_on: string; met_on: string }[]) {
				if (started_on > on) continue;
				then[statusOn({ due_on: day(due_on), met_on: met_on === null ? null : day(met_on) }, on)] += 1;
			}
			expect((await ask(manager, `as_at=${on}&service_level=initial_meeting`)).body.meta).toMatchObject(then);
			for (const status of ['met', 'missed', 'pending'] as const) {
				const of = await ask(manager, `as_at=${on}&service_level=initial_meeting&status=${status}&limit=500`);
				expect(of.body.data.map((row: Row) => row.status)).toEqual(Array(then[status]).fill(status));
			}
		}
		expect(body.data.at(-1)).toMatchObject({ contract: 'TEST-9', reference: expect.stringMatching(/^R-/) });
	});

	it('answers each with what they may see', async () => {
		const query = 'as_at=2026-01-31&limit=500';
		const levels = (body: { data: Row[] }) => new Set(body.data.map((row) => row.service_level));
		const buyer = await ask(world.buyer, query);
		expect(levels(buyer.body).has('initial_meeting')).toBe(false);
		expect(levels(buyer.body).has('pmi')).toBe(true);
		expect(buyer.body.data.every((row: Row) => row.reference === null)).toBe(true);
		const other = await ask((world.north.mentors[1] as { client: Client }).client, query);
		expect(other.body.data).toEqual([]);
		expect(other.body.meta).toMatchObject({ met: 0, missed: 0, pending: 0 });
		expect((await ask(world.west.manager, `${query}&contract=TEST-9`)).status).toBe(404);
		const { client: dpo } = await world.user('Data Protection Officer', 'dpo-test@example.org');
		expect((await ask(dpo, `${query}&contract=TEST-9`)).body.data.length).toBeGreaterThan(5);
		const { client: analyst } = await world.user('Buyer Analyst', 'analyst-test@example.org');
		expect((await ask(analyst, query)).status).toBe(403);
		expect((await ask(server.anonymous, query)).status).toBe(401);
	});

	test.each([
		['', 'as_at'],
		['as_at=2025-02-30', 'as_at'],
		['as_at=2999-01-01', 'as_at'],
		['as_at=2025-02-28&status=late', 'status'],
		['as_at=2025-02-28&service_level=lateness', 'service_level'],
		['as_at=2025-02-28&limit=0', 'limit'],
		['as_at=2025-02-28&page=x', 'page'],
	])('refuses ?%s and names %s', async (query, name) => {
		const { status, body } = await ask(manager, query);
		expect(status).toBe(400);
		expect(body.errors[0].message).toContain(name);
	});
});
