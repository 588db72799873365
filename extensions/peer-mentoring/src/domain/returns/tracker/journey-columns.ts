/** Columns 8 to 18 of the Mentee Tracker: the journey through the Trial (3.5). */
import { countedSessions, planCompletedOn } from '../../journey/progress.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import { dropoutDueOn } from '../../journey/dropout.ts';
import { happenedBy, joined, NO, NOT_APPLICABLE, oneLine, shortCode, shortCodes, YES, yesWith } from './parts.ts';
import type { Interview, TrackerMoment, TrackerReader, TrackerRecord } from './record.ts';

/** Whether the Diagnostic Interview was held, and its day: the first (1.12, 3.5). */
export const diagnosticInterview: TrackerReader = ({ diagnostic_interview_on: on }, { cutOff }) =>
	yesWith(happenedBy(cutOff, [{ on }]));

/** Whether a SMART Action Plan was agreed with evidence, and its day: the first (1.13, 3.5). */
export const actionPlan: TrackerReader = (record, { cutOff }) =>
	yesWith(happenedBy(cutOff, [{ on: planCompletedOn(record) }]));

/** Whether Jobcentre Plus knew before the Trial; n/a to somebody who is no DWP customer (2.5, 3.5). */
export const preDisclosed: TrackerReader = ({ disclosure, dwp_customer }) => {
	if (disclosure === 'not_a_dwp_customer' || dwp_customer === 'no') return NOT_APPLICABLE;
	if (disclosure === null) return null;
	return disclosure === 'pre_disclosed' ? YES : NO;
};

/** The day somebody disclosed after joining; never together with a disclosure before (2.14, 3.5). */
export const disclosedOn: TrackerReader = (record, moment) => {
	const { disclosure, disclosed_on: on } = record;
	if (disclosure !== 'disclosed_after_joining' || preDisclosed(record, moment) !== NO) return null;
	return on !== null && on <= moment.cutOff ? on : null;
};

/** Health besides the addiction, and in what way (3.5). */
export const barrierHealth = barrierColumn('other_health', ({ health_needs }, lists) =>
	shortCodes('health_need', health_needs, lists),
);

/** Offending (3.5). */
export const barrierOffending = barrierColumn('offending', () => []);

/** Housing, and how urgently (3.5). */
export const barrierHousing = barrierColumn('housing', ({ housing }, lists) => [shortCode('housing', housing, lists)]);

/** Anything else, and what (3.5). */
export const barrierOther = barrierColumn('other', ({ other_barriers, barrier_detail }, lists) => [
	...shortCodes('other_barrier', other_barriers, lists),
	oneLine(barrier_detail),
]);

/** Sessions that count: attended, one to one, long enough (1.15, 3.5). */
export const appointmentsAttended: TrackerReader = (record, moment) =>
	countedSessions(sessionsBy(record, moment), moment.terms.minimum_session_minutes).length;

const MISSED: readonly CodeOf<'attendance'>[] = ['missed', 'cancelled_on_the_day'];

/** Missed without notice or cancelled by the Mentee on the day; not what the mentor or an earlier call cancelled (3.5). */
export const appointmentsMissed: TrackerReader = (record, moment) =>
	sessionsBy(record, moment).filter(({ attendance, one_to_one }) => one_to_one && MISSED.includes(attendance)).length;

/** The day and the reason of leaving early; a Dropout's day is the earliest that can be one (3.5, Annex E). */
export const earlyDeparture: TrackerReader = (record, moment) => {
	const { start_on, ended_on, end_reason: reason } = record;
	if (ended_on === null || ended_on > moment.cutOff || reason === 'completed') return null;
	const droppedOutOn =
		reason === 'dropout' ? dropoutDueOn({ start_on, sessions: sessionsBy(record, moment) }, moment.terms) : null;
	return [droppedOutOn ?? ended_on, shortCode('end_reason', reason, moment.lists)].filter(Boolean).join(' ');
};

/** One kind of barrier, as the last Diagnostic Interview by the cut-off recorded it; nothing before there is one. */
function barrierColumn(
	barrier: CodeOf<'barrier'>,
	detail: (interview: Interview, lists: TrackerMoment['lists']) => readonly (string | null)[],
): TrackerReader {
	return ({ interviews }, { cutOff, lists }) => {
		const last = interviews
			.filter(({ held_on, barriers }) => held_on !== null && held_on <= cutOff && barriers !== null)
			.sort((a, b) => (String(a.held_on) < String(b.held_on) ? -1 : 1))
			.at(-1);
		if (!last?.barriers) return null;
		return last.barriers.includes(barrier) ? joined([YES, ...detail(last, lists)]) : NO;
	};
}

function sessionsBy({ sessions }: TrackerRecord, { cutOff }: TrackerMoment) {
	return sessions.filter(({ held_on }) => held_on <= cutOff);
}
