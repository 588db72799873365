import type { Language } from '../../domain/language/messages.ts';
import { weekday, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dateNames } from '../../domain/language/date-names.ts';
import { dayInWords as dayText, monthInWords as monthText } from '../../domain/language/in-words.ts';
import { today } from '../../clock/today.ts';

export { dayText, monthText };

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

/** `Jun 2024`, `Meh 2024`. */
export function shortMonthText(day: CalendarDay, language: Language): string {
	return `${dateNames[language].shortMonths[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

function withoutYearOf(today: CalendarDay, day: CalendarDay, text: string): string {
	return day.slice(0, 4) === today.slice(0, 4) ? text.slice(0, -' 2024'.length) : text;
}

/** A moment as its day and time in the United Kingdom: `3 June 2024, 16:05`. */
export function momentText(moment: string, language: Language): string {
	const at = new Date(moment);
	const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(at);
	return `${dayText(today(at), language)}, ${time}`;
}
