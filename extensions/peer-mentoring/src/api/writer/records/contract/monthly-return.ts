import { parseDay, type CalendarMonth } from '../../../../domain/calendar/calendar-day.ts';
import { sendingProblems, trackerFrom } from '../../../../domain/returns/submission/sending.ts';
import { today } from '../../../../clock/today.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { RecordRefused, refusal } from '../../../shared/errors.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

const FIELD = 'tracker_sent_on';

/** The day of a Mentee Tracker is typed once; after that it is corrected as a sending is, with a reason (3.4). */
export async function refuseTrackerDay({ database }: WriteContext, record: Payload, written: Payload): Promise<void> {
	if (!(FIELD in written)) return;
	const there = await database('mi_returns').where({ id: record.id }).first(FIELD);
	const before = dayOf(there?.[FIELD]);
	const sent_on = parseDay(String(written[FIELD] ?? '')) ?? null;
	if (before === sent_on) return;
	if (before !== null || sent_on === null) {
		throw refusal('mi_returns', FIELD, 'tracker_sent_already', { day: before ?? '' });
	}
	const problems = sendingProblems(
		{ sent_on, reference: null, reason: null },
		{ part: 'mentee_tracker', from: trackerFrom(record.month as CalendarMonth), before: undefined },
		today(),
	);
	if (problems.length > 0) {
		throw new RecordRefused(
			'mi_returns',
			problems.map((problem) => ({ ...problem, field: FIELD })),
		);
	}
}
