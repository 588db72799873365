import type { CalendarDay, CalendarMonth } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import { dayInWords, labelOf } from '../../language/in-words.ts';
import type { Period, PeriodicKind } from './periodic.ts';

interface Line {
	dated: CalendarDay;
	/** Of an earlier period that had been reported when it was recorded. */
	revision: boolean;
}

export interface SpendLine extends Line {
	organisation: string;
	amount_pence: number;
}

export interface DocumentLine extends Line {
	id: string;
	title: string;
	version: string;
	/** Whether its file is stored with it. */
	has_file: boolean;
}

/** The Implementation Costs of one month as the Cost Register has them (4.2). */
export interface MonthCosts {
	month: CalendarMonth;
	actual_pence: number;
	deferred_pence: number;
}

/** A quarterly or six-monthly return (3.8) as its workbook shows it. */
export interface PeriodicReport {
	id: string;
	kind: PeriodicKind;
	contract: string;
	/** The Contract Package Areas of the contract. */
	cpas: readonly number[];
	supplier: string;
	period: Period;
	month: CalendarMonth;
	due_on: CalendarDay;
	status: CodeOf<'periodic_status'>;
	/** The day on which it was declared that there is nothing to report; `null` where it was not. */
	nil_declared_on: CalendarDay | null;
	spend: SpendLine[];
	total_pence: number;
	documents: DocumentLine[];
	/** With the Contract Cost Register only: the actual costs beside what was agreed, and what is left of it (4.2). */
	costs: { months: MonthCosts[]; actual_pence: number; agreed_pence: number | null; left_pence: number | null } | null;
}

const REVISION = 'Revision of an earlier period';

/** What a line says beside its own values, in the words of the Buyer's workbook. */
export function remarkOf(line: SpendLine | DocumentLine): string {
	const hasFile = 'has_file' in line && line.has_file;
	return [line.revision ? REVISION : '', hasFile ? 'File stored with the entry' : ''].filter(Boolean).join('; ');
}

/** What stands where nothing is reported: the declaration in words, or that it is missing. */
export function nilStatement({ kind, spend, documents, nil_declared_on }: PeriodicReport): string | undefined {
	if ([...spend, ...documents].some(({ revision }) => !revision)) return undefined;
	const what = `${labelOf('periodic_return', kind, 'en-GB')} in this period`;
	return nil_declared_on === null
		? `Nothing is recorded, and no nil return is declared yet: ${what}.`
		: `Nil return, declared on ${dayInWords(nil_declared_on, 'en-GB')}: there is nothing to report for ${what}.`;
}
