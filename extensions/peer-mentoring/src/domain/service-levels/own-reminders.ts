import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';
import { deadline, type Holidays } from '../calendar/working-days.ts';
import { isCode, type CodeOf } from '../language/code-lists.ts';
import type { ProblemOf } from '../language/problem.ts';
import type messages from './messages.json';
import type { Addressee } from './reminders.ts';

/** As far ahead as the deadlines of a contract are told of by themselves. */
const MOST_WORKING_DAYS = 60;
/** What a weekend, a holiday or a server that stood still has put off is told all the same. */
const STILL_TOLD_DAYS = 7;

/** When somebody is reminded of a day. */
export interface Timing {
	timing: CodeOf<'reminder_timing'>;
	/** How many Working Days before or after it. */
	working_days: number;
}

const ADDRESSEE = {
	peer_mentor: 'Peer Mentor',
	supplier_manager: 'Supplier Manager',
	supplier_mi: 'Supplier MI',
} as const satisfies Record<CodeOf<'reminder_recipient'>, Addressee>;

/** The roles that a reminder of a Supplier's own is for. */
export function addresseesOf(recipients: readonly CodeOf<'reminder_recipient'>[]): Addressee[] {
	return recipients.map((recipient) => ADDRESSEE[recipient]);
}

/** Whether a day is told of today: from `working_days` before it until it, or within the week from then on. */
export function isToldOf(
	of: CalendarDay,
	{ timing, working_days }: Timing,
	today: CalendarDay,
	holidays: Holidays,
): boolean {
	if (timing === 'before') return today <= of && of <= deadline(today, working_days, holidays);
	if (of > today) return false;
	const first = timing === 'after' ? deadline(of, working_days, holidays) : of;
	return first <= today && today < addDays(first, STILL_TOLD_DAYS);
}

/** The days between which those lie that could be told of today, whatever is a holiday in between. */
export function daysToldOf({ timing, working_days }: Timing, today: CalendarDay): [CalendarDay, CalendarDay] {
	// Five Working Days to a week, and the longest run of holidays.
	const reach = Math.ceil(working_days / 5) * 7 + 14;
	if (timing === 'before') return [today, addDays(today, reach)];
	return [addDays(today, -STILL_TOLD_DAYS - (timing === 'after' ? reach : 0)), today];
}

/** What is wrong with a reminder of a Supplier's own. */
export function ownReminderProblems(record: {
	timing?: unknown;
	working_days?: unknown;
	recipients?: unknown;
	clocks?: unknown;
	name?: unknown;
	name_cy?: unknown;
}): ProblemOf<keyof typeof messages>[] {
	const { timing, working_days: days, recipients, clocks, name, name_cy } = record;
	const problems: ProblemOf<keyof typeof messages>[] = [];
	for (const [field, text] of Object.entries({ name, name_cy })) {
		if (/[\r\n]/.test(String(text ?? ''))) problems.push({ field, code: 'reminder_name' });
	}
	if (timing !== 'on' && !(Number.isInteger(days) && Number(days) >= 1 && Number(days) <= MOST_WORKING_DAYS)) {
		problems.push({ field: 'working_days', code: 'reminder_days', params: { most: MOST_WORKING_DAYS } });
	}
	if (!isListOf('reminder_recipient', recipients) || recipients.length === 0) {
		problems.push({ field: 'recipients', code: 'reminder_for_nobody' });
	}
	if (clocks !== null && clocks !== undefined && !isListOf('clock', clocks)) {
		problems.push({ field: 'clocks', code: 'reminder_clocks' });
	}
	return problems;
}

function isListOf(list: 'reminder_recipient' | 'clock', value: unknown): value is unknown[] {
	return Array.isArray(value) && new Set(value).size === value.length && value.every((each) => isCode(list, each));
}
