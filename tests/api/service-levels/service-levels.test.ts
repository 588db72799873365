/** The service levels of a month, and the Performance Improvement Plans that follow (3.3, Table A). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { releaseResults } from '../../../extensions/peer-mentoring/src/storage/service-levels/released-results.ts';
import {
	begin,
	contract,
	end,
	knex,
	manager,
	meet,
	mentor,
	refer,
	result,
	rows,
	supported,
	world,
	type Row,
} from '../../support/scenes/service-levels.ts';
import { STATEMENT } from '../../support/complete-forms.ts';

async function planClocks(plan: string): Promise<Row[]> {
	return rows(manager, 'service_level_clocks', `filter[subject][_eq]=${plan}&sort=service_level&fields=*`);
}

async function plans(level: string, client = manager): Promise<Row[]> {
	const filter = `filter[contract][_eq]=${contract}&filter[service_level][_eq]=${level}`;
	return rows(client, 'performance_improvement_plans', `${filter}&sort=month&fields=*`);
}

beforeAll(begin);
afterAll(end);

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
		await mentor.post('/items/consents', { referral: late, decision: 'given', decided_on: '2024-04-02', ...STATEMENT });
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
			peer_mentor: await world.mentor(assignment!.supplier as string),
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

	it('is the Buyer’s to read once its month is submitted, without a person in it, and nobody’s to write', async () => {
		expect(await result('2024-03', 'initial_meeting', world.buyer)).toEqual({});
		await knex('mi_returns').where({ contract, month: '2024-03' }).update({ status: 'submitted' });
		await releaseResults(knex, [contract]);
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
		expect(await plans('initial_meeting', world.buyer)).toEqual([]);
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

	it('is submitted with why, what, who and by when, or refused; then the submission stands', async () => {
		const [plan] = await plans('pmi');
		const address = `/items/performance_improvement_plans/${plan!.id as string}`;
		const empty = await manager.patch(address, { submitted_on: today() });
		expect([empty.status, empty.body.errors.map((error: { extensions: Row }) => error.extensions.field)]).toEqual([
			400,
			['cause', 'actions', 'responsible', 'due_on'],
		]);
		expect(await planClocks(plan!.id as string)).toMatchObject([{ service_level: 'improvement_plan', met_on: null }]);
		const written = {
			responsible: 'Operations lead',
			due_on: addDays(today(), 30),
			cause: 'Nobody stood in for whoever was ill',
			actions: 'Send every return on the third Working Day',
			submitted_on: today(),
		};
		const sent = await manager.patch(address, written);
		expect([sent.status, sent.body.errors, sent.body.data?.status]).toEqual([200, undefined, 'submitted']);
		for (const [field, value] of [
			['critical', false],
			['missed_again', null],
			['status', 'completed'],
			['month', '2024-02'],
			['service_level', 'fte'],
			['contract', world.west.contract],
			['opened_on', today()],
			['submitted_on', null],
		]) {
			const forged = await manager.patch(address, { [field as string]: value });
			expect([forged.status, forged.body.errors?.[0].extensions.field]).toEqual([400, field]);
		}
		const hollow = await manager.patch(address, { actions: '' });
		expect([hollow.status, hollow.body.errors?.[0].extensions.field]).toEqual([400, 'actions']);
	});

	it('follows what happens to it, and its days are clocks', async () => {
		const [plan] = await plans('pmi');
		const id = plan!.id as string;
		expect(await planClocks(id)).toMatchObject([
			{ service_level: 'improvement_actions', due_on: addDays(today(), 30), met_on: null, status: 'pending' },
			{ service_level: 'improvement_plan', met_on: today(), status: 'met' },
		]);
		const begun = await manager.patch(`/items/performance_improvement_plans/${id}`, { begun_on: today() });
		expect([begun.status, begun.body.errors, begun.body.data?.status]).toEqual([200, undefined, 'being_carried_out']);
		const done = await manager.patch(`/items/performance_improvement_plans/${id}`, { closed_on: today() });
		expect([done.status, done.body.data?.status]).toEqual([200, 'completed']);
		expect((await planClocks(id))[0]).toMatchObject({ met_on: today(), status: 'met' });
		expect((await plans('pmi', world.buyer))[0]).toMatchObject({ status: 'completed', submitted_on: today() });
		// The months missed before it was closed belong to it.
		expect(await plans('pmi')).toHaveLength(1);
	});

	it('is not submitted empty with a new record either, nor closed unsubmitted', async () => {
		for (const [days, field] of [
			[{ submitted_on: today() }, 'cause'],
			[{ closed_on: today() }, 'closed_on'],
		] as const) {
			const made = await manager.post('/items/performance_improvement_plans', {
				...{ contract, service_level: 'baseline_survey', month: '2023-02', ...days },
			});
			expect([made.status, made.body.errors?.[0].extensions.field]).toEqual([400, field]);
		}
	});
});
