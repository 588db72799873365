import type { CalendarDay } from './calendar-day.ts';
import { weekday } from './calendar-day.ts';
import type { Problem } from './messages.ts';
import type { Holidays } from './working-days.ts';

const OPENS = '09:00';
const CLOSES = '17:00';

/** Attendance on Jobcentre Plus premises. Times as `HH:MM`, or longer; `null` where they are not known. */
export interface Attendance {
	day: CalendarDay;
	from: string | null;
	to: string | null;
}

/** The fields that the problems are shown beside. */
export type AttendanceFields = Record<keyof Attendance, string>;

/**
 * Jobcentre Plus is open Monday to Friday from 09:00 to 17:00, except on the bank holidays of the office's nation
 * (1.11). An attendance may last until closing time, and begins before it.
 */
export function attendanceProblems(
	{ day, from, to }: Attendance,
	holidays: Holidays,
	fields: AttendanceFields,
): Problem[] {
	const problems: Problem[] = [];
	if ([0, 6].includes(weekday(day))) {
		problems.push({ field: fields.day, code: 'jobcentre_closed_weekend', params: { day } });
	} else if (holidays.days.has(day)) {
		problems.push({ field: fields.day, code: 'jobcentre_closed_holiday', params: { day } });
	}
	return [...problems, ...hourProblems({ from, to }, fields)];
}

/** The same of the hours alone, of a day that is any in a week. */
export function hourProblems({ from, to }: Omit<Attendance, 'day'>, fields: Omit<AttendanceFields, 'day'>): Problem[] {
	const problems: Problem[] = [];
	const [start, end] = [hourAndMinute(from), hourAndMinute(to)];
	if (start !== null && !(start >= OPENS && start < CLOSES)) {
		problems.push({ field: fields.from, code: 'jobcentre_hours', params: { time: start } });
	}
	if (end !== null && !(end > OPENS && end <= CLOSES)) {
		problems.push({ field: fields.to, code: 'jobcentre_hours', params: { time: end } });
	}
	if (start !== null && end !== null && end <= start) {
		problems.push({ field: fields.to, code: 'times_out_of_order', params: { time: end, earliest: start } });
	}
	return problems;
}

/** `9:30:00` and `09:30` are the same time. */
function hourAndMinute(time: string | null): string | null {
	if (time === null || time === '') return null;
	const [hour = '', minute = '00'] = time.split(':');
	return `${hour.padStart(2, '0')}:${minute}`;
}
