import {
	addDays,
	addMonths,
	day,
	lastDay,
	monthOf,
	type CalendarDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { ContractRecord } from '../../extensions/peer-mentoring/src/import/contracts.ts';

export const WALES = 'PM-CPA9';
export const NORTH_WEST = 'PM-CPA2';
/** A second call-off, *Peer Support Plus*, on terms of its own: see `plus.ts`. */
export const PLUS = 'PSP-CPA1';

/**
 * Three invented Call-Off Contracts. The real ones ended on 7 March 2025 (2.29); these run on, at least two months past
 * `today`, so that what is entered today is accepted.
 */
export function demoContracts(today: CalendarDay): ContractRecord[] {
	const dates = {
		start_date: day('2023-12-04'),
		implementation_end_date: day('2024-02-23'),
		last_start_date: later(day('2027-01-29'), addDays(today, 60)),
		end_date: later(day('2027-03-31'), lastDay(addMonths(monthOf(today), 3))),
		working_day_calendar: 'england-and-wales',
	} as const;
	return [
		{
			...dates,
			reference: NORTH_WEST,
			supplier: 'Sample Peer Support North West (invented)',
			cpas: [2],
			total_value: 172_000_000,
			implementation_costs: 15_840_000,
		},
		{
			...dates,
			reference: WALES,
			supplier: 'Example Recovery Cymru (invented)',
			cpas: [9],
			total_value: 64_800_000,
			implementation_costs: 6_210_000,
		},
		{
			...dates,
			reference: PLUS,
			supplier: 'Demo Peer Support Plus (invented)',
			cpas: [1],
			total_value: 21_600_000,
			implementation_costs: 2_070_000,
		},
	];
}

function later(a: CalendarDay, b: CalendarDay): CalendarDay {
	return a > b ? a : b;
}
