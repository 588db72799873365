import { REPORT_PARTS } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { NORTH_WEST, WALES } from '../../../seed/demo/contracts.ts';
import { draftMonth, lateMonth, sentAt, trackerSentOn } from '../../../seed/demo/submissions.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';

/** The first look at the demo: a contract that runs well, with a few honest blemishes. */
let server: TestServer;
let mi: Client;
let buyer: Client;
let admin: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	mi = await server.login('mi@example.org');
	buyer = await server.login('buyer@example.org');
	admin = await server.admin();
});
afterAll(() => server.stop());

const returnsOf = async (contract: string) => {
	const fields = 'month,due_on,status,late,sha256,tracker_sent_on';
	const { body } = await admin.get(
		`/items/mi_returns?filter[contract][reference][_eq]=${contract}&sort=month&limit=-1&fields=${fields}`,
	);
	return body.data as Record<string, string>[];
};

describe('the monthly returns of the demo', () => {
	it.each([WALES, NORTH_WEST])('of %s have been sent, but for those that its plan leaves', async (contract) => {
		const returns = await returnsOf(contract);
		expect(returns.length).toBeGreaterThan(12);
		for (const { month, due_on, status, sha256, tracker_sent_on } of returns) {
			const sent = sentAt({ contract, month, due_on } as never, today()) !== null;
			expect([month, status, sha256 !== null, tracker_sent_on]).toEqual([
				month,
				sent ? 'submitted' : 'draft',
				sent,
				trackerSentOn({ contract, month, due_on } as never, today()),
			]);
		}
		const late = returns.filter((each) => each.late).map(({ month }) => month);
		expect(late).toEqual(contract === WALES ? [lateMonth(today())] : []);
	});

	it('leaves one that the MI user can send by saying what it lacks', async () => {
		const month = draftMonth(today());
		const path = `/pmi/${WALES}/${month}`;
		const { body } = await mi.get(`${path}/completeness`);
		const missing = body.data.missing as { missing: string; reference?: string; acknowledgeable?: boolean }[];
		const exceptions = missing.filter(({ reference }) => reference !== undefined);
		expect(exceptions.filter(({ acknowledgeable }) => !acknowledgeable)).toEqual([]);
		const codes = new Set(exceptions.map((each) => each.missing));
		const sent = await mi.post(`${path}/submit`, {
			acknowledged: [...codes].map((code) => ({ code, reason: 'Checked with the mentor.' })),
			nil: ['subcontractor_spend', 'sme_spend', 'contract_cost_register', 'ipr_log', ...REPORT_PARTS],
		});
		expect(sent.body.errors).toBeUndefined();
		expect(sent.body.data).toMatchObject({ month, status: 'submitted', version: 1 });
	});

	it('can be fetched as they were sent, and have nothing to revise', async () => {
		const month = lateMonth(today());
		const { status, content } = await buyer.download(`/pmi/${WALES}/${month}.xlsx`);
		expect([status, content.subarray(0, 2).toString()]).toEqual([200, 'PK']);
		const { body } = await buyer.get(`/pmi/${WALES}/${month}`);
		expect(body.data).toMatchObject({ status: 'submitted', month });
	});
});

describe('what follows from them', () => {
	it('is that the PMI was missed in one month that is over and sent, and met in the others', async () => {
		const filter = `filter[service_level][_eq]=pmi&filter[contract][reference][_eq]=${WALES}&filter[status][_eq]=missed`;
		const { body } = await buyer.get(`/items/service_level_results?${filter}&fields=month&limit=-1&sort=month`);
		const months = body.data
			.map((row: { month: string }) => row.month)
			.filter((each: string) => each !== draftMonth(today()));
		expect(months).toEqual([lateMonth(today())]);
	});

	it('is that what could be claimed has been, and most of it paid', async () => {
		const { body } = await buyer.get('/items/payments?fields=status,month&limit=-1');
		const old = body.data.filter(({ month }: { month: string }) => month < addMonths(draftMonth(today()), -1));
		expect(old.length).toBeGreaterThan(20);
		expect([...new Set(old.map((row: { status: string }) => row.status))]).toEqual(['paid']);
		const invoices = await mi.get('/items/invoices?fields=id,status,document&limit=-1&filter[status][_eq]=paid');
		const { status, content } = await mi.download(`/invoices/${invoices.body.data[0].id}/document`);
		expect([status, content.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
	});

	it('is that plans were written and done for what was missed, and few stand open', async () => {
		const { body } = await admin.get('/items/performance_improvement_plans?fields=status,month,cause&limit=-1');
		const open = body.data.filter(({ status }: { status: string }) => status !== 'completed');
		expect(body.data.length).toBeGreaterThan(open.length * 2);
		for (const { status, month } of open)
			if (status === 'to_be_written') expect(month >= draftMonth(today())).toBe(true);
	});
});
