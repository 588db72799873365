/** Annex A through the API: the figures. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import {
	begin,
	end,
	factors,
	figure,
	knex,
	mi,
	ofAreas,
	REFERENCE,
	world,
} from '../../support/scenes/success-factors.ts';

beforeAll(begin);
afterAll(end);

describe('the figures', () => {
	it('count those who started, by area and in all, and agree with the PMI', async () => {
		expect(ofAreas(await figure(mi, 'diagnostic_interviews'))).toEqual([
			[20, 20],
			[14, 14],
			[34, 34],
		]);
		const { body } = await mi.get(`/pmi/${REFERENCE}/2024-06`);
		const { action_plans, four_sessions, eight_sessions } = body.data.measures;
		expect((await figure(mi, 'action_plans')).total.number).toBe(action_plans.total);
		expect((await figure(mi, 'four_sessions')).total.number).toBe(four_sessions.total);
		expect(await figure(mi, 'eight_sessions')).toMatchObject({
			total: { number: eight_sessions.number, of: 34, rate: eight_sessions.percent },
		});
		expect(four_sessions.total).toBeGreaterThan(eight_sessions.number);
	});

	it('judge everything by the last day asked for', async () => {
		expect(ofAreas(await figure(mi, 'treatment', '?from=2024-01-01&to=2024-01-31'))).toEqual([
			[0, 20],
			[0, 14],
			[0, 34],
		]);
		expect(ofAreas(await figure(mi, 'treatment'))).toEqual([
			[3, 20],
			[8, 14],
			[11, 34],
		]);
		expect((await figure(mi, 'four_sessions', '?to=2024-01-20')).total.number).toBe(0);
		const { total } = await figure(mi, 'diagnostic_interviews', '?from=2024-01-09');
		expect(total).toEqual({ number: 0, of: 0, rate: null });
	});

	it('set the Mentees of twelve months against the average FTE (SF2)', async () => {
		const { total, least } = await figure(mi, 'mentees_per_fte', '?to=2024-12-31');
		// Everybody but the four who never came, by two full-time mentors over the whole year.
		expect([total.number, total.rate, least]).toEqual([30, 15, 30]);
	});

	it('say what is not measured here, and why', async () => {
		const found = await factors(mi);
		expect(found.map(({ factor, measured }) => `${factor} ${measured}`)).toEqual([
			'sf1 yes',
			'sf2 yes',
			'sf3 yes',
			'sf4 yes',
			'sf5 yes',
			'sf6 partly',
			'sf7 partly',
			'sf8 yes',
			'sf9 partly',
			'sf10 partly',
		]);
		for (const { measured, reason } of found) expect(reason === null).toBe(measured === 'yes');
	});

	it('count who is readier for work, and who trusts, of those who were asked (SF6, SF7)', async () => {
		const mentees = await knex('mentees').where('reference', 'like', 'SF-5-%').orderBy('reference').limit(3);
		for (const [index, { id: mentee, supplier }] of mentees.entries()) {
			const plan = { id: randomUUID(), mentee, supplier };
			await knex('action_plans').insert(plan);
			const interview = { id: randomUUID(), mentee, supplier, held_on: dayColumn(knex, day('2024-01-08')) };
			await knex('diagnostic_interviews').insert({ ...interview, work_readiness: 'thinking' });
			const said = { trusts_jobcentre: index < 2 ? 'yes' : 'no', trusts_mentor: 'yes' };
			const review = { id: randomUUID(), action_plan: plan.id, reviewed_on: dayColumn(knex, day('2024-05-06')) };
			const work_readiness = index === 0 ? 'ready' : 'thinking';
			await knex('plan_reviews').insert({ ...review, ...said, work_readiness, supplier });
		}
		expect((await figure(mi, 'readier_for_work')).total).toMatchObject({ number: 1, of: 3 });
		expect((await figure(mi, 'trusting')).total).toMatchObject({ number: 2, of: 3 });
	});

	it('count the days with the minimum FTE, training, upskilling and the Evaluation', async () => {
		const days = await figure(mi, 'fte_days');
		expect(days.total).toMatchObject({ number: 0, of: 177 });
		const [mentor] = await knex('peer_mentors').where('last_name', 'Mentor-4').select('id', 'supplier');
		const [office] = await knex('jobcentre_offices as office')
			.join('delivery_areas as area', 'area.id', 'office.delivery_area')
			.where('area.cpa', 4)
			.select('office.id');
		const training = { peer_mentor: mentor.id, topic: 'complex_needs', completed_on: '2024-02-01' };
		const made = [
			await world.north.manager.post('/items/training_records', training),
			await world.north.manager.post('/items/upskilling_sessions', {
				peer_mentor: mentor.id,
				jobcentre_office: office.id,
				held_on: '2024-03-04',
				attendees: 7,
				topic: 'Recognising dependency',
			}),
		];
		// What Jobcentre staff taught the mentor is no upskilling of Jobcentre staff (2.16).
		const taught = { peer_mentor: mentor.id, jobcentre_office: office.id, held_on: '2024-03-05', attendees: 3 };
		const other = { ...taught, topic: 'The Jobcentre’s support', direction: 'to_mentors' };
		made.push(await world.north.manager.post('/items/upskilling_sessions', other));
		expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(ofAreas(await figure(mi, 'mentors_trained'))).toEqual([
			[1, 1],
			[0, 1],
			[1, 2],
		]);
		expect(ofAreas(await figure(mi, 'upskilling_attendees'))).toEqual([
			[7, null],
			[0, null],
			[7, null],
		]);
		expect((await figure(mi, 'offices_upskilled')).total.number).toBe(1);
	});
});
