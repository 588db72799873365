import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { implementedOn } from '../../domain/contract/milestones.ts';
import { TERMS, termsOf, type Terms } from '../../domain/contract/terms.ts';
import type { ListedMeasure } from '../../domain/returns/pmi/measure-list.ts';
import { dayOf } from '../database/day-columns.ts';
import { jsonOf } from '../database/json-of.ts';

/** A Call-Off Contract as the rules need it. */
export interface StoredContract {
	id: string;
	reference: string;
	supplier: string;
	/** Contract Package Areas, ascending. */
	cpas: number[];
	start_date: CalendarDay;
	/** Known of every contract: {@link implementedOn}. */
	implementation_end_date: CalendarDay;
	last_start_date: CalendarDay | null;
	end_date: CalendarDay | null;
	calendar: Calendar;
	/** What the Order Form says of the specification's numbers. */
	terms: Terms;
	/** The most of engagement that may be digital (2.20). */
	maximum_digital_percent: number;
	/** The last day for invoices, where the Order Form gives one (2.30). */
	invoices_by: CalendarDay | null;
	/** The share of Mentees for whom a service level must be met in a month (3.3). */
	service_level_percent: number;
	/** Whether somebody who is not a DWP customer must consent before they start (2.26). */
	consent_required_to_start: boolean;
	/** The measures of its return; empty where they are those of 3.8. */
	return_measures: ListedMeasure[];
}

/** The contracts with these keys, or all of them. */
export async function readContracts(knex: Knex, ids?: readonly string[]): Promise<StoredContract[]> {
	const query = knex('call_off_contracts').select(
		'id',
		'reference',
		'supplier',
		'start_date',
		'implementation_end_date',
		'last_start_date',
		'end_date',
		'working_day_calendar',
		'maximum_digital_percent',
		'consent_required_to_start',
		'invoices_by',
		'service_level_percent',
		'return_measures',
		...TERMS,
	);
	const rows = await (ids ? query.whereIn('id', ids) : query);
	const areas = await knex('contract_cpas').select('contract', 'contract_package_area');
	return rows.map((row) => ({
		id: row.id,
		reference: row.reference,
		supplier: row.supplier,
		cpas: areas
			.filter((area) => area.contract === row.id)
			.map((area) => Number(area.contract_package_area))
			.sort((a, b) => a - b),
		start_date: dayOf(row.start_date) as CalendarDay,
		implementation_end_date: implementedOn({
			start_date: dayOf(row.start_date) as CalendarDay,
			implementation_end_date: dayOf(row.implementation_end_date),
			terms: termsOf(row),
		}),
		last_start_date: dayOf(row.last_start_date),
		end_date: dayOf(row.end_date),
		calendar: row.working_day_calendar as Calendar,
		terms: termsOf(row),
		maximum_digital_percent: Number(row.maximum_digital_percent ?? 20),
		invoices_by: dayOf(row.invoices_by),
		service_level_percent: Number(row.service_level_percent ?? 100),
		consent_required_to_start: row.consent_required_to_start === null || Boolean(row.consent_required_to_start),
		return_measures: jsonOf<ListedMeasure[] | null>(row.return_measures) ?? [],
	}));
}
