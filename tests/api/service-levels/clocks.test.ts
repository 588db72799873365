/** The clocks behind the service levels: what they run for, and how bank holidays move them (3.3, Table A). */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { statusOn } from '../../../extensions/peer-mentoring/src/domain/service-levels/clock.ts';
import { nowColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import {
	begin,
	contract,
	end,
	knex,
	manager,
	meet,
	mentor,
	refer,
	rows,
	server,
	supported,
	world,
	type Row,
} from '../../support/scenes/service-levels.ts';
import type { Client } from '../../support/server.ts';

async function clock(referral: string, level = 'initial_meeting'): Promise<Row> {
	const query = `filter[referral][_eq]=${referral}&filter[service_level][_eq]=${level}&fields=due_on,met_on,status,month`;
	return (await rows(mentor, 'service_level_clocks', query))[0] ?? {};
}

beforeAll(begin);
afterAll(end);

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
		const request_path = `/items/information_requests/${asked.body.data.id}`;
		expect((await manager.patch(request_path, { answered_on: '2024-02-29' })).status).toBe(400);
		await manager.patch(request_path, { answered_on: '2024-02-29', answer: 'Questionnaire ISQ-1' });
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
