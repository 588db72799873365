import type { CalendarDay, CalendarMonth } from '../domain/calendar-day.ts';
import type { CodeOf } from '../domain/code-lists.ts';
import type { PmiResult } from '../domain/pmi.ts';
import type { MonthlyReport } from '../domain/pmi/report.ts';
import type { PmiContract } from '../domain/pmi/context.ts';

/** One return as the workbook shows it. */
export interface PmiReturn extends PmiResult {
	contract: Pick<PmiContract, 'reference' | 'cpas' | 'calendar' | 'minimum_session_minutes'> & {
		supplier?: string | null;
	};
	month: CalendarMonth;
	due_on: CalendarDay;
	status: CodeOf<'return_status'>;
	/** The moment, as an ISO time with its zone. */
	as_known_at: string;
	/** What the Supplier reports beside the figures (2.25). */
	report: MonthlyReport;
}

/** 'PM-CPA9, December 2023, draft': stands on every sheet, on the screen and on paper. */
export function subtitleOf({ contract, month, status }: PmiReturn): string {
	return `${contract.reference}, ${monthInWords(month)}, ${status}`;
}

export function monthInWords(month: CalendarMonth): string {
	return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
		new Date(`${month}-01T00:00:00Z`),
	);
}
