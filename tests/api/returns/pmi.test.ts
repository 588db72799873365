import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../support/csv.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

interface Fixture {
	id: string;
	route: 'JCP' | 'TP';
	ref: string | null;
	im: string | null;
	out: string | null;
	start: string | null;
	di: string | null;
	plan: string | null;
	att: string[];
	end: string | null;
	why: string | null;
	wdr: string | null;
	known: string;
}

const { fixture, expected } = JSON.parse(
	readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'pmi_example.json'), 'utf8'),
) as { fixture: Fixture[]; expected: Record<string, Record<string, unknown>> };

const REFERENCE = 'PM-EXAMPLE';

/** What the Supplier's files say on a day: what was keyed by then, and consent withdrawn by then. */
function filesKnownOn(day: string): Record<string, string> {
	const known = fixture.filter((each) => each.known <= day);
	const caseload = known.map((each) => ({
		reference: each.id,
		contract: REFERENCE,
		cpa: 9,
		route: each.route === 'JCP' ? 'jobcentre_plus' : 'third_party',
		received_on: each.ref,
		first_name: 'Example',
		last_name: `Person-${each.id}`,
		initial_meeting_on: each.im,
		initial_meeting_outcome: each.out && { START: 'start', DECL: 'declined', DNA: 'did_not_attend' }[each.out],
		start_on: each.start,
		diagnostic_interview_on: each.di,
		action_plan_agreed_on: each.plan,
		action_plan_evidence: each.plan && 'electronic',
		consent_withdrawn_on: each.wdr && each.wdr <= day ? each.wdr : null,
		ended_on: each.end,
		end_reason: each.why && { COMP: 'completed', DROP: 'dropout' }[each.why],
	}));
	const sessions = known.flatMap((each) =>
		each.att.map((held_on) => ({
			reference: each.id,
			held_on,
			minutes: 60,
			mode: 'face_to_face',
			attendance: 'attended',
		})),
	);
	return { caseload: csv('caseload', caseload), sessions: csv('sessions', sessions) };
}

const contract = csv('contracts', [
	{
		reference: REFERENCE,
		supplier: 'Example Supplier',
		cpas: 9,
		start_date: '2023-01-09',
		implementation_end_date: '2023-03-31',
		end_date: '2025-03-07',
		working_day_calendar: 'england-and-wales',
	},
]);

/** "4 = 80.0%" of the example, as the answer has it. */
function numberAndPercent(text: unknown) {
	const [, number, percent] = /^(\d+) = ([\d.]+)%$/.exec(String(text)) ?? [];
	return { number: Number(number), percent: Number(percent) };
}

/** "4/6 = 66.7%" of the example. */
function share(text: unknown) {
	const [, number, of, percent] = /^(\d+)\/(\d+) = ([\d.]+)%$/.exec(String(text)) ?? [];
	return { number: Number(number), of: Number(of), percent: Number(percent) };
}

function byRoute(value: unknown) {
	const { JCP, TP, total } = value as Record<string, number>;
	return { jobcentre_plus: JCP, third_party: TP, total };
}

function statistics(value: unknown) {
	const days = Object.values(value as Record<string, number>).sort((a, b) => a - b);
	const middle = ((days[(days.length - 1) >> 1] ?? 0) + (days[days.length >> 1] ?? 0)) / 2;
	const mean = Math.round((days.reduce((sum, each) => sum + each, 0) / days.length) * 10) / 10;
	return { count: days.length, mean, median: middle, min: days[0], max: days.at(-1) };
}

let server: TestServer;
let admin: Client;
let world: World;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	admin = world.admin;
	const loaded = await admin.upload('/caseload/import', { contracts: contract });
	if (loaded.status !== 200) throw new Error(JSON.stringify(loaded.body));
});
afterAll(() => server.stop());

