/** What goes with the PMI of some months only (3.8): spend of each quarter, and versions of the two registers. */
import {
	addDays,
	addMonths,
	monthOf,
	type CalendarDay,
	type CalendarMonth,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	halfYearEndingWith,
	quarterEndingWith,
} from '../../extensions/peer-mentoring/src/domain/returns/periodic/periodic.ts';
import type { DemoRow } from './records.ts';

/** The months that are over since a day, the latest first. */
function monthsBack(today: CalendarDay, since: CalendarDay): CalendarMonth[] {
	const months: CalendarMonth[] = [];
	for (let month = addMonths(monthOf(today), -1); month >= monthOf(since); month = addMonths(month, -1)) {
		months.push(month);
	}
	return months;
}

/** The month of the last quarter that is over: its spend with SMEs is declared nil. */
export function demoNilMonth(today: CalendarDay): CalendarMonth {
	return monthsBack(today, addDays(today, -120)).find((month) => quarterEndingWith(month)) as CalendarMonth;
}

/** Entries of one contract: of each quarter and each half-year that is over. */
export function demoReturns(
	{ contract, supplier, start }: { contract: string; supplier: string; start: CalendarDay },
	today: CalendarDay,
): [table: string, row: DemoRow][] {
	const own = { contract, supplier };
	const nil = demoNilMonth(today);
	const rows: [table: string, row: DemoRow][] = [];
	const spent = (kind: string, organisation: string, spent_on: CalendarDay, amount_pence: number) => {
		if (spent_on >= start) rows.push(['spend_entries', { ...own, kind, organisation, spent_on, amount_pence }]);
	};
	for (const month of monthsBack(today, start)) {
		const quarter = quarterEndingWith(month);
		if (quarter) {
			spent('subcontractor', 'Sample Outreach Partners (invented)', addDays(quarter.from, 20), 412_500);
			spent('subcontractor', 'Invented Training Ltd', addDays(quarter.from, 50), 128_000);
			if (month !== nil) spent('sme', 'Example Print Works (invented)', addDays(quarter.from, 34), 26_450);
		}
		const halfYear = halfYearEndingWith(month, start);
		if (halfYear) {
			const version = { ...own, version: `${month}`, dated_on: halfYear.to };
			rows.push(['cost_register_entries', { ...version, title: 'Contract Cost Register with actual costs' }]);
			rows.push(['ipr_log_entries', { ...version, title: 'IPR Log' }]);
		}
	}
	return rows;
}
