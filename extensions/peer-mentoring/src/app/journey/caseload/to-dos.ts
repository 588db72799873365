import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { sundayOf } from '../../../domain/calendar/week.ts';
import type { JourneyClock } from '../../../domain/service-levels/clocks.ts';
import type { CodeOf } from '../../../domain/language/code-lists.ts';

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
 */
export function groupToDos(toDos: readonly ToDo[], today: CalendarDay): ToDoGroup[] {
	const sorted = [...toDos].sort(
		(a, b) =>
			(a.due_on ?? '').localeCompare(b.due_on ?? '') ||
			Number(a.left ?? false) - Number(b.left ?? false) ||
			pressing(a) - pressing(b) ||
			a.name.localeCompare(b.name),
	);
	return ORDER.map((when) => ({
		when,
		toDos: sorted.filter((toDo) => whenOf(toDo.due_on, today) === when),
	})).filter(({ toDos: found }) => found.length > 0);
}

const pressing = ({ what }: ToDo) => PRESSING.indexOf(what);

function whenOf(due: CalendarDay | null, today: CalendarDay): When | undefined {
	if (due === null) return 'any_time';
	if (due < today) return 'overdue';
	if (due === today) return 'today';
	return due <= sundayOf(today) ? 'this_week' : undefined;
}

/** What is answered on the Mentee's own form. */
const ON_THE_FORM: readonly ToDo['what'][] = [
	'nino_missing',
	'customer_notice_missing',
	'disclosure_missing',
	'dropout_due',
	'leaving_unfinished',
];
/** What is answered by a session. */
const BY_A_SESSION: readonly ToDo['what'][] = ['four_sessions', 'digital_share_reached'];

/** The page of the Studio that answers something to do: our own screens, or the record where there is no Mentee yet. */
export function pageOf({ what, mentee, referral }: ToDo): string {
	if (what === 'initial_meeting' || what === 'meeting_incomplete') return `/caseload/answer/${what}/${referral}`;
	if (mentee === null) return `/content/referrals/${referral}`;
	if (ON_THE_FORM.includes(what)) return `/content/mentees/${mentee}`;
	return BY_A_SESSION.includes(what) ? sessionPage(mentee) : `/caseload/answer/${what}/${mentee}`;
}

/** *Record a session*, with the Mentee chosen. */
export function sessionPage(mentee: string): string {
	return `/caseload/session?mentee=${mentee}`;
}
