/** A call-off whose return has measures of its own, in its own order and under its own names (3.8). */
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { REPORT_PARTS } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { STARTS } from '../../support/complete-forms.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

const WELSH = [{ split: 'preferred_language', values: ['cy-GB'] }];
const OWN = [
	{ count: 'starts', where: WELSH, name_en: 'Welsh-speaking starters', name_cy: 'Dechreuwyr Cymraeg' },
	{ measure: 'starts_new', name_en: 'Joined Peer Support Plus', name_cy: 'Ymunodd â Chymorth Cymheiriaid a Mwy' },
	{ measure: 'initial_meetings_on_time' },
	{ count: 'in_support', name_en: 'In support at the end of the month', name_cy: 'Yn cael cymorth ar ddiwedd y mis' },
	{ measure: 'ipr_log' },
];
/** A line as the answer has it. */
interface Line {
	number: number;
	names: Record<string, string>;
	cumulative?: { number: number };
	in_month?: { number: number };
}

const NIL = {
	acknowledged: [{ code: 'diagnostic_interview_missing', reason: 'Held next month' }],
	nil: ['contract_cost_register', 'ipr_log', ...REPORT_PARTS],
};

let server: TestServer;
let world: World;
const contract = () => `/items/call_off_contracts/${world.west.contract}`;
const listed = async () => (await world.admin.get(`${contract()}?fields=return_measures`)).body.data.return_measures;
const pmi = async (month: string, query = '') => (await world.west.mi.get(`/pmi/TEST-1/${month}${query}`)).body.data;

/** Somebody who starts on a day, and speaks a language. */
async function starter(received_on: string, start_on: string, preferred_language: string) {
	const [{ client }] = world.west.mentors as [World['west']['mentors'][0]];
	const person = { first_name: 'Test', last_name: 'Mentee', aged_18_or_over: 'yes', preferred_language };
	const journey = { contract: world.west.contract, cpa: 1, route: 'jobcentre_plus', received_on };
	const customer = { dwp_customer: 'yes', benefit_type: 'universal_credit' };
	const referral = await client.post('/items/referrals', { ...person, ...journey, ...customer });
	expect([referral.status, referral.body.errors]).toEqual([200, undefined]);
	const meeting = { ...STARTS, referral: referral.body.data.id, held_on: start_on, outcome: 'start' };
	const met = await client.post('/items/initial_meetings', meeting);
	expect([met.status, met.body.errors]).toEqual([200, undefined]);
	const { body } = await client.get(`/items/mentees?filter[referral][_eq]=${referral.body.data.id}&fields=id`);
	const started = await client.patch(`/items/mentees/${body.data[0].id}`, { start_on });
	expect([started.status, started.body.errors]).toEqual([200, undefined]);
}

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	const terms = { initial_meeting_days: 5, return_measures: OWN };
	expect((await world.admin.patch(contract(), terms)).status).toBe(200);
	await starter('2023-05-01', '2023-05-04', 'cy-GB');
	await starter('2023-05-08', '2023-05-12', 'en-GB');
	await starter('2023-06-05', '2023-06-08', 'cy-GB');
});
afterAll(() => server?.stop());

describe('the return', () => {
	it('has the measures of the contract, counted to the cut-off and in the month', async () => {
		const { lines, measures } = await pmi('2023-06');
		const shown = lines.map(({ number, names, cumulative, in_month }: Line) => [
			number,
			names['en-GB'],
			cumulative?.number,
			in_month?.number,
		]);
		expect(shown).toEqual([
			[21, 'Welsh-speaking starters', 2, 1],
			[5, 'Joined Peer Support Plus', undefined, undefined],
			[9, 'Initial meetings within 5 Working Days of the referral', undefined, undefined],
			[22, 'In support at the end of the month', undefined, 3],
			[20, 'Completed IPR Log', undefined, undefined],
		]);
		expect(lines[0].definition['cy-GB']).toMatch(/^Dewis iaith: Cymraeg\. /);
		// What 3.8 asks is counted whether it is listed or not.
		expect(measures.starts_total.total).toBe(3);
		expect((await pmi('2023-06', '?cpa=1')).lines).toEqual(lines);
	});

	it('shows them in its workbook, in their order', async () => {
		const { content } = await world.west.mi.download('/pmi/TEST-1/2023-06.xlsx');
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(content as never);
		const rows = (workbook.getWorksheet('Measures')?.getSheetValues() ?? []) as unknown[][];
		const numbered = rows.filter((row) => typeof row?.[1] === 'number');
		expect(numbered.map(([, number, name, total, , , inMonth]) => [number, name, total, inMonth])).toEqual([
			[21, 'Welsh-speaking starters', 2, 1],
			[5, 'Joined Peer Support Plus', undefined, 1],
			[9, 'Initial meetings within 5 Working Days of the referral', 3, 1],
			[22, 'In support at the end of the month', undefined, 3],
			[20, 'Completed IPR Log', undefined, 'not due'],
		]);
		const definitions = (workbook.getWorksheet('Definitions used')?.getSheetValues() ?? []) as unknown[][];
		const own = definitions.find((row) => row?.[1] === 21);
		expect(own?.[3]).toMatch(/^Preferred language: Welsh\. /);
		expect(definitions.some((row) => row?.[1] === 2)).toBe(false);
	});

	it('leaves another contract as 3.8 says', async () => {
		const { body } = await world.north.mi.get('/pmi/TEST-9/2023-06');
		expect(body.data.lines).toBeUndefined();
	});

	it('keeps those of a month that was submitted', async () => {
		const sent = await world.west.mi.post('/pmi/TEST-1/2023-05/submit', NIL);
		expect([sent.status, sent.body.errors]).toEqual([200, undefined]);
		expect((await world.admin.patch(contract(), { return_measures: OWN.slice(1, 2) })).status).toBe(200);
		expect((await pmi('2023-05')).lines).toHaveLength(OWN.length);
		expect((await pmi('2023-06')).lines).toHaveLength(1);
		const buyer = await world.buyer.get('/pmi/TEST-1/2023-05');
		expect(buyer.body.data.lines[0]).toMatchObject({ cumulative: { number: 1 }, in_month: { number: 1 } });
	});
});

describe('a list that says nothing clear', () => {
	test.each([
		[[{ count: 'starts', name_en: 'Starts' }], 'Line 1 of the measures needs its name in English and in Welsh.'],
		[[OWN[2], OWN[2]], 'Line 2 of the measures stands in the list already.'],
		[[{ measure: 'happiness' }], 'Line 1 of the measures is neither a measure of paragraph 3.8 nor a figure to count.'],
		[[{ ...OWN[0], where: [{ split: 'mentor', values: ['x'] }] }], 'Line 1 of the measures cannot be counted like that.'],
	])('%j is refused beside its field, and changes nothing', async (return_measures, words) => {
		const before = await listed();
		for (const [method, path, payload] of [
			['patch', contract(), { return_measures }],
			['post', '/items/call_off_contracts', { reference: 'PSP-1', supplier: world.west.id, start_date: '2024-01-08', return_measures }],
		] as const) {
			const { status, body } = await world.admin[method](path, payload);
			expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining(words)]);
			expect(body.errors[0].extensions).toMatchObject({ field: 'return_measures' });
		}
		expect(await listed()).toEqual(before);
	}); // prettier-ignore

	it('is the Administrator’s to say alone', async () => {
		for (const client of [world.west.manager, world.west.mi, world.buyer]) {
			expect((await client.patch(contract(), { return_measures: null })).status).toBe(403);
		}
	});
});