describe.each([
	['2023-11', '2023-12-07'],
	['2023-12', '2024-01-08'],
])('the example of %s, as known on %s', (month, knownOn) => {
	const want = expected[`${month} as known ${knownOn}`] as Record<string, unknown>;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is what the test is about
	let data: any;

	beforeAll(async () => {
		const loaded = await admin.upload('/caseload/import', filesKnownOn(knownOn));
		expect(loaded.body.errors).toBeUndefined();
		({ data } = (await admin.get(`/pmi/${REFERENCE}/${month}`)).body);
	});

	it('is due on the fifth Working Day of the next month', () => {
		expect(data).toMatchObject({ contract: REFERENCE, month, due_on: want.due, status: 'draft' });
	});

	it('counts referrals, starts and completions', () => {
		const { measures } = data;
		expect(measures.referrals_total).toEqual(byRoute(want['2 total referrals']));
		expect(measures.referrals_new).toEqual(byRoute(want['3 new referrals in month']));
		expect(measures.starts_total).toEqual(byRoute(want['4 total starts']));
		expect(measures.starts_new).toEqual(byRoute(want['5 new starts in month']));
		expect(measures.completions_total.total).toBe(want['6 completions']);
	});

	it('measures the length of time on provision', () => {
		expect(data.measures.length_on_provision).toEqual({
			left: statistics(want['7 length, left (days)']),
			current: statistics(want['7 length, still on (days to cut-off)']),
		});
	});

	it.each([
		['initial_meetings', '8 total initial meetings', '9'],
		['diagnostic_interviews', '10 total diagnostic interviews', '11'],
		['action_plans', '12 total SMART action plans', '13'],
	])('judges %s', (measure, total, number) => {
		expect(data.measures[measure].total).toBe(want[total]);
		const onTime = data.measures[`${measure}_on_time`];
		expect(onTime).toMatchObject(numberAndPercent(want[`${number} within 10 WD: number, % of completed (PMI)`]));
		const view = share(want[`${number} service-level view: met / determinable`]);
		expect(onTime.service_level).toEqual({ met: view.number, determinable: view.of, percent: view.percent });
	});

	it('judges four and eight sessions', () => {
		expect(data.measures.four_sessions.total).toBe(want['14 mentees with four sessions']);
		expect(data.measures.four_sessions_on_time).toEqual({
			...share(want['15 four in 30 WD: number, % of determinable']),
			pending: (want['15 pending (not yet due)'] as string[]).length,
		});
		expect(data.measures.eight_sessions).toEqual(share(want['16 eight sessions: number, % of all starts']));
	});

	it('names the records that were not on time', async () => {
		for (const [measure, number] of [
			['initial_meetings_on_time', '9'],
			['action_plans_on_time', '13'],
		] as const) {
			const { body } = await admin.get(`/pmi/${REFERENCE}/${month}/measures/${measure}/records`);
			const missed = body.data.filter(({ result }: { result: string }) => ['late', 'not_done'].includes(result));
			expect(missed.map(({ reference }: { reference: string }) => reference)).toEqual(want[`${number} not met`]);
		}
	});
});

describe('who may see the PMI', () => {
	it.each([
		['the Supplier’s manager', () => world.north.manager, 200],
		['the Supplier’s MI lead', () => world.north.mi, 200],
		['the Buyer, before it is submitted', () => world.buyer, 404],
		['another Supplier’s MI lead', () => world.west.mi, 404],
		['a Peer Mentor', () => world.north.mentors[0]?.client as Client, 403],
		['nobody', () => server.anonymous, 401],
	])('%s', async (_, who, status) => {
		expect((await who().get('/pmi/TEST-9/2023-11')).status).toBe(status);
		expect((await who().download('/pmi/TEST-9/2023-11.xlsx')).status).toBe(status);
	});
});

describe('a question that cannot be answered', () => {
	it.each([
		['/pmi/NO-SUCH/2023-11', 404, 'There is no Call-Off Contract "NO-SUCH" that you may see.'],
		[`/pmi/${REFERENCE}/2024-13`, 400, 'month must be a month written YYYY-MM, such as 2024-06.'],
		[`/pmi/${REFERENCE}/2024-13.xlsx`, 400, 'month must be a month written YYYY-MM, such as 2024-06.'],
		[`/pmi/${REFERENCE}/2023-11?cpa=2`, 400, 'cpa must be 9, which the contract covers.'],
	])('%s', async (path, status, message) => {
		const answer = await admin.get(path);
		expect(answer.status).toBe(status);
		expect(answer.body.errors[0].message).toBe(message);
	});
});

describe('the workbook', () => {
	it('opens, is named for the return, and carries the figures', async () => {
		const { status, headers, content } = await admin.download(`/pmi/${REFERENCE}/2023-12.xlsx`);
		expect(status).toBe(200);
		expect(headers.get('content-disposition')).toContain(`PMI-${REFERENCE}-2023-12.xlsx`);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(content as unknown as ArrayBuffer);
		const names = workbook.worksheets.map((sheet) => sheet.name);
		expect(names.slice(0, 2)).toEqual(['Cover', 'Measures']);
		const text = JSON.stringify(workbook.getWorksheet('Measures')?.getSheetValues());
		// Measure 9: four of six on time; four of the seven that can be judged.
		expect(text).toContain('4,6,0.667');
		expect(text).toContain('4,7,0.571');
	});
});
