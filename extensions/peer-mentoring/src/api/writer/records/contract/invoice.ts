import type { Knex } from 'knex';
import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import {
	claimable,
	invoiceProblems,
	type ClaimedPayment,
	type PurchaseOrderLines,
} from '../../../../domain/money/invoices.ts';
import type { PaymentLine } from '../../../../domain/money/payment-schedule.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { lockContracts } from '../../../../storage/database/locks.ts';
import { listText } from '../../../../storage/money/payments.ts';
import { pence } from '../../../../storage/database/pence.ts';
import { RecordRefused, refusal } from '../../../shared/errors.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** Statuses with which an invoice claims its payment. */
const CLAIMS = ['ready', 'sent', 'paid'];
/** What can still be said of an invoice once it has been sent. */
const AFTER_SENDING = ['status'];

/**
 * The purchase order, its line and the amount, where they were left empty: those of the payment (4.4, 4.6). A payment of
 * another contract is refused before anything of it is filled in.
 */
export async function fillInvoice({ database }: WriteContext, record: Payload): Promise<Payload> {
	if (record.payment === null || record.payment === undefined) return {};
	const payment = await claimedPayment(database, record);
	if (!payment || payment.contract !== uuidIn(record.contract)) {
		throw refusal('invoices', 'payment', 'payment_of_other_contract');
	}
	const { purchase_order, ...lines } = await purchaseOrder(database, record);
	return {
		amount_pence: pence(record.amount_pence) ?? (claimable(payment) || null),
		purchase_order: record.purchase_order ?? purchase_order ?? null,
		purchase_order_line: record.purchase_order_line ?? lines[payment.line] ?? null,
	};
}

/** Refuses an invoice that is to be ready and does not fit its payment; one that has been sent is changed no more. */
export async function refuseInvoice({ database }: WriteContext, record: Payload, written: Payload): Promise<void> {
	await refuseAfterSending(database, record, written);
	if (!CLAIMS.includes(String(record.status)) || !('status' in written)) return;
	// Whoever claims the same payment at the same moment waits, and sees what was claimed.
	await lockContracts(database, [uuidIn(record.contract) as string]);
	const payment = await claimedPayment(database, record);
	if (!payment) return;
	const { purchase_order_line, amount_pence } = record;
	const invoice = {
		amount_pence: pence(amount_pence),
		purchase_order_line: (purchase_order_line ?? null) as string | null,
	};
	const problems = invoiceProblems(invoice, payment, await purchaseOrder(database, record));
	if (problems.length > 0) throw new RecordRefused('invoices', problems);
}

async function refuseAfterSending(knex: Knex, { id }: Payload, written: Payload): Promise<void> {
	const key = uuidIn(id);
	const there = key && (await knex('invoices').where({ id: key }).first('status'));
	if (!there || (there.status !== 'sent' && there.status !== 'paid')) return;
	const field = Object.keys(written).find((each) => !AFTER_SENDING.includes(each));
	if (field) throw refusal('invoices', field, 'invoice_sent');
}

async function purchaseOrder(
	knex: Knex,
	{ contract }: Payload,
): Promise<PurchaseOrderLines & { purchase_order?: string | null }> {
	const row = await knex('call_off_contracts')
		.where({ id: uuidIn(contract) ?? null })
		.first('purchase_order', 'implementation_costs_line', 'delivery_fee_80_line', 'delivery_fee_20_line');
	return {
		purchase_order: row?.purchase_order,
		implementation_costs: row?.implementation_costs_line,
		delivery_fee_80: row?.delivery_fee_80_line,
		delivery_fee_20: row?.delivery_fee_20_line,
	};
}

async function claimedPayment(knex: Knex, { id, payment }: Payload): Promise<ClaimedPayment | undefined> {
	const key = uuidIn(payment);
	const row = key && (await knex('payments').where({ id: key }).first());
	if (!row) return undefined;
	const claiming = await knex('invoices')
		.where({ payment: key })
		.whereIn('status', CLAIMS)
		.select('id', 'amount_pence');
	const others = claiming.filter((each) => each.id !== id);
	return {
		contract: row.contract,
		line: row.line as PaymentLine,
		status: row.status,
		amount_pence: pence(row.amount_pence) ?? 0,
		deferred_pence: pence(row.deferred_pence) ?? 0,
		claimable_from: dayOf(row.claimable_from) as CalendarDay,
		missing: JSON.parse(listText(row.waits_for) ?? '[]'),
		claimed_elsewhere_pence: others.reduce((total, each) => total + (pence(each.amount_pence) ?? 0), 0),
	};
}
