import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import { implementedTooLate } from '../../../../domain/contract/milestones.ts';
import { termProblem, termsOf } from '../../../../domain/contract/terms.ts';
import { measureListProblem } from '../../../../domain/returns/pmi/measure-list.ts';
import { mostImplementationCosts } from '../../../../domain/money/implementation-costs.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { refusal } from '../../../shared/errors.ts';
import { jsonIn, type Payload } from '../../../shared/plain-record.ts';

/** What says how long is left for delivery. */
const PERIOD = ['start_date', 'implementation_end_date', 'end_date'];

/** The dates of a contract are in order, its shares are percentages, its Implementation Costs within the cap (4.2). */
export function refuseContract(record: Payload, written: Payload): void {
	const start = dayOf(record.start_date);
	const end = dayOf(record.end_date);
	if (start !== null && end !== null && end < start) {
		throw refusal('call_off_contracts', 'end_date', 'contract_ends_before_start');
	}
	for (const field of ['implementation_end_date', 'last_start_date']) {
		const day = dayOf(record[field]);
		if (day !== null && ((start !== null && day < start) || (end !== null && day > end))) {
			throw refusal('call_off_contracts', field, 'not_within_contract');
		}
	}
	if (PERIOD.some((field) => field in written)) {
		const late = implementedTooLate({
			start_date: start,
			implementation_end_date: dayOf(record.implementation_end_date),
			end_date: end,
			terms: termsOf(record),
		});
		if (late !== null) {
			const params = { day: late, end: end as CalendarDay };
			throw refusal('call_off_contracts', 'implementation_end_date', 'no_delivery_period', params);
		}
	}
	for (const field of ['maximum_digital_percent', 'service_level_percent']) {
		const share = record[field];
		if (share !== null && share !== undefined && !(Number(share) >= 0 && Number(share) <= 100)) {
			throw refusal('call_off_contracts', field, 'not_a_percentage');
		}
	}
	const problem = termProblem(record);
	if (problem) throw refusal('call_off_contracts', problem.field, problem.code, problem.params);
	const wrong = measureListProblem(jsonIn(written.return_measures));
	if (wrong) throw refusal('call_off_contracts', 'return_measures', wrong.code, wrong.params);
	const { total_value_pence: total, implementation_costs_pence: costs } = record;
	for (const [field, pence] of Object.entries({ total_value_pence: total, implementation_costs_pence: costs })) {
		if (Number(pence ?? 0) < 0) throw refusal('call_off_contracts', field, 'too_small', { least: 0 });
	}
	if (total === null || total === undefined || costs === null || costs === undefined) return;
	const most = mostImplementationCosts(Number(total), termsOf(record));
	if (Number(costs) > most) {
		throw refusal('call_off_contracts', 'implementation_costs_pence', 'implementation_costs_cap', { pence: most });
	}
}
