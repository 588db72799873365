/** Who sees a person once consent is withdrawn, or the Mentee has moved (2.25 to 2.28). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	agreed,
	begin,
	end,
	made,
	manager,
	mentor,
	NOT_A_CUSTOMER,
	world,
	type Row,
} from '../../support/scenes/support-journey.ts';
import type { Client } from '../../support/server.ts';
import { STATEMENT } from '../../support/complete-forms.ts';

beforeAll(begin);
afterAll(end);

describe('consent (J18, J19)', () => {
	it('is recorded with the statement that was read, by whom and when, and counts', async () => {
		const { path, mentee } = await agreed(NOT_A_CUSTOMER);
		const consent = {
			mentee,
			decision: 'given',
			decided_on: '2023-10-09',
			statement_version: '1.2',
			language: 'cy-GB',
		};
		expect(await made('consents', consent)).toMatchObject({ read_by: world.north.mentors[0]!.id });
		expect((await mentor.patch(`${path}?fields=consent_given_on`, { start_on: '2023-10-16' })).body.data).toEqual({
			consent_given_on: '2023-10-09',
		});
	});

	it('withdrawn leaves the record to its mentor alone, who goes on; given again, it is as before', async () => {
		const { path, mentee } = await agreed(NOT_A_CUSTOMER);
		await made('consents', { mentee, decision: 'given', decided_on: '2023-10-09', ...STATEMENT });
		await mentor.patch(path, { start_on: '2023-10-16' });
		const seen = async (client: Client) =>
			(await client.get(`/items/mentees?filter[id][_eq]=${mentee}`)).body.data.length;
		const count = async () => Number((await manager.get('/items/mentees?aggregate[count]=id')).body.data[0].count.id);
		const interview = await made('diagnostic_interviews', { mentee, held_on: '2023-10-16' });
		const collected = async () => (await mentor.get(`/items/diagnostic_interviews/${interview.id}`)).status;
		expect(await collected()).toBe(200);
		const before = await count();
		await made('consents', { mentee, decision: 'withdrawn', decided_on: '2023-11-01' });
		expect([await seen(manager), await seen(world.north.mi), await seen(mentor)]).toEqual([0, 0, 1]);
		expect(await collected()).toBe(403);
		expect(await count()).toBe(before - 1);
		const session = { mentee, held_on: '2023-11-06', minutes: 60, mode: 'face_to_face', attendance: 'attended' };
		const { id } = await made('sessions', session);
		expect((await manager.get(`/items/sessions/${id}`)).status).toBe(403);
		const clocks = (client: Client) => client.get(`/items/service_level_clocks?filter[mentee][_eq]=${mentee}`);
		expect((await clocks(manager)).body.data).toEqual([]);
		expect((await clocks(mentor)).body.data.length).toBeGreaterThan(0);
		const drawn = { contract: world.north.contract, requested_on: '2024-01-10', activity: 'session', size: 1 };
		const sample = { ...drawn, from_on: '2023-11-06', until_on: '2023-11-06' };
		expect((await manager.post('/items/sample_requests', sample)).body.errors[0].message).toMatch(/Only 0 such/);
		await made('consents', { mentee, decision: 'given', decided_on: '2023-12-01', ...STATEMENT });
		expect([await seen(manager), await seen(mentor)]).toEqual([1, 1]);
		expect(await collected()).toBe(200);
		expect(await made('sample_requests', sample, manager)).toMatchObject({ drawn_from: 1 });
	});
});

describe('a Mentee who moves (J08, J30)', () => {
	it('keeps the one record and its start; the history says who held it, where, and why only to managers', async () => {
		const { path, mentee, referral } = await agreed();
		await mentor.patch(path, { start_on: '2023-10-16' });
		await world.admin.post('/items/contract_cpas', { contract: world.north.contract, contract_package_area: 7 });
		const next = world.north.mentors[1]!;
		const allocation = {
			mentee,
			peer_mentor: next.id,
			cpa: 7,
			from_on: '2024-01-08',
			because: 'moved_area',
			reason: 'Moved to Chatham',
		};
		const early = await manager.post('/items/allocations', allocation);
		expect(early.body.errors[0].message).toContain('no hours in CPA7 on 8 January 2024');
		const post = { peer_mentor: next.id, contract: world.north.contract, delivery_area: 'medway' };
		await made('fte_assignments', { ...post, weekly_hours: 8, starts_on: '2024-01-01' }, manager);
		expect((await mentor.post('/items/allocations', allocation)).status).toBe(403);
		await made('allocations', allocation, manager);
		expect((await mentor.get(path)).status).toBe(403);
		const moved = await next.client.get(`${path}?fields=start_on,cpa,peer_mentor,referral.cpa,allocations.*`);
		expect(moved.body.data).toMatchObject({
			start_on: '2023-10-16',
			cpa: 7,
			peer_mentor: next.id,
			referral: { cpa: 9 },
		});
		const history = (moved.body.data.allocations as Row[]).sort((a, b) =>
			String(a.from_on) < String(b.from_on) ? -1 : 1,
		);
		expect(history.map(({ from_on }) => from_on)).toContain('2024-01-08');
		expect(JSON.stringify(history)).not.toContain('Chatham');
		const { body } = await manager.get(
			`/items/allocations?filter[mentee][_eq]=${mentee}&fields=until_on,reason&sort=until_on`,
		);
		expect(body.data).toHaveLength(2);
		expect(body.data).toContainEqual({ until_on: null, reason: 'Moved to Chatham' });
		expect(body.data).toContainEqual({ until_on: '2024-01-08', reason: null });
		// What was decided before the move counts in the old area, what comes after it in the new one; the move is shown.
		await made('baseline_surveys', { mentee, completed_on: '2023-10-16' }, next.client);
		const clocks = await manager.get(
			`/items/service_level_clocks?filter[mentee][_eq]=${mentee}&fields=service_level,cpa`,
		);
		expect(clocks.body.data).toContainEqual({ service_level: 'initial_meeting', cpa: 9 });
		expect(clocks.body.data).toContainEqual({ service_level: 'survey_six_months', cpa: 7 });
		const pmi = await manager.get(`/pmi/${world.north.reference}/2024-01`);
		expect(pmi.body.data.transfers).toEqual([
			{ cpa: 7, in: { total: 1, new: 1 }, out: { total: 0, new: 0 } },
			{ cpa: 9, in: { total: 0, new: 0 }, out: { total: 1, new: 1 } },
		]);
		const { body: counted } = await manager.get(`/items/referrals?filter[id][_eq]=${referral}&fields=cpa`);
		expect(counted.data).toEqual([{ cpa: 9 }]);
	});
});

describe('a hand-over (J39, 2.25)', () => {
	it('asks why; two who do not want to work together are not put together again, and only managers read the reason', async () => {
		const { mentee, path } = await agreed();
		const [first, next] = [world.north.mentors[0]!, world.north.mentors[1]!];
		const allocation = { mentee, peer_mentor: next.id, from_on: '2024-01-08', because: 'mentee_wish' };
		const silent = await manager.post('/items/allocations', allocation);
		expect(silent.body.errors[0].extensions.field).toBe('reason');
		await made('allocations', { ...allocation, reason: 'They know each other from before' }, manager);
		const { body } = await manager.get(
			`/items/working_wishes?filter[mentee][_eq]=${mentee}&fields=peer_mentor,side,reason`,
		);
		const wish = { peer_mentor: first.id, side: 'mentee', reason: 'They know each other from before' };
		expect(body.data).toEqual([wish]);
		expect((await next.client.get('/items/working_wishes')).body.data).toEqual([]);
		expect((await mentor.get(`/items/working_wishes?filter[mentee][_eq]=${mentee}`)).body.data).toEqual([]);
		expect((await next.client.get('/items/working_wishes?fields=reason')).body.data).toEqual([]);
		const back = { mentee, peer_mentor: first.id, because: 'caseload' };
		for (const refused of [
			await manager.post('/items/allocations', back),
			await manager.patch(path, { peer_mentor: first.id }),
		]) {
			expect(refused.body.errors[0].message).toContain('not to work together');
			expect(refused.body.errors[0].extensions.field).toBe('peer_mentor');
		}
		const early = { ...back, peer_mentor: next.id, from_on: '2024-01-05' };
		const { body: before } = await manager.post('/items/allocations', early);
		expect(before.errors[0].message).toContain('has done so since 8 January 2024');
	});

	it('is wished by a mentor of themselves, who then reads that they did and nobody else’s', async () => {
		const { mentee } = await agreed();
		const wish = { mentee, reason: 'My neighbour' };
		const said = await mentor.post('/items/working_wishes', wish);
		expect([said.status, said.body.data]).toMatchObject([200, { side: 'mentor', ...wish }]);
		expect((await world.north.mentors[1]!.client.get('/items/working_wishes')).body.data).toEqual([]);
		const { body } = await manager.get(`/items/working_wishes?filter[mentee][_eq]=${mentee}&fields=peer_mentor,side`);
		expect(body.data).toEqual([{ peer_mentor: world.north.mentors[0]!.id, side: 'mentor' }]);
	});

	it('is asked for by a last day, with the number of Mentees held and the FTE that would be missing', async () => {
		const { id } = world.north.mentors[0]!;
		const shown = async () =>
			(await manager.get(`/items/peer_mentors/${id}?fields=mentees_now,leaves_on,fte_gap_after,outstanding`)).body.data;
		const before = await shown();
		expect(before).toMatchObject({ leaves_on: null, fte_gap_after: null });
		await agreed();
		const { body } = await manager.get(`/items/fte_assignments?filter[peer_mentor][_eq]=${id}&fields=id`);
		await manager.patch(`/items/fte_assignments/${body.data[0].id}`, { ends_on: '2027-06-30' });
		const after = await shown();
		expect(after).toMatchObject({ leaves_on: '2027-06-30', mentees_now: before.mentees_now + 1 });
		expect(Number(after.fte_gap_after)).toBeGreaterThan(0);
		expect(after.outstanding).toEqual(expect.arrayContaining(['mentees_to_hand_over', 'fte_gap_ahead']));
		// Whom the form of a hand-over offers: those in post, with the number of their Mentees.
		const { body: picker } = await world.admin.get('/fields/allocations/peer_mentor');
		const offered = async () => {
			const filter = encodeURIComponent(JSON.stringify(picker.data.meta.options.filter));
			const found = await manager.get(`/items/peer_mentors?fields=id,name,mentees_now&filter=${filter}`);
			return (found.body.data as Row[]).map((each) => each.id);
		};
		expect(picker.data.meta.options.template).toBe('{{name}} ({{mentees_now}})');
		expect(await offered()).toContain(id);
		await manager.patch(`/items/fte_assignments/${body.data[0].id}`, { ends_on: '2024-06-28' });
		expect(await offered()).toEqual([world.north.mentors[1]!.id]);
		await manager.patch(`/items/fte_assignments/${body.data[0].id}`, { ends_on: null });
		expect(await shown()).toMatchObject({ leaves_on: null, fte_gap_after: null });
	});
});
