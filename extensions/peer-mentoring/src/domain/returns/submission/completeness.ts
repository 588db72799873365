import { lastDay, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import type { ExceptionCode, PmiException } from '../pmi/exceptions.ts';
import type { ReportPart } from '../pmi/report.ts';
import type { PeriodicKind } from '../periodic/periodic.ts';

/** A part that goes with the PMI of some months only, declared nil where there is nothing to report (3.8). */
export interface PeriodicPart {
	kind: PeriodicKind;
	/** Something is reported, or it is declared that there is nothing. */
	ready: boolean;
}

/** Exceptions that a return may carry, each kind with the reason for it. */
export interface Acknowledgement {
	code: ExceptionCode;
	reason: string;
}

/** One thing that keeps a return from being complete. */
export type MissingPart =
	| { code: 'month_not_over'; from: CalendarDay }
	| { code: 'nil_not_declared'; kind: PeriodicKind }
	| { code: 'not_reported'; part: ReportPart }
	| { code: 'exception'; exception: ExceptionCode; reference: string; acknowledgeable: boolean };

/**
 * Exceptions that only the record can mend: an answer is missing that is no date, or two of them contradict each other.
 * The rest are what the definitions say how to count without (a date, a length or the evidence is missing), and can be
 * acknowledged.
 */
const TO_BE_MENDED: ReadonlySet<ExceptionCode> = new Set([
	'initial_meeting_outcome_missing',
	'session_after_end',
	'end_reason_missing',
] as const);

export function isAcknowledgeable(code: ExceptionCode): boolean {
	return !TO_BE_MENDED.has(code);
}

/**
 * What a return lacks of the one hundred percent that is asked for (3.3, 3.4, Table A): empty for a complete one. The
 * month is over, every part that falls due with it is there or declared nil, the narrative is written or declared to be
 * nothing (2.25), and every exception is mended or, where the
 * definitions allow it, acknowledged with a reason.
 */
export function missingParts(
	month: CalendarMonth,
	today: CalendarDay,
	{
		exceptions,
		parts,
		unwritten,
	}: { exceptions: readonly PmiException[]; parts: readonly PeriodicPart[]; unwritten: readonly ReportPart[] },
	acknowledged: readonly Acknowledgement[],
): MissingPart[] {
	const accepted = new Set(acknowledged.filter(({ reason }) => reason.trim() !== '').map(({ code }) => code));
	const cutOff = lastDay(month);
	return [
		...(today <= cutOff ? [{ code: 'month_not_over' as const, from: cutOff }] : []),
		...parts.filter(({ ready }) => !ready).map(({ kind }) => ({ code: 'nil_not_declared' as const, kind })),
		...unwritten.map((part) => ({ code: 'not_reported' as const, part })),
		...exceptions
			.map(({ code, reference }) => ({
				code: 'exception' as const,
				exception: code,
				reference,
				acknowledgeable: isAcknowledgeable(code),
			}))
			.filter(({ exception, acknowledgeable }) => !acknowledgeable || !accepted.has(exception)),
	];
}
