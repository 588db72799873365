import type { PersonnelChange } from '../../people/personnel-changes.ts';
import type { LengthStatistics } from '../../numbers/arithmetic.ts';
import { lengthStatistics, percentOf } from '../../numbers/arithmetic.ts';
import type { Cell, Count, TimedCounts } from './cell.ts';
import { sumCells } from './cell.ts';
import type { QuarterlySpend, SixMonthlyDocuments } from './returns.ts';

export interface ByRoute {
	jobcentre_plus: number;
	third_party: number;
	total: number;
}

/** A number and what share of `of` it is; `null` where there is nothing to divide (shown as n/a). */
export interface Share {
	number: number;
	percent: number | null;
	of: number;
}

export interface OnTime extends Share {
	/** Met, of all whose result is certain: done, or the deadline passed (Table A). */
	service_level: { met: number; determinable: number; percent: number | null };
}

/** The twenty measures of 3.8, in its order, as the PMI endpoint answers them. */
export interface PmiMeasures {
	personnel_changes: { joined: number; left: number; rows: PersonnelChange[] };
	referrals_total: ByRoute;
	referrals_new: ByRoute;
	starts_total: ByRoute;
	starts_new: ByRoute;
	completions_total: { total: number; fewer_than_eight_sessions: number };
	length_on_provision: { left: LengthStatistics; current: LengthStatistics };
	initial_meetings: { total: number };
	initial_meetings_on_time: OnTime;
	diagnostic_interviews: { total: number };
	diagnostic_interviews_on_time: OnTime;
	action_plans: { total: number };
	action_plans_on_time: OnTime;
	four_sessions: { total: number };
	four_sessions_on_time: Share & { pending: number };
	eight_sessions: Share;
	subcontractor_spend: QuarterlySpend;
	sme_spend: QuarterlySpend;
	contract_cost_register: SixMonthlyDocuments;
	ipr_log: SixMonthlyDocuments;
}

export type JourneyMeasures = Omit<
	PmiMeasures,
	'personnel_changes' | 'subcontractor_spend' | 'sme_spend' | 'contract_cost_register' | 'ipr_log'
>;

/** Measures 2 to 16, from the cells of the two routes. */
export function journeyMeasures(routes: { jobcentre_plus: Cell; third_party: Cell }): JourneyMeasures {
	const all = sumCells([routes.jobcentre_plus, routes.third_party]);
	const byRoute = (count: (cell: Cell) => number): ByRoute => ({
		jobcentre_plus: count(routes.jobcentre_plus),
		third_party: count(routes.third_party),
		total: count(all),
	});
	const four = all.four_sessions;
	return {
		referrals_total: byRoute((cell) => cell.referrals.cumulative),
		referrals_new: byRoute((cell) => cell.referrals.in_month),
		starts_total: byRoute((cell) => cell.starts.cumulative),
		starts_new: byRoute((cell) => cell.starts.in_month),
		completions_total: {
			total: all.completions.cumulative,
			fewer_than_eight_sessions: all.completions_fewer_than_eight.cumulative,
		},
		length_on_provision: {
			left: lengthStatistics(leftLengths(all)),
			current: lengthStatistics(all.current_lengths),
		},
		initial_meetings: { total: all.initial_meetings.total.cumulative },
		initial_meetings_on_time: onTime(all.initial_meetings, 'cumulative'),
		diagnostic_interviews: { total: all.diagnostic_interviews.total.cumulative },
		diagnostic_interviews_on_time: onTime(all.diagnostic_interviews, 'cumulative'),
		action_plans: { total: all.action_plans.total.cumulative },
		action_plans_on_time: onTime(all.action_plans, 'cumulative'),
		four_sessions: { total: four.total.cumulative },
		four_sessions_on_time: {
			...share(four.on_time.cumulative, four.determinable.cumulative),
			pending: four.pending,
		},
		eight_sessions: share(all.eight_sessions.cumulative, all.starts.cumulative),
	};
}

/** A number with its percentage; the keys in the order of the contract's JSON. */
export function share(number: number, of: number): Share {
	return { number, percent: percentOf(number, of), of };
}

/** On time as the PMI asks it, of those completed, and as the service level asks it, of those determinable. */
function onTime(counts: TimedCounts, period: keyof Count): OnTime {
	const number = counts.on_time[period];
	const determinable = counts.determinable[period];
	return {
		...share(number, counts.total[period]),
		service_level: { met: number, determinable, percent: percentOf(number, determinable) },
	};
}

/** Lengths of all who have left, having completed or earlier. */
export function leftLengths(cell: Cell): Cell['early_lengths'] {
	const left = sumCells([cell]).early_lengths;
	for (const [days, times] of cell.completed_lengths) left.set(days, (left.get(days) ?? 0) + times);
	return left;
}
