import type { Knex } from 'knex';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { isCode } from '../../domain/language/code-lists.ts';
import { nothingOf, REPORT_PARTS, type MonthlyReport, type ReportPart } from '../../domain/returns/pmi/report.ts';

/** The narrative of a return (2.25): each part as it is written, and those of which it is ticked that there is nothing. */
export interface Narrative {
	report: MonthlyReport;
	nothing: ReportPart[];
}

/** What is said of the narrative along with a submission: texts typed and not saved yet, and parts declared to be nothing. */
export interface NarrativeSaid {
	report: Partial<MonthlyReport>;
	nothing: readonly ReportPart[];
}

/** The narrative of a month's return as it is stored. */
export async function readNarrative(knex: Knex, contract: string, month: CalendarMonth): Promise<Narrative> {
	const row = await knex('mi_returns')
		.where({ contract, month })
		.first('nothing_to_report', ...REPORT_PARTS);
	const report = Object.fromEntries(REPORT_PARTS.map((part) => [part, row?.[part] ?? null])) as MonthlyReport;
	return { report, nothing: listIn(row?.nothing_to_report) };
}

/** The narrative as it becomes with what is said along with a submission. */
export function withSaid({ report, nothing }: Narrative, said: NarrativeSaid): Narrative {
	const becomes = { ...report, ...said.report };
	return { report: becomes, nothing: nothingOf(becomes, [...nothing, ...said.nothing]) };
}

/** SQLite gives JSON as text. */
function listIn(value: unknown): ReportPart[] {
	const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
	return Array.isArray(list) ? list.filter((each) => isCode('report_part', each)) : [];
}
