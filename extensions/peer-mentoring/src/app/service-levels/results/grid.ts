import type { CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { valuesOf, type CodeOf } from '../../../domain/language/code-lists.ts';

/** A row of `service_level_results`; PostgreSQL gives decimals as text. */
export interface Result {
	service_level: CodeOf<'service_level'>;
	month: CalendarMonth;
	status: CodeOf<'clock_status'>;
	percent: number | string | null;
	lowest_fte: number | string | null;
	minimum_fte: number | string | null;
	contract: { service_level_percent: number | null };
}

export interface GridRow {
	service_level: string;
	/** In the order of the months; nothing where there was nothing to meet. */
	cells: (Result | undefined)[];
}

/** The eight service levels of Table A by month, in the contract's order. */
export function gridOf(results: readonly Result[], months: readonly CalendarMonth[]): GridRow[] {
	const found = new Map(results.map((result) => [`${result.service_level} ${result.month}`, result]));
	return valuesOf('service_level').map((service_level) => ({
		service_level,
		cells: months.map((month) => found.get(`${service_level} ${month}`)),
	}));
}
