import { day, type CalendarDay } from '../calendar/calendar-day.ts';

/** All invoices are in by 31 March 2025 (2.30). */
const LAST_INVOICE_DAY = day('2025-03-31');

/**
 * The last day for invoices: the one that the Order Form gives, or that of the Call-Off Specification where the contract
 * ends by then; `null` where neither says.
 */
export function invoicesBy(contract: {
	end_date: CalendarDay | null;
	invoices_by: CalendarDay | null;
}): CalendarDay | null {
	if (contract.invoices_by !== null) return contract.invoices_by;
	return contract.end_date !== null && contract.end_date <= LAST_INVOICE_DAY ? LAST_INVOICE_DAY : null;
}

/** Whether an invoice was sent after the last day for invoices: it happened, and it shows (2.30). */
export function isSentLate(sent_on: CalendarDay | null, contract: Parameters<typeof invoicesBy>[0]): boolean {
	const last = invoicesBy(contract);
	return sent_on !== null && last !== null && sent_on > last;
}
