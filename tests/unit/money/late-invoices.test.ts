import { expect, test } from 'vitest';
import { day, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isSentLate } from '../../../extensions/peer-mentoring/src/domain/money/last-invoice-day.ts';

test.each<[sent: string | null, end: string | null, by: string | null, late: boolean]>([
	['2025-03-31', '2025-03-07', null, false],
	['2025-04-01', '2025-03-07', null, true],
	['2025-06-01', '2026-03-31', null, false],
	['2026-05-01', '2026-03-31', '2026-04-30', true],
	['2026-04-30', '2026-03-31', '2026-04-30', false],
	['2030-01-01', null, null, false],
	[null, '2025-03-07', null, false],
])('an invoice sent on %s, of a contract to %s with invoices by %s: late %s (2.30)', (sent, end, by, late) => {
	const on = (text: string | null): CalendarDay | null => (text === null ? null : day(text));
	expect(isSentLate(on(sent), { end_date: on(end), invoices_by: on(by) })).toBe(late);
});
