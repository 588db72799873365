import { addMonths, firstDay, lastDay, type CalendarDay, type CalendarMonth } from './calendar-day.ts';

/** Three months of the year, written `2024-Q2`; those of the calendar and of the financial year are the same. */
export interface Quarter {
	name: string;
	first: CalendarDay;
	last: CalendarDay;
}

/** The quarter a text names, or `undefined` (`2024-Q5`, `Q2`). */
export function parseQuarter(text: string): Quarter | undefined {
	const match = /^(\d{4})-Q([1-4])$/.exec(text);
	return match
		? quarterEnding(`${match[1]}-${String(Number(match[2]) * 3).padStart(2, '0')}` as CalendarMonth)
		: undefined;
}

/** The quarter before that of a month. */
export function quarterBefore(month: CalendarMonth): Quarter {
	return quarterEnding(addMonths(month, -1 - ((Number(month.slice(5)) - 1) % 3)));
}

function quarterEnding(month: CalendarMonth): Quarter {
	return {
		name: `${month.slice(0, 4)}-Q${Number(month.slice(5)) / 3}`,
		first: firstDay(addMonths(month, -2)),
		last: lastDay(month),
	};
}
