import type { Language } from '../../domain/language/messages.ts';
import { weekday, type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { today } from '../../clock/today.ts';

interface DateNames {
	months: readonly string[];
	shortMonths: readonly string[];
	weekdays: readonly string[];
	shortWeekdays: readonly string[];
}

/** Names of our own, because browsers without Welsh data fall back to English; weekdays begin on Sunday. */
export const dateNames: Record<Language, DateNames> = {
	'en-GB': {
		months: [
			'January',
			'February',
			'March',
			'April',
			'May',
			'June',
			'July',
			'August',
			'September',
			'October',
			'November',
			'December',
		],
		shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
		weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
		shortWeekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
	},
	'cy-GB': {
		months: [
			'Ionawr',
			'Chwefror',
			'Mawrth',
			'Ebrill',
			'Mai',
			'Mehefin',
			'Gorffennaf',
			'Awst',
			'Medi',
			'Hydref',
			'Tachwedd',
			'Rhagfyr',
		],
		shortMonths: ['Ion', 'Chwe', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gor', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
		weekdays: ['Dydd Sul', 'Dydd Llun', 'Dydd Mawrth', 'Dydd Mercher', 'Dydd Iau', 'Dydd Gwener', 'Dydd Sadwrn'],
		shortWeekdays: ['Sul', 'Llun', 'Maw', 'Mer', 'Iau', 'Gwe', 'Sad'],
	},
};

/** `3 June 2024`, `3 Mehefin 2024`. */
export function dayText(day: CalendarDay, language: Language): string {
	return `${dayOfMonth(day)} ${dateNames[language].months[monthIndex(day)]} ${day.slice(0, 4)}`;
}

/** `Monday 3 June 2024`, `Dydd Llun 3 Mehefin 2024`. */
export function weekdayText(day: CalendarDay, language: Language): string {
	return `${dateNames[language].weekdays[weekday(day)]} ${dayText(day, language)}`;
}

/** `3 June`, `3 Mehefin`; with the year where it is not this one. */
export function dayNear(day: CalendarDay, today: CalendarDay, language: Language): string {
	return withoutYearOf(today, day, dayText(day, language));
}

/** `Monday 3 June`, `dydd Llun 3 Mehefin`, for the middle of a sentence; with the year where it is not this one. */
export function weekdayNear(day: CalendarDay, today: CalendarDay, language: Language): string {
	return withoutYearOf(today, day, weekdayText(day, language).replace(/^Dydd/, 'dydd'));
}

/** `1 day`, `2 days`, `2 ddiwrnod`: Welsh keeps the singular after a number, and softens it after two. */
export function daysText(count: number, language: Language): string {
	if (language === 'cy-GB') return count === 2 ? '2 ddiwrnod' : `${count} diwrnod`;
	return count === 1 ? '1 day' : `${count} days`;
}

/** `June 2024`, `Mehefin 2024`. */
export function monthText(month: CalendarMonth, language: Language): string {
	return `${dateNames[language].months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** `Jun 2024`, `Meh 2024`. */
export function shortMonthText(day: CalendarDay, language: Language): string {
	return `${dateNames[language].shortMonths[monthIndex(day)]} ${day.slice(0, 4)}`;
}

function withoutYearOf(today: CalendarDay, day: CalendarDay, text: string): string {
	return day.slice(0, 4) === today.slice(0, 4) ? text.slice(0, -' 2024'.length) : text;
}

function dayOfMonth(day: CalendarDay): number {
	return Number(day.slice(8));
}

function monthIndex(day: CalendarDay): number {
	return Number(day.slice(5, 7)) - 1;
}

/** A moment as its day and time in the United Kingdom: `3 June 2024, 16:05`. */
export function momentText(moment: string, language: Language): string {
	const at = new Date(moment);
	const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(at);
	return `${dayText(today(at), language)}, ${time}`;
}
