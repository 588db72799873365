import type { Language } from '../language/text.ts';
import { dateNames, dayInWords } from '../language/date-names.ts';
import { weekday, type CalendarDay } from './calendar-day.ts';

/** `Monday 3 June 2024`, `Dydd Llun 3 Mehefin 2024`. */
export function weekdayText(day: CalendarDay, language: Language): string {
	return `${dateNames[language].weekdays[weekday(day)]} ${dayInWords(day, language)}`;
}

/** `3 June`, `3 Mehefin`; with the year where it is not this one. */
export function dayNear(day: CalendarDay, today: CalendarDay, language: Language): string {
	return withoutYearOf(today, day, dayInWords(day, language));
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

function withoutYearOf(today: CalendarDay, day: CalendarDay, text: string): string {
	return day.slice(0, 4) === today.slice(0, 4) ? text.slice(0, -' 2024'.length) : text;
}
