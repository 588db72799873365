import { valuesOf, type CodeOf } from '../../language/code-lists.ts';
import { codeText } from '../../language/messages.ts';
import type { Texts } from '../../language/text.ts';

export type ReportPart = CodeOf<'report_part'>;

/** The narrative of a return (2.25): what figures do not tell. */
export const REPORT_PARTS = valuesOf('report_part') as readonly ReportPart[];

export const REPORT_LABELS = Object.fromEntries(
	REPORT_PARTS.map((part) => [part, codeText('report_part', part)]),
) as Readonly<Record<ReportPart, Texts>>;

/** Each part as it was written; `null` where it was not, which in a submitted return means nothing to report. */
export type MonthlyReport = Record<ReportPart, string | null>;

export const EMPTY_REPORT = Object.fromEntries(REPORT_PARTS.map((part) => [part, null])) as Readonly<MonthlyReport>;

/** What the Buyer reads where it is declared that there is nothing. */
export const NOTHING_TO_REPORT = 'Nothing to report.';

/** What of the narrative is neither written nor declared to be nothing (2.25): the return is not complete without. */
export function unreported(report: Readonly<MonthlyReport>, nothing: readonly ReportPart[]): ReportPart[] {
	return REPORT_PARTS.filter((part) => !report[part]?.trim() && !nothing.includes(part));
}

/** The parts of which there is nothing: what is written counts, whatever was ticked. */
export function nothingOf(report: Readonly<MonthlyReport>, ticked: readonly ReportPart[]): ReportPart[] {
	return REPORT_PARTS.filter((part) => ticked.includes(part) && !report[part]?.trim());
}
