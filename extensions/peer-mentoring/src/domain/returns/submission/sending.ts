import { addMonths, firstDay, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import type { Problem } from './messages.ts';

export type SendingPart = CodeOf<'sending_part'>;

/** That a return was sent: its PMI through Jaggaer, its Mentee Tracker to the Buyer’s analysts (3.4). */
export interface Sending {
	sent_on: CalendarDay;
	/** What Jaggaer, or the e-mail that carried the tracker, calls it. */
	reference: string | null;
}

/** A sending as it is on record; the rows of one submission stand in the order in which they were recorded. */
export interface RecordedSending extends Sending {
	/** Which submission of the PMI was sent; `null` for a Mentee Tracker. */
	version: number | null;
}

/**
 * Why a sending cannot be recorded (3.4): before there was anything to send, ahead of today, or, of what is on record as
 * sent already, without the reason why that is corrected.
 * @param from the first day on which it could be sent: that of the submission, or the first after a tracker's month
 * @param before what is on record of the same submission
 */
export function sendingProblems(
	{ sent_on, reference, reason }: Sending & { reason: string | null },
	{ part, from, before }: { part: SendingPart; from: CalendarDay; before: Sending | undefined },
	today: CalendarDay,
): Problem[] {
	if (sent_on > today) return [{ field: 'sent_on', code: 'sent_ahead', params: { day: sent_on, today } }];
	if (sent_on < from) {
		const code = part === 'pmi' ? 'sent_before_submission' : 'sent_before_month_end';
		return [{ field: 'sent_on', code, params: { day: sent_on, from } }];
	}
	if (!before) return [];
	if (before.sent_on === sent_on && before.reference === reference)
		return [{ field: 'sent_on', code: 'sent_unchanged' }];
	return reason?.trim() ? [] : [{ field: 'reason', code: 'sent_already', params: { day: before.sent_on } }];
}

/** A Mentee Tracker tells of a whole month: it is sent once that is over (3.4). */
export function trackerFrom(month: CalendarMonth): CalendarDay {
	return firstDay(addMonths(month, 1));
}

/** The sending that counts of one submission: the one recorded last, which corrects those before it. */
export function sendingOf<Row extends RecordedSending>(
	recorded: readonly Row[],
	version: number | null,
): Row | undefined {
	return recorded.filter((each) => each.version === version).at(-1);
}

/** The day on which a month's PMI was first sent, whichever submission it was; `null` while none is on record. */
export function firstSentOn(recorded: readonly RecordedSending[]): CalendarDay | null {
	const versions = [...new Set(recorded.map(({ version }) => version))];
	return versions.map((version) => sendingOf(recorded, version)?.sent_on ?? null).sort()[0] ?? null;
}
