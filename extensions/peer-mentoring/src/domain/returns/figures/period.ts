import { addMonths, monthOf, parseMonth, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import { MOST_MONTHS } from './asked.ts';

/** Months that move along with the day on which somebody looks, or a range that stays. */
export const PERIODS = [
	'this_month',
	'last_month',
	'last_three',
	'last_twelve',
	'financial_year',
	'since_start',
	'range',
] as const;
export type Period = (typeof PERIODS)[number];

const APRIL = 4;

/** The months of a period on a day, both included; a range without an end goes up to this month. */
export function monthsOf(
	period: Period,
	range: { from?: string | null | undefined; to?: string | null | undefined },
	today: CalendarDay,
): { from: CalendarMonth; to: CalendarMonth } {
	const now = monthOf(today);
	const back = (count: number) => addMonths(now, -count);
	const sinceApril = (Number(now.slice(5)) + 12 - APRIL) % 12;
	switch (period) {
		case 'this_month':
			return { from: now, to: now };
		case 'last_month':
			return { from: back(1), to: back(1) };
		case 'last_three':
			return { from: back(2), to: now };
		case 'last_twelve':
			return { from: back(11), to: now };
		case 'financial_year':
			return { from: back(sinceApril), to: now };
		case 'since_start':
			return { from: back(MOST_MONTHS - 1), to: now };
		case 'range': {
			const to = parseMonth(range.to ?? '') ?? now;
			return { from: parseMonth(range.from ?? '') ?? addMonths(to, -11), to };
		}
	}
}
