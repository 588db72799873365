import { addMonths, monthOf, type CalendarDay, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';

export interface Contract {
	reference: string;
	start_date: CalendarDay;
	end_date: CalendarDay | null;
}

/** The contract that runs, or else the one that began last. */
export function contractNow(contracts: readonly Contract[], today: CalendarDay): Contract | undefined {
	const runs = ({ start_date, end_date }: Contract) => start_date <= today && (end_date === null || end_date >= today);
	return contracts.find(runs) ?? [...contracts].sort((a, b) => (a.start_date < b.start_date ? 1 : -1))[0];
}

/** The months that a contract has a tracker of, the latest first. */
export function monthsOf({ start_date, end_date }: Contract, today: CalendarDay): CalendarMonth[] {
	const last = monthOf(end_date !== null && end_date < today ? end_date : today);
	const months: CalendarMonth[] = [];
	for (let month = last; month >= monthOf(start_date); month = addMonths(month, -1)) months.push(month);
	return months;
}

/** The month that is over: the one that is sent next (3.4). */
export function usualMonth(contract: Contract, today: CalendarDay): CalendarMonth {
	const over = addMonths(monthOf(today), -1);
	const months = monthsOf(contract, today);
	return months.find((month) => month <= over) ?? months[0] ?? monthOf(today);
}
