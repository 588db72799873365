/** Annex A through the API: the figures, who reads them, and that none tells of one person. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
	FIGURES,
	type ShownFactor,
	type ShownFigure,
	type ShownTable,
} from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/success-factors.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { peopleOfTwoAreas } from '../../support/caseloads/two-areas.ts';
import { databaseOf } from '../../support/database.ts';
import { markSubmitted } from '../../support/submitted.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

const REFERENCE = 'TEST-45';
const START = day('2024-01-08');
/** So many people of each area: the first `treated` of them entered treatment. */
const AREAS = [
	{ cpa: 4, people: 20, treated: 3, disclosed: 6 },
	{ cpa: 5, people: 14, treated: 8, disclosed: 5 },
];
const HALF_YEAR = '?from=2023-12-04&to=2024-06-30';

let server: TestServer;
let world: World;
let knex: Knex;
let mi: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	knex = databaseOf(server);
	({ mi } = world.north);
	const areas = await knex('delivery_areas').whereIn('cpa', [4, 5]).orderBy('id').select('id', 'cpa', 'name');
	const areaOf = (cpa: number) => areas.find((area) => Number(area.cpa) === cpa);
	const files = peopleOfTwoAreas(REFERENCE, AREAS, (cpa) => areaOf(cpa).name, START);
	const { status, body } = await world.admin.upload('/caseload/import', files);
	expect([status, body.errors]).toEqual([200, undefined]);

	const entered_on = dayColumn(knex, day('2024-02-01'));
	for (const { cpa, treated, disclosed } of AREAS) {
		const mentees = await knex('mentees')
			.where('reference', 'like', `SF-${cpa}-%`)
			.select('id', 'reference', 'supplier');
		const upTo = (count: number) => mentees.filter(({ reference }) => Number(reference.split('-')[2]) < count);
		const support = { kind: 'treatment', entered_on, restricted: false };
		await knex('support_engagements').insert(
			upTo(treated).map(({ id, supplier }) => ({ ...support, id: randomUUID(), mentee: id, supplier })),
		);
		const told = upTo(disclosed).map(({ id }) => id);
		const change = { disclosure: 'disclosed_after_joining', disclosed_on: entered_on };
		await knex('mentees').whereIn('id', told).update(change);
	}
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

async function factors(client: Client, query = HALF_YEAR): Promise<ShownFactor[]> {
	const { status, body } = await client.get(`/success-factors/${REFERENCE}${query}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.factors;
}

async function figure(client: Client, key: string, query = HALF_YEAR): Promise<ShownTable> {
	const found = (await factors(client, query)).flatMap(({ figures }) => figures).find((each) => each.figure === key);
	return found as ShownTable;
}

const counts = ({ number, of }: ShownFigure) => [number, of];
const ofAreas = ({ cpas, total }: ShownTable) => [...cpas.map(counts), counts(total)];

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
