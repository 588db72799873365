import { daysBetween, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { today } from '../../clock/today.ts';
import type { StoredContract } from '../../storage/contract/contracts.ts';
import { BadRequestError } from './errors.ts';
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
	if (to < from) throw new BadRequestError({ reason: `to must be ${from} (from) or later.` });
	if (daysBetween(from, to) > LONGEST_DAYS) throw new BadRequestError({ reason: 'Ask for ten years at most.' });
	return { from, to };
}
