import type { CalendarDay, CalendarMonth } from '../domain/calendar/calendar-day.ts';
import { termsOf, type Terms } from '../domain/contract/terms.ts';
import type { CodeOf } from '../domain/language/code-lists.ts';
import { monthInWords as inWords } from '../domain/language/messages.ts';
import type { MeasureLine } from '../domain/returns/pmi/measure-list.ts';
import type { PmiResult } from '../domain/returns/pmi/pmi.ts';
import type { Acknowledgement } from '../domain/returns/submission/completeness.ts';
import type { Revision } from '../domain/returns/submission/events.ts';
import type { PmiException } from '../domain/returns/pmi/exceptions.ts';
import type { MonthlyReport } from '../domain/returns/pmi/report.ts';
import type { PmiContract } from '../domain/returns/pmi/context.ts';

/** One return as the workbook shows it. */
export interface PmiReturn extends PmiResult {
	contract: Pick<PmiContract, 'reference' | 'cpas' | 'calendar'> & {
		supplier?: string | null;
		/** Left out by returns of an earlier version, which were the specification's but for their shortest session. */
		terms?: Terms;
		minimum_session_minutes?: number;
	};
	month: CalendarMonth;
	due_on: CalendarDay;
	status: CodeOf<'return_status'>;
	/** The moment, as an ISO time with its zone. */
	as_known_at: string;
	/** Which submission this is; `null` for a draft. */
	version: number | null;
	/** What has changed in earlier months since they were last reported. */
	revisions: readonly Revision[];
	/** Exceptions that the return carries, by kind, with the reason. */
	acknowledged: readonly AcknowledgedExceptions[];
	/** What the Supplier reports beside the figures (2.25). */
	report: MonthlyReport;
	/** The lines of the return, where the contract has a list of its own; left out where they are those of 3.8. */
	lines?: readonly MeasureLine[];
}

export interface AcknowledgedExceptions extends Acknowledgement {
	/** How many exceptions of the kind there are. */
	records: number;
}

/** The terms that a return was made under. */
export function termsOfReturn({ contract }: PmiReturn): Terms {
	return contract.terms ?? termsOf(contract);
}

/** 'PM-CPA9, December 2023, draft': stands on every sheet, on the screen and on paper. */
export function subtitleOf({ contract, month, status }: PmiReturn): string {
	return `${contract.reference}, ${monthInWords(month)}, ${status}`;
}

export function monthInWords(month: CalendarMonth): string {
	return inWords(month, 'en-GB');
}

/** What the Buyer gets: how often each exception occurs, not whose record it is (5.4). */
export function withoutReferences(pmi: PmiReturn): PmiReturn {
	const groups = Map.groupBy(pmi.exceptions, (exception) => exception.code);
	const exceptions = [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, all]): PmiException => {
			const records = all.length === 1 ? '1 record' : `${all.length} records`;
			return { reference: records, code, message: all[0]?.message ?? '' };
		});
	return { ...pmi, exceptions };
}
