import type { CalendarDay } from '../../calendar/calendar-day.ts';
import { sundayOf } from '../../calendar/week.ts';
import type { JourneyClock } from '../../service-levels/clocks.ts';
import type { CodeOf } from '../../language/code-lists.ts';

/** What is due for somebody who is still supported: eight sessions are judged at the end. */
export type Due = Exclude<JourneyClock, 'eight_sessions'>;
/** What is left to do for a person and has no due day. */
export type Outstanding = CodeOf<'outstanding'>;

/** One thing to do about one person. What has no due day stands by itself, after what has one. */
export interface ToDo {
	what: Due | Outstanding;
	/** Whom it is about. */
	name: string;
	referral: string;
	mentee: string | null;
	due_on: CalendarDay | null;
	/** Whether that person has left. */
	left?: boolean;
}

export type When = 'overdue' | 'today' | 'this_week' | 'any_time';

export interface ToDoGroup {
	when: When;
	toDos: ToDo[];
}

/** What has no due day, the most pressing first. */
const PRESSING: readonly ToDo['what'][] = [
	'dropout_due',
	'plan_change_asked',
	'consent_missing',
	'plan_not_on_record',
	'interview_incomplete',
	'meeting_incomplete',
	'nino_missing',
	'customer_notice_missing',
	'disclosure_missing',
	'jobcentre_not_told_of_start',
	'result_not_told',
	'analysts_not_told_of_contact',
	'digital_share_reached',
	'jobcentre_not_told_of_end',
	'leaving_unfinished',
];

const ORDER: readonly When[] = ['overdue', 'today', 'this_week', 'any_time'];

/**
 * What to do now, the most urgent first, and for who is here before who has left; what is due after this week can wait,
 * and is left out.
 * @param until the last day that counts as this week
 */
export function groupToDos(toDos: readonly ToDo[], today: CalendarDay, until = sundayOf(today)): ToDoGroup[] {
	const sorted = [...toDos].sort(
		(a, b) =>
			(a.due_on ?? '').localeCompare(b.due_on ?? '') ||
			Number(a.left ?? false) - Number(b.left ?? false) ||
			pressing(a) - pressing(b) ||
			a.name.localeCompare(b.name),
	);
	return ORDER.map((when) => ({
		when,
		toDos: sorted.filter((toDo) => whenOf(toDo.due_on, today, until) === when),
	})).filter(({ toDos: found }) => found.length > 0);
}

const pressing = ({ what }: ToDo) => PRESSING.indexOf(what);

function whenOf(due: CalendarDay | null, today: CalendarDay, until: CalendarDay): When | undefined {
	if (due === null) return 'any_time';
	if (due < today) return 'overdue';
	if (due === today) return 'today';
	return due <= until ? 'this_week' : undefined;
}
