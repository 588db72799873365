/** What the invented Suppliers wrote into their Performance Improvement Plans (3.3), and when each was done. */
import {
	addDays,
	addMonths,
	firstDay,
	monthOf,
	type CalendarDay,
	type CalendarMonth,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { ServiceLevel } from '../../extensions/peer-mentoring/src/domain/service-levels/service-levels.ts';
import type { DemoRow } from './records.ts';

const TEXTS: Readonly<Record<ServiceLevel, readonly [cause: string, actions: string]>> = {
	pmi: [
		'Whoever makes the return was ill in its week.',
		'A second person can send the return; a reminder two days before.',
	],
	mentee_tracker: ['It waited for the return of the month.', 'The tracker goes as soon as it is checked.'],
	initial_meeting: ['Referrals came in a week of leave.', 'Referrals are shared out every morning, leave is covered.'],
	diagnostic_interview: ['First sessions were put off by the Mentees.', 'A second day is agreed with the first one.'],
	smart_action_plan: ['Signed plans lay in an office.', 'Plans are agreed electronically in the session.'],
	baseline_survey: [
		'The survey was kept for the second session.',
		'The survey is the first form of the first session.',
	],
	interventions: ['Mentees who travel far missed sessions.', 'A digital session where the journey is long.'],
	fte: ['A Peer Mentor left at short notice.', 'A reserve list of two who are vetted and trained.'],
};

/** A plan is written within days of the month, and done within two months; the latest ones are still to be. */
export function demoPlan(service_level: ServiceLevel, month: CalendarMonth, today: CalendarDay): DemoRow | undefined {
	const [cause, actions] = TEXTS[service_level];
	const opened_on = addDays(firstDay(addMonths(month, 1)), 8);
	const submitted_on = addDays(opened_on, 6);
	const closed_on = addDays(opened_on, 58);
	if (month >= addMonths(monthOf(today), -1) || submitted_on >= today) return undefined;
	const done = closed_on < today;
	return {
		cause: `${cause} (Invented.)`,
		actions: `${actions} (Invented.)`,
		responsible: 'Demo Supplier Manager',
		opened_on,
		submitted_on,
		due_on: closed_on,
		begun_on: addDays(submitted_on, 1) < today ? addDays(submitted_on, 1) : null,
		closed_on: done ? closed_on : null,
	};
}
