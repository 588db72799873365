import type { Route } from '../../journey/journey.ts';
import type { CpaPersonnel } from '../../people/personnel-changes.ts';
import type { LengthStatistics } from '../../numbers/arithmetic.ts';
import { lengthStatistics } from '../../numbers/arithmetic.ts';
import type { Cell, Count, TimedCounts } from './cell.ts';
import type { Share } from './measures.ts';
import { leftLengths, share } from './measures.ts';

/** A number; with `of` and `percent` where the measure is a share. */
export type Figure = { number: number; percent?: number | null; of?: number };

/** One figure of the return, up to the cut-off and in the month alone. */
export interface FigureRow {
	/** Number of the measure in 3.8, counted from its first item. */
	measure: number;
	key: FigureKey;
	cumulative: Figure;
	in_month: Figure | null;
	/** Of those whose result is certain (Table A). */
	service_level: { cumulative: Share; in_month: Share } | null;
}

export type FigureKey =
	| 'referrals'
	| 'starts'
	| 'completions'
	| 'completions_fewer_than_eight'
	| 'initial_meetings'
	| 'initial_meetings_on_time'
	| 'diagnostic_interviews'
	| 'diagnostic_interviews_on_time'
	| 'action_plans'
	| 'action_plans_on_time'
	| 'four_sessions'
	| 'four_sessions_on_time'
	| 'four_sessions_pending'
	| 'eight_sessions'
	| 'eight_sessions_of_left';

/** All figures of one scope: the contract, a route, a CPA, or a route in a CPA. */
export interface ScopeFigures {
	rows: FigureRow[];
	lengths: Record<'completed' | 'early' | 'left' | 'current', LengthStatistics>;
}

/** The figures in every view that the workbook shows. */
export interface Breakdown {
	total: ScopeFigures;
	by_route: Record<Route, ScopeFigures>;
	by_cpa: { cpa: number; total: ScopeFigures; by_route: Record<Route, ScopeFigures> }[];
	/** Opening and closing FTE, the lowest day and the shortfall of each CPA. */
	personnel: CpaPersonnel[];
}

/** The figures of one scope, measures 2 to 16. */
export function scopeFigures(cell: Cell): ScopeFigures {
	const left = lengthStatistics(leftLengths(cell));
	return {
		rows: [
			counted(2, 'referrals', cell.referrals),
			counted(4, 'starts', cell.starts),
			counted(6, 'completions', cell.completions),
			counted(6, 'completions_fewer_than_eight', cell.completions_fewer_than_eight),
			counted(8, 'initial_meetings', cell.initial_meetings.total),
			timed(9, 'initial_meetings_on_time', cell.initial_meetings),
			counted(10, 'diagnostic_interviews', cell.diagnostic_interviews.total),
			timed(11, 'diagnostic_interviews_on_time', cell.diagnostic_interviews),
			counted(12, 'action_plans', cell.action_plans.total),
			timed(13, 'action_plans_on_time', cell.action_plans),
			counted(14, 'four_sessions', cell.four_sessions.total),
			shared(15, 'four_sessions_on_time', cell.four_sessions.on_time, cell.four_sessions.determinable),
			atCutOff(15, 'four_sessions_pending', { number: cell.four_sessions.pending }),
			{
				...atCutOff(16, 'eight_sessions', share(cell.eight_sessions.cumulative, cell.starts.cumulative)),
				in_month: { number: cell.eight_sessions.in_month },
			},
			atCutOff(16, 'eight_sessions_of_left', share(cell.eight_sessions_of_left, left.count)),
		],
		lengths: {
			completed: lengthStatistics(cell.completed_lengths),
			early: lengthStatistics(cell.early_lengths),
			left,
			current: lengthStatistics(cell.current_lengths),
		},
	};
}

function counted(measure: number, key: FigureKey, { cumulative, in_month }: Count): FigureRow {
	return { ...atCutOff(measure, key, { number: cumulative }), in_month: { number: in_month } };
}

function shared(measure: number, key: FigureKey, number: Count, of: Count): FigureRow {
	return {
		...atCutOff(measure, key, share(number.cumulative, of.cumulative)),
		in_month: share(number.in_month, of.in_month),
	};
}

function timed(measure: number, key: FigureKey, { on_time, total, determinable }: TimedCounts): FigureRow {
	return {
		...shared(measure, key, on_time, total),
		service_level: {
			cumulative: share(on_time.cumulative, determinable.cumulative),
			in_month: share(on_time.in_month, determinable.in_month),
		},
	};
}

function atCutOff(measure: number, key: FigureKey, cumulative: Figure): FigureRow {
	return { measure, key, cumulative, in_month: null, service_level: null };
}
