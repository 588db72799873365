import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { ClockCode, ClockStatus } from '../../../domain/service-levels/clock.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';

export interface Question {
	/** The day at whose end the clocks are looked at. */
	asAt: CalendarDay;
	contract?: StoredContract;
	serviceLevel?: ClockCode;
	status?: ClockStatus;
}

// Directus joins two keys of one object as `_or` does where that object stands in an `_or`: hence `_and` throughout.
const DONE = (asAt: CalendarDay, status: ClockStatus) => ({
	_and: [{ met_on: { _lte: asAt } }, { status: { _eq: status } }],
});
const NOT_DONE = (asAt: CalendarDay) => ({ _or: [{ met_on: { _null: true } }, { met_on: { _gt: asAt } }] });

/**
 * The clocks that had a status at the end of a day, as a filter of Directus: what `statusOn` of the domain says, put so
 * that the database can answer. A clock done by then has the status that it has now.
 */
const HAD: Record<ClockStatus, (asAt: CalendarDay) => object> = {
	met: (asAt) => DONE(asAt, 'met'),
	missed: (asAt) => ({
		_or: [DONE(asAt, 'missed'), { _and: [{ due_on: { _lt: asAt } }, NOT_DONE(asAt)] }],
	}),
	pending: (asAt) => ({ _and: [{ due_on: { _gte: asAt } }, NOT_DONE(asAt)] }),
};

/** The clocks that a question is about. */
export function filterOf({ asAt, contract, serviceLevel, status }: Question): object {
	return {
		_and: [
			{ started_on: { _lte: asAt } },
			...(contract ? [{ contract: { _eq: contract.id } }] : []),
			...(serviceLevel ? [{ service_level: { _eq: serviceLevel } }] : []),
			...(status ? [HAD[status](asAt)] : []),
		],
	};
}
