import { mostImplementationCosts } from '../../../domain/implementation-costs.ts';
import { dayOf } from '../../../storage/day-columns.ts';
import { refused } from '../../shared/errors.ts';
import type { Payload } from './ownership.ts';

/** The dates of a contract are in order, and its Implementation Costs within the cap (4.2). */
export function checkContract(record: Payload): void {
	const refuse = (field: string, reason: string) => refused('call_off_contracts', field, reason);
	const start = dayOf(record.start_date);
	const end = dayOf(record.end_date);
	if (start !== null && end !== null && end < start) {
		throw refuse('end_date', 'The contract must end on its start date or later.');
	}
	for (const field of ['implementation_end_date', 'last_start_date']) {
		const day = dayOf(record[field]);
		if (day !== null && ((start !== null && day < start) || (end !== null && day > end))) {
			throw refuse(field, 'The date must lie between the start and the end of the contract.');
		}
	}
	const { total_value_pence: total, implementation_costs_pence: costs } = record;
	if (total === null || total === undefined || costs === null || costs === undefined) return;
	const most = mostImplementationCosts(Number(total));
	if (Number(costs) > most) {
		throw refuse(
			'implementation_costs_pence',
			`Implementation Costs are at most 30% of the total value: ${most} pence (4.2).`,
		);
	}
}
