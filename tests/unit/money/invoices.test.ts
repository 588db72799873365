import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { documentFault } from '../../../extensions/peer-mentoring/src/files/documents.ts';
import {
	claimable,
	invoiceProblems,
	type ClaimedPayment,
} from '../../../extensions/peer-mentoring/src/domain/money/invoices.ts';
import type { Problem } from '../../../extensions/peer-mentoring/src/domain/money/messages.ts';

describe('an invoice', () => {
	const payment = (over: Partial<ClaimedPayment> = {}): ClaimedPayment => ({
		contract: 'C',
		line: 'delivery_fee_20',
		status: 'due',
		amount_pence: 20_000,
		deferred_pence: 0,
		claimable_from: day('2024-06-01'),
		missing: [],
		claimed_elsewhere_pence: 0,
		...over,
	});
	const order = { delivery_fee_20: '30', delivery_fee_80: '20' };
	const invoice = { amount_pence: 20_000, purchase_order_line: '30' };
	const problems = (over: Partial<ClaimedPayment>, of: Partial<typeof invoice> = {}) =>
		invoiceProblems({ ...invoice, ...of }, payment(over), order).map(({ field, code }) => [field, code]);

	test.each<[string, Partial<ClaimedPayment>, Partial<typeof invoice>, string[][]]>([
		['is fine on the line of its payment', {}, {}, []],
		['waits for the PMI', { status: 'deferred' }, {}, [['payment', 'payment_waits_for_pmi']]],
		['waits for the PMI before it is due as well', { status: 'planned' }, {}, [['payment', 'payment_waits_for_pmi']]],
		[
			'waits for the month to end',
			{ status: 'planned', line: 'delivery_fee_80' },
			{},
			[['payment', 'payment_not_due']],
		],
		[
			'waits for what was planned for the month',
			{ status: 'planned', line: 'implementation_costs', missing: ['start_up_meeting'] },
			{},
			[['payment', 'activity_missing']],
		],
		[
			'waits for what the Buyer defers',
			{ status: 'deferred', line: 'implementation_costs' },
			{},
			[['payment', 'payment_deferred']],
		],
		['cannot claim what is lost', { status: 'forfeited' }, {}, [['payment', 'payment_forfeited']]],
		['claims once', { claimed_elsewhere_pence: 20_000 }, {}, [['payment', 'payment_claimed']]],
		['names the right line', {}, { purchase_order_line: '20' }, [['purchase_order_line', 'other_order_line']]],
		['names what can be claimed', {}, { amount_pence: 19_999 }, [['amount_pence', 'other_amount']]],
	])('%s', (_, over, of, expected) => {
		expect(problems(over, of)).toEqual(expected);
	});

	test.each([
		['gives none', null],
		['gives one', '30'],
	])('names any line where the contract has no purchase order line for it: the invoice %s', (_, given) => {
		for (const order of [{}, { delivery_fee_20: null }, { delivery_fee_80: '20' }]) {
			expect(invoiceProblems({ amount_pence: 20_000, purchase_order_line: given }, payment(), order)).toEqual([]);
		}
	});

	test.each<[string, Partial<ClaimedPayment>, Partial<typeof invoice>, Problem['params']]>([
		[
			'the day from which it can be claimed',
			{ status: 'planned', line: 'delivery_fee_80' },
			{},
			{ from: '2024-06-01' },
		],
		['the line of its payment', {}, { purchase_order_line: '20' }, { line: '30' }],
		['what is left to claim', { claimed_elsewhere_pence: 1 }, {}, { pence: 19_999 }],
	])('is told %s', (_, over, of, params) => {
		expect(invoiceProblems({ ...invoice, ...of }, payment(over), order).map((each) => each.params)).toEqual([params]);
	});

	it('claims what is left when a part is deferred or claimed', () => {
		expect(claimable(payment({ deferred_pence: 5_000, claimed_elsewhere_pence: 4_000 }))).toBe(11_000);
	});

	const pdf = (body = '') => Buffer.from(`%PDF-1.7\n${body}\n%%EOF\n`);
	test.each([
		['a PDF', pdf(), undefined],
		['nothing', Buffer.alloc(0), 'empty'],
		['a picture called .pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not_a_pdf'],
		['a PDF cut short', Buffer.concat([pdf().subarray(0, 9), Buffer.alloc(4000, 32)]), 'cut_short'],
		['a PDF with a file in it (4.11)', pdf('<< /Type /EmbeddedFile >>'), 'has_attachments'],
	])('has one document: %s', (_, content, fault) => {
		expect(documentFault(content)).toBe(fault);
	});
});
