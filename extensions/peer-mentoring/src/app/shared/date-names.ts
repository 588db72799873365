import type { Language } from '../../domain/language/messages.ts';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { dateNames } from '../../domain/language/date-names.ts';
import { dayInWords as dayText, monthInWords as monthText } from '../../domain/language/in-words.ts';
import { today } from '../../clock/today.ts';

export { dayNear, daysText, weekdayNear, weekdayText } from '../../domain/calendar/days-in-words.ts';
export { dayText, monthText };

/** `Jun 2024`, `Meh 2024`. */
export function shortMonthText(day: CalendarDay, language: Language): string {
	return `${dateNames[language].shortMonths[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** A moment as its day and time in the United Kingdom: `3 June 2024, 16:05`. */
export function momentText(moment: string, language: Language): string {
	const at = new Date(moment);
	const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(at);
	return `${dayText(today(at), language)}, ${time}`;
}
