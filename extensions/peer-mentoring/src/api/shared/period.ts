import { daysBetween, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { today } from '../../clock/today.ts';
import type { StoredContract } from '../../storage/contract/contracts.ts';
import { Misasked } from './errors.ts';
import { dayIn } from './query.ts';

const LONGEST_DAYS = 3660;

/** `?from=&to=`; from the start of the contract until today, or its end, where nothing else is asked for. */
export function periodOf(
	contract: StoredContract,
	query: { from?: unknown; to?: unknown },
): { from: CalendarDay; to: CalendarDay } {
	const from = query.from === undefined ? contract.start_date : dayIn('from', query.from);
	const end = contract.end_date !== null && contract.end_date < today() ? contract.end_date : today();
	const to = query.to === undefined ? end : dayIn('to', query.to);
	if (to < from) {
		throw new Misasked(`to must be ${from} (from) or later.`, `Rhaid i to fod yn ${from} (from) neu’n ddiweddarach.`);
	}
	if (daysBetween(from, to) > LONGEST_DAYS) {
		throw new Misasked('Ask for ten years at most.', 'Gofynnwch am ddeng mlynedd ar y mwyaf.');
	}
	return { from, to };
}
