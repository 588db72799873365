import { getQuarter } from 'date-fns/getQuarter';
import { lastDayOfQuarter } from 'date-fns/lastDayOfQuarter';
import { startOfQuarter } from 'date-fns/startOfQuarter';
import { addMonths, dayOf, type CalendarDay, type CalendarMonth } from './calendar-day.ts';
import { utcDate } from './utc-date.ts';

const MONTHS = 3;

/** Three months of the year, written `2024-Q2`; those of the calendar and of the financial year are the same. */
export interface Quarter {
	name: string;
	first: CalendarDay;
	last: CalendarDay;
}

/** The quarter a text names, or `undefined` (`2024-Q5`, `Q2`). */
export function parseQuarter(text: string): Quarter | undefined {
	const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
	return year && number
		? quarterOf(addMonths(`${year}-01` as CalendarMonth, (Number(number) - 1) * MONTHS))
		: undefined;
}

/** The quarter that a month is in. */
export function quarterOf(month: CalendarMonth): Quarter {
	const date = utcDate(month);
	return {
		name: `${month.slice(0, 4)}-Q${getQuarter(date)}`,
		first: dayOf(startOfQuarter(date)),
		last: dayOf(lastDayOfQuarter(date)),
	};
}

/** The quarter before that of a month. */
export function quarterBefore(month: CalendarMonth): Quarter {
	return quarterOf(addMonths(month, -MONTHS));
}
