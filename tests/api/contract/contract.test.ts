/** A contract’s own records, and what the Buyer reads of them (1.24 to 1.30, 2.25, 2.29, 3.10). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../support/client.ts';
import { begin, contract, end, made, manager, mentor, rows, world, type Row } from '../../support/scenes/contract.ts';

beforeAll(begin);
afterAll(end);

describe('a contract (C07, C08, C10)', () => {
	it('has its seven milestones, due as 2.29 counts from its start', async () => {
		const found = await rows('milestones', `filter[contract][_eq]=${contract}&fields=milestone,due_on&sort=milestone`);
		expect(Object.fromEntries(found.map(({ milestone, due_on }) => [milestone, due_on]))).toEqual({
			start_up_meeting: '2023-01-16',
			implementation_plan: '2023-01-23',
			implementation_period: '2023-04-03',
			support_starts: '2023-04-03',
			baseline_survey: null,
			last_start_date: null,
			support_ends: '2027-12-31',
		});
	});

	it('moves its milestones when its dates are changed, and a milestone reached late is missed', async () => {
		await world.admin.patch(`/items/call_off_contracts/${contract}`, { last_start_date: '2025-01-10' });
		const [last] = await rows('milestones', `filter[contract][_eq]=${contract}&filter[milestone][_eq]=last_start_date`);
		expect(last).toMatchObject({ due_on: '2025-01-10', status: 'missed' });
		await world.admin.patch(`/items/call_off_contracts/${contract}`, { last_start_date: null });

		const [plan] = await rows(
			'milestones',
			`filter[contract][_eq]=${contract}&filter[milestone][_eq]=implementation_plan`,
		);
		const path = `/items/milestones/${plan!.id}?fields=status`;
		const unproved = await manager.patch(path, { met_on: '2023-01-23' });
		expect(unproved.body.errors[0].extensions.field).toBe('evidence');
		await manager.patch(path, { met_on: '2023-01-23', evidence: 'Signed-off plan, version 2' });
		expect((await manager.get(path)).body.data.status).toBe('met');
		await manager.patch(path, { met_on: '2023-01-24' });
		expect((await manager.get(path)).body.data.status).toBe('missed');
		expect((await manager.patch(path, { due_on: '2024-01-01' })).status).toBe(400);
	});

	it('has its meetings planned: start-up, every week of the implementation, then every month', async () => {
		const found = await rows('meetings', `filter[contract][_eq]=${contract}&fields=kind,planned_on&sort=planned_on`);
		const count = (kind: string) => found.filter((each) => each.kind === kind).length;
		expect(found[0]).toEqual({ kind: 'start_up', planned_on: '2023-01-09' });
		expect([count('start_up'), count('weekly'), count('monthly')]).toEqual([1, 11, 57]);
	});

	it('counts the versions of its Implementation Plan, each with both due days and that of an amendment', async () => {
		const sent = { contract, status: 'submitted', document: 'Plan', submitted_on: '2023-01-18' };
		const first = await made('implementation_plans', sent);
		expect(first).toMatchObject({
			version: 1,
			due_on: '2023-01-19',
			working_days_due_on: '2023-01-23',
			amendment_due_on: null,
		});
		const asked = { status: 'amendment_requested', amendment_requested_on: '2023-01-20' };
		const { body } = await manager.patch(
			`/items/implementation_plans/${first.id}?fields=amendment_due_on,version`,
			asked,
		);
		expect(body.data).toEqual({ amendment_due_on: '2023-01-25', version: 1 });
		const approval = { approved_on: '2023-01-25', approved_by: 'Contract manager' };
		const second = { contract, status: 'approved', document: 'Plan', submitted_on: '2023-01-24', ...approval };
		expect((await made('implementation_plans', second)).version).toBe(2);
		const early = await manager.post('/items/implementation_plans', { contract, status: 'approved' });
		expect(early.body.errors.map((error: { extensions: Row }) => error.extensions.field)).toEqual([
			'submitted_on',
			'approved_on',
			'document',
			'approved_by',
		]);
	});

	it.each([
		['a security questionnaire: one calendar month (5.2)', 'security_questionnaire', '2024-01-31', '2024-02-29'],
		['data protection rights: one calendar month (3.14)', 'data_protection_rights', '2024-03-15', '2024-04-15'],
		['freedom of information: twenty Working Days (3.14)', 'freedom_of_information', '2024-03-15', '2024-04-16'],
		['ad-hoc MI: as the Buyer says (3.12)', 'ad_hoc_mi', '2024-03-15', null],
	])('has requests for information due by their kind: %s', async (_, kind, requested_on, due_on) => {
		expect(await made('information_requests', { contract, kind, requested_on, request: 'Test' })).toMatchObject({
			due_on,
		});
	});

	it('keeps risks, exit plans, meetings’ actions and training with whoever may write them', async () => {
		const [meeting] = await rows('meetings', `filter[contract][_eq]=${contract}`);
		const supplier = world.north.id;
		const records: [string, Row][] = [
			['risks_and_issues', { contract, kind: 'risk', title: 'Few referrals', raised_on: '2024-01-10' }],
			['exit_plans', { contract, version: '1', dated_on: '2024-01-10' }],
			['meeting_actions', { meeting: meeting!.id, what: 'Send the plan' }],
			[
				'training_records',
				{ peer_mentor: world.north.mentors[0]!.id, topic: 'safeguarding', completed_on: '2023-03-01' },
			],
			['restriction_periods', { contract, from_on: '2023-12-01', until_on: '2023-12-20', reason: 'Pandemic' }],
			['performance_improvement_plans', { contract, service_level: 'fte', month: '2024-01' }],
		];
		for (const [collection, record] of records) {
			expect(await made(collection, record)).toMatchObject({ supplier });
			expect([collection, (await world.west.manager.post(`/items/${collection}`, record)).status]).toEqual([
				collection,
				403,
			]);
		}
	});

	it('lets an invoice be ready only with every reference and its one PDF (4.11)', async () => {
		const { body } = await manager.post('/items/invoices', {
			contract,
			number: 'I-1',
			status: 'ready',
			cost_centre: '10',
		});
		expect(body.errors.map((error: { extensions: Row }) => error.extensions.field)).toEqual([
			'payment',
			'account_code',
			'purchase_order',
			'purchase_order_line',
			'document',
		]);
	});
});

describe('the Buyer', () => {
	it('reads the contract’s records and no field that says anything about a person', async () => {
		const { body } = await world.buyer.get('/items/risks_and_issues?fields=*');
		expect(body.data[0]).toMatchObject({ title: 'Few referrals' });
		const plans = await world.buyer.get(
			'/items/performance_improvement_plans?fields=service_level,month,status,actions&filter[month][_eq]=2024-01',
		);
		// What is not submitted to them yet follows from months that are not either.
		expect(plans.body.data).toEqual([]);
		const another = { contract, service_level: 'pmi', month: '2024-01' };
		expect((await world.buyer.post('/items/performance_improvement_plans', another)).status).toBe(403);
		expect((await world.buyer.get('/items/information_requests?fields=request')).status).toBe(403);
		expect((await world.buyer.get('/items/meeting_actions?fields=owner')).status).toBe(403);
		expect((await world.buyer.get('/items/mentees')).status).toBe(403);
	});

	it('learns nobody’s name or address from an account, by filter or by order', async () => {
		for (const [collection, field] of [
			['peer_mentors', 'user'],
			['office_visit_weeks', 'mentor_user'],
			['upskilling_sessions', 'mentor_user'],
			['risks_and_issues', 'user_created'],
		]) {
			for (const query of [
				`filter[${field}][email][_contains]=a`,
				`sort=${field}.email`,
				`filter[${field}][_nnull]=true`,
			]) {
				const { status } = await world.buyer.get(`/items/${collection}?${query}`);
				expect([collection, query, status]).toEqual([collection, query, 403]);
			}
		}
	});

	it('samples completed activities at random, and anybody can repeat the draw (3.10)', async () => {
		const meet = async (number: number, client: Client) => {
			const person = { first_name: 'Sample', last_name: `Test-${number}` };
			const journey = { route: 'jobcentre_plus', received_on: '2023-10-02' };
			const referral = await made('referrals', { ...person, ...journey }, client);
			await made('initial_meetings', { referral: referral.id, held_on: '2023-10-09', outcome: 'declined' }, client);
			return referral.reference;
		};
		const people = await Promise.all([1, 2, 3, 4, 5].map((number) => meet(number, mentor)));
		// Of another contract, and in no sample of this one.
		await meet(6, world.west.mentors[0]!.client);
		const october = { from_on: '2023-10-01', until_on: '2023-10-31' };
		const request = { contract, requested_on: '2024-01-10', activity: 'initial_meeting', size: 3, ...october };
		const sample = await made('sample_requests', request);
		expect(sample).toMatchObject({ drawn_from: 5 });
		const items = await rows(
			'sample_items',
			`filter[sample][_eq]=${sample.id}&sort=position&fields=position,reference,activity_on`,
		);
		expect(items.map(({ position }) => position)).toEqual([1, 2, 3]);
		for (const { reference } of items) expect(people).toContain(reference);
		expect((await manager.patch(`/items/sample_requests/${sample.id}`, { seed: 'another' })).status).toBe(400);
		const { body } = await manager.post('/items/sample_requests', { ...request, size: 6 });
		expect(body.errors[0].message).toMatch(/Only 5 such activities/);
		expect((await world.buyer.get('/items/sample_items?fields=reference')).status).toBe(403);

		// One draw for each request: another needs a reason, and leaves the first.
		const again = await manager.post('/items/sample_requests', { ...request, size: 2 });
		expect(again.body.errors[0].extensions).toMatchObject({ field: 'redraw_reason' });
		expect(again.body.errors[0].message).toContain('as S1');
		expect(await made('sample_requests', { ...request, redraw_reason: 'The list was lost' })).toMatchObject({
			number: 'S2',
		});
		expect(await rows('sample_items', `filter[sample][_eq]=${sample.id}`)).toHaveLength(3);
		expect((await manager.patch(`/items/sample_requests/${sample.id}`, { size: 2 })).status).toBe(400);
		const [item] = await rows('sample_items', `filter[number][_eq]=S1-1&fields=id`);
		const answer = { response: 'Gwen was late', buyer_response: 'Held as recorded' };
		expect((await manager.patch(`/items/sample_items/${item!.id}`, answer)).status).toBe(200);
		const read = await world.buyer.get('/items/sample_items?filter[number][_eq]=S1-1&fields=*');
		expect(read.body.data[0]).toMatchObject({ number: 'S1-1', buyer_response: 'Held as recorded' });
		expect(read.body.data[0]).not.toHaveProperty('response');

		// 2.25: whoever withdraws consent is in no sample from that moment on.
		const [first] = await rows('sample_items', `filter[sample][_eq]=${sample.id}&fields=referral`);
		await made('consents', { referral: first!.referral, decision: 'withdrawn', decided_on: '2024-01-11' }, mentor);
		expect(await rows('sample_items', `filter[sample][_eq]=${sample.id}`)).toHaveLength(2);
		const more = await manager.post('/items/sample_requests', { ...request, size: 5, redraw_reason: 'To see' });
		expect(more.body.errors[0].message).toMatch(/Only 4 such activities/);
	});
});
