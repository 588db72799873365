/** Annex A through the API: who reads the figures, and that none tells of one person. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { FIGURES } from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/success-factors.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import {
	begin,
	end,
	factors,
	figure,
	HALF_YEAR,
	knex,
	mi,
	ofAreas,
	REFERENCE,
	server,
	world,
} from '../../support/scenes/success-factors.ts';
import { markSubmitted } from '../../support/submitted.ts';

beforeAll(begin);
afterAll(end);

describe('who reads them', () => {
	const MENTEES = Object.entries(FIGURES).flatMap(([key, { people }]) => (people ? [key] : []));

	it('the Buyer reads no count of Mentees before a return was submitted', async () => {
		const read = (await factors(world.buyer)).flatMap(({ figures }) => figures.map((each) => each.figure));
		expect(read.filter((key) => MENTEES.includes(key))).toEqual([]);
		expect(read).toContain('fte_days');
		const { id: contract } = await knex('call_off_contracts').where({ reference: REFERENCE }).first('id');
		expect(await markSubmitted(knex, contract, '2024-06')).toBe(1);
	});

	test.each(['', '?from=2024-01-08&to=2024-01-08', HALF_YEAR])(
		'the Buyer gets no small count by a special fact, whatever days it asks for (%s)',
		async (query) => {
			const treated = await figure(world.buyer, 'treatment', query);
			expect(ofAreas(treated)).toEqual([
				['fewer_than_five', 20],
				['withheld', 14],
				[11, 34],
			]);
			expect(treated.cpas.map(({ rate }) => rate)).toEqual([null, null]);
			// Always the same days: one day more or less would tell of one person.
			expect(treated.period.from).toBe('2023-12-04');
			expect(treated.period.to).toMatch(/-(03-31|06-30|09-30|12-31)$/);
		},
	);

	it('the Buyer gets no count of Mentees over days of its own choosing', async () => {
		const whole = await Promise.all(MENTEES.map((key) => figure(world.buyer, key)));
		for (const query of ['?from=2024-01-08&to=2024-01-08', '?from=2024-01-08', '?to=2024-01-09']) {
			const asked = await Promise.all(MENTEES.map((key) => figure(world.buyer, key, query)));
			expect(asked).toEqual(whole);
			expect((await figure(world.buyer, 'focus_groups', query)).period).not.toEqual(whole[0]!.period);
		}
		expect((await figure(mi, 'four_sessions', '?from=2024-01-08&to=2024-01-08')).period.to).toBe('2024-01-08');
	});

	it('the Buyer gets larger counts, and the figures of the PMI, as they are', async () => {
		expect(ofAreas(await figure(world.buyer, 'disclosed_after_joining'))).toEqual([
			[6, 20],
			[5, 14],
			[11, 34],
		]);
		expect(ofAreas(await figure(world.buyer, 'diagnostic_interviews'))).toEqual([
			[20, 20],
			[14, 14],
			[34, 34],
		]);
	});

	it('nobody else does', async () => {
		for (const client of [world.west.mi, world.west.manager]) {
			expect((await client.get(`/success-factors/${REFERENCE}`)).status).toBe(404);
		}
		const analyst = await world.user('Buyer Analyst', 'analyst-test@example.org');
		for (const client of [world.north.mentors[0]!.client, analyst.client, server.anonymous]) {
			expect([401, 403]).toContain((await client.get(`/success-factors/${REFERENCE}`)).status);
		}
		for (const query of ['?from=yesterday', '?from=2024-02-01&to=2024-01-01', '?from=1900-01-01&to=2024-01-01']) {
			expect((await mi.get(`/success-factors/${REFERENCE}${query}`)).status).toBe(400);
		}
	});

	it('whoever withdraws is in no figure, for nobody (2.25)', async () => {
		const [mentee] = await knex('mentees').where('reference', 'SF-4-0').select('referral');
		const withdrawn = { referral: mentee.referral, decision: 'withdrawn', decided_on: '2024-05-01' };
		const { status, body } = await world.admin.post('/items/consents', withdrawn);
		expect([status, body.errors]).toEqual([200, undefined]);
		expect(ofAreas(await figure(mi, 'treatment'))).toEqual([
			[2, 19],
			[8, 14],
			[10, 33],
		]);
		expect((await figure(mi, 'mentees_per_fte', '?to=2024-12-31')).total.number).toBe(30);
		// The Buyer does not see one person go: their figures change with the next submission.
		expect((await figure(world.buyer, 'treatment')).total).toMatchObject({ number: 11, of: 34 });
	});

	it('whoever moves counts where they started, and was met in both areas (2.6)', async () => {
		const numbers = async (key: string) => ofAreas(await figure(mi, key)).map(([number]) => Number(number));
		const [held, met] = [await numbers('eight_sessions'), await numbers('mentees_per_fte')];
		const [own] = await knex('mentees').where('reference', 'SF-4-9').select('id as mentee', 'supplier');
		const moved = { id: randomUUID(), ...own, cpa: 5, from_on: dayColumn(knex, day('2024-02-05')) };
		await knex('allocations').insert(moved);
		expect(await numbers('eight_sessions')).toEqual(held);
		expect(await numbers('mentees_per_fte')).toEqual([met[0], met[1]! + 1, met[2]]);
	});
});
