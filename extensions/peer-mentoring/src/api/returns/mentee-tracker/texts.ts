import { firstDay, type CalendarDay, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { dayInWords, type Language } from '../../../domain/language/messages.ts';

/** Why there is no tracker of a month, in the words of whoever asks. */
export const MONTH_FAULTS = {
	notBegun: (month: CalendarMonth): Record<Language, string> => ({
		'en-GB': `This month begins on ${dayInWords(firstDay(month), 'en-GB')}. Choose one that has begun.`,
		'cy-GB': `Mae’r mis hwn yn dechrau ar ${dayInWords(firstDay(month), 'cy-GB')}. Dewiswch un sydd wedi dechrau.`,
	}),
	beforeContract: (start: CalendarDay): Record<Language, string> => ({
		'en-GB': `The contract began on ${dayInWords(start, 'en-GB')}. Choose that month or a later one.`,
		'cy-GB': `Dechreuodd y contract ar ${dayInWords(start, 'cy-GB')}. Dewiswch y mis hwnnw neu un diweddarach.`,
	}),
};
